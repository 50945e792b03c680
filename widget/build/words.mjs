// From the files that people write (names, one text per line) to what a visitor loads (positions, see src/order.ts), and the part
// that no language changes (unit factors, presets), which goes into the script.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { names, readOrder } from './order.mjs';

/** The language whose file lends the factors and the presets, and messages when nothing better is known. */
const FIRST = 'en';

export const readLanguages = (here) => {
  const folder = join(here, '../src/Weather.Presentation/locales');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort((a, b) => (b === FIRST) - (a === FIRST) || (a < b ? -1 : 1));
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))]));
};

/** What no language changes: [scale, offset, digits] of units that are not as delivered; and units by preset, as a visitor names them. */
export const shared = (languages) => {
  const { presets, units } = languages.get(FIRST);
  const factors = (wanted) =>
    Object.fromEntries(
      Object.values(units)
        .flatMap((list) => Object.entries(list).filter((_, k) => wanted(k)))
        .filter(([, { scale, offset, digits }]) => scale !== 1 || offset || digits)
        .map(([name, { scale, offset, digits }]) => [name, digits ? [scale, offset, digits] : offset ? [scale, offset] : [scale]]),
    );
  return {
    presets: Object.fromEntries(Object.entries(presets).map(([name, list]) => [name, list.join(' ')])),
    factors: factors((k) => k > 0),
    defaults: factors((k) => k === 0),
  };
};

/** What a preset changes: the units that are not the first of their quantity. */
const changes = ({ presets, preset, units }) => {
  const first = Object.values(units).map((list) => Object.keys(list)[0]);
  return presets[preset].filter((unit) => !first.includes(unit)).join(' ');
};

const positional = (order, words) => {
  // Plural forms become a list by category.
  const forms = (texts) =>
    texts == null || typeof texts === 'string'
      ? (texts ?? null)
      : order.CATEGORIES.map((name) => texts[name] ?? null);
  const category = (name) => order.CATEGORIES.indexOf(name);
  const special = {
    plural: () => words.plural.map(([name, ...rule]) => [category(name), ...rule]),
    sky: () => order.SKY.map((code) => words.sky[code] ?? null),
    // By quantity: [name, text, spoken].
    units: () =>
      names(order.Quantity).filter((quantity) => words.units[quantity]).map((quantity) =>
        Object.entries(words.units[quantity]).map(([name, { text, spoken }]) => trim([name, text, forms(spoken)])),
      ),
    now: () => words.nowShort ?? words.now,
    sentence: () => words.daySentence.replace('[: {sky}]', '[: {sky}][, {temperature}]'),
    preset: () => changes(words),
    facts: () => [...order.FACTS, ...order.MORE_FACTS].map((name) => words[name]),
    ago: () => names(order.Span).map((span) => forms(words.ago[span])),
  };
  // A list of texts weighs less as one text that the script splits.
  const join = (value) =>
    Array.isArray(value) && value.every((item) => item === null || typeof item === 'string')
      ? value.map((item) => item ?? '').join('|')
      : (value ?? null);
  return names(order.Word).map((name) => (name === 'minus' ? forms(words.minus) : join((special[name] ?? (() => words[name]))())));
};

const trim = (list) => list.slice(0, list.findLastIndex((value) => value !== null) + 1);

export const serve = async (here, languages) => {
  const order = await readOrder(here);
  return Object.fromEntries(
    [...languages].flatMap(([lang, words]) => [
      [lang, Buffer.from(JSON.stringify(positional(order, words)))],
      [`${lang}.more`, Buffer.from(JSON.stringify(names(order.More).map((name) => words.more[name] ?? words[name])))],
    ]),
  );
};
