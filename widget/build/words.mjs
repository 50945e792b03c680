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

/** Units by quantity in the order of `Quantity`. */
const quantities = (order, units) => names(order.Quantity).map((quantity) => Object.entries(units[quantity]));

export const sharedUnits = async (here, languages) => {
  const { units, presets } = languages.get(FIRST);
  const order = await readOrder(here);
  return {
    units: quantities(order, units).map((list) =>
      list.map(([name, { scale, offset, digits }]) =>
        digits ? [name, scale, offset, digits] : offset ? [name, scale, offset] : scale !== 1 ? [name, scale] : [name],
      ),
    ),
    presets: Object.fromEntries(Object.entries(presets).map(([name, list]) => [name, list.join(' ')])),
  };
};

const positional = (order, words) => {
  // Plural forms become a list by category; a form that equals "other" is left to it.
  const forms = (texts) =>
    texts == null || typeof texts === 'string'
      ? (texts ?? null)
      : order.CATEGORIES.map((name) => (name !== 'other' && texts[name] === texts.other ? null : (texts[name] ?? null)));
  const category = (name) => order.CATEGORIES.indexOf(name);
  const units = quantities(order, words.units).flat();
  const special = {
    plural: () => words.plural.map(([name, ...rule]) => [category(name), ...rule]),
    sky: () => order.SKY.map((code) => words.sky[code] ?? null),
    units: () => units.map(([, unit]) => unit.text),
    spoken: () => trim(units.map(([, unit]) => forms(unit.spoken))),
    minus: () => forms(words.minus),
    ago: () => names(order.Span).map((span) => forms(words.ago[span])),
  };
  return names(order.Word).map((name) => (special[name] ?? (() => words[name]))() ?? null);
};

const trim = (list) => list.slice(0, list.findLastIndex((value) => value !== null) + 1);

export const serve = async (here, languages) => {
  const order = await readOrder(here);
  return Object.fromEntries(
    [...languages].map(([lang, words]) => [lang, Buffer.from(JSON.stringify(positional(order, words)))]),
  );
};
