// Numbers, units, dates and sentences from the words alone. No Intl: a cold NumberFormat costs 65 to 115 ms on a slow phone.
import { presets, units as table } from 'virtual:units';
import type { Forms, PluralRule, Words } from './contract';
import { Quantity, Word } from './order';

export const MISSING = '—';

export type Values = Record<string, string | undefined>;

/** A text of the words, or '' where this release of the words lacks it. */
export const text = (words: Words, word: Word): string => (words[word] as string | undefined) ?? '';

/** An item of a list in the words. */
export const item = <T = string>(words: Words, word: Word, k: number): T | undefined =>
  (words[word] as readonly (T | null)[] | null | undefined)?.[k] ?? undefined;

/** First-strong isolate: keeps signs and units at their number, whatever the direction around it. */
export const isolate = (value: string): string => `\u2068${value}\u2069`;

/** The plural form for a whole number of 0 or more. */
export const plural = (words: Words, forms: Forms | undefined, n: number): string => {
  if (typeof forms === 'string' || !forms) return forms ?? '';
  const rules = (words[Word.plural] ?? []) as readonly PluralRule[];
  const rule = rules.find(([, modulus, from, to]) => {
    const rest = modulus ? n % modulus : n;
    return rest >= from && rest <= to;
  });
  return forms[rule?.[0] ?? 5] ?? forms[5] ?? '';
};

/**
 * Puts values into a template. A piece in [brackets] vanishes when a value in it is missing; elsewhere a missing value is a dash.
 */
export const fill = (template: string, values: Values): string =>
  template
    .replace(/\[([^\]]*)\]/g, (_, piece: string) =>
      [...piece.matchAll(/{(\w+)}/g)].every(([, name]) => values[name!]) ? piece : '',
    )
    .replace(/{(\w+)}/g, (_, name: string) => values[name] || MISSING);

/** Rounds the size and then sets the sign, so that −0 cannot occur. U+2212, no grouping. */
export const number = (words: Words, value: number, digits: number): string => {
  const power = 10 ** digits;
  const size = Math.round(Math.abs(value) * power) / power;
  return isolate((value < 0 && size ? '−' : '') + `${size}`.replace('.', text(words, Word.decimal) || '.'));
};

/** Position of the wanted unit within its quantity: the last name that fits wins, over the preset of the language. */
export const unitOf = (words: Words, quantity: Quantity, wanted: string): number => {
  const names = `${text(words, Word.preset)} ${wanted}`
    .split(' ')
    .flatMap((name) => (presets[name] ?? name).split(' '));
  return names.reduce((found, name) => {
    const k = table[quantity]!.findIndex((unit) => unit[0] === name);
    return k < 0 ? found : k;
  }, 0);
};

/**
 * A value with its unit, isolated; undefined stays undefined.
 * @param spoken The form for sentences and screen readers ("ناقص 3 درجات"), where the language has one.
 */
export const measure = (
  words: Words,
  quantity: Quantity,
  wanted: string,
  value: number | undefined,
  spoken?: boolean,
): string | undefined => {
  if (!Number.isFinite(value)) return undefined;
  const k = unitOf(words, quantity, wanted);
  const [, scale = 1, offset = 0, digits = 0] = table[quantity]![k]!;
  const converted = value! * scale + offset;
  const size = Math.abs(converted);
  const at = table.slice(0, quantity).reduce((sum, units) => sum + units.length, k);
  const prose = spoken && item<Forms>(words, Word.spoken, at);
  if (prose) {
    const n = Math.round(size);
    const said = fill(plural(words, prose, n), { n: number(words, n, 0) });
    const minus = words[Word.minus] as Forms | undefined;
    return converted < 0 && n ? fill(plural(words, minus, n), { value: said }) : said;
  }
  const pattern = item(words, Word.units, at) ?? '{n}';
  return isolate(fill(pattern, { n: number(words, converted, digits) }));
};

/** "5 minutes ago": whole minutes below an hour, hours below two days, then days. */
export const ago = (words: Words, milliseconds: number): string => {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const [span, n] =
    minutes < 60 ? [0, minutes] : minutes < 2880 ? [1, Math.floor(minutes / 60)] : [2, Math.floor(minutes / 1440)];
  return fill(plural(words, item<Forms>(words, Word.ago, span), n), { n: number(words, n, 0) });
};

/** A date; `local` is local time read as UTC. */
export const date = (words: Words, local: Date): string =>
  fill(text(words, Word.date), {
    weekday: item(words, Word.weekdays, local.getUTCDay()),
    day: isolate(`${local.getUTCDate()}`),
    month: item(words, Word.months, local.getUTCMonth()),
  });
