// Numbers, units, dates and sentences from the words alone. No Intl: a cold NumberFormat costs 65 to 115 ms on a slow phone.
import { defaults, type Factors } from 'virtual:units';
import type { Forms, PluralRule, Unit, Words } from './contract';
import { Quantity, Word } from './order';

export const MISSING = '—';

export type Values = Record<string, string | undefined>;

// An element is drawn in one go and in one language. So these are not arguments of everything below.
let words: Words;
let units: string[];
let factors: Factors;

/**
 * From now on, these words are spoken.
 * @param wanted Names of units; the last one that fits wins, over the choice of the language.
 * @param more Factors of units that are the choice of no language.
 */
export const speak = (next: Words, wanted = '', more?: Factors): void => {
  words = next;
  units = `${text(Word.preset)} ${wanted}`.split(' ');
  factors = { ...defaults, ...more };
};

/** A text of the words, or '' where this release of the words lacks it. */
export const text = (word: Word): string => (words[word] as string | undefined) ?? '';

/** An item of a list in the words. */
export const item = <T = string>(word: Word, k: number): T | undefined => {
  const list = text(word) as string & unknown[];
  return ((list.split?.('|') ?? list)[k] as T) || undefined;
};

/** First-strong isolate: keeps signs and units at their number, whatever the direction around it. */
export const isolate = (value: string | number): string => `\u2068${value}\u2069`;

/** The plural form for a whole number of 0 or more: of the first rule that holds and has a form here, else "other". */
export const plural = (forms: Forms, n: number): string => {
  if (typeof forms === 'string') return forms;
  const rule = (text(Word.plural) as unknown as readonly PluralRule[]).find?.(([category, modulus, from, to]) => {
    const rest = modulus ? n % modulus : n;
    return forms[category] && rest >= from && rest <= to;
  });
  return forms[rule?.[0] ?? 5]!;
};

/**
 * Puts values into a template. A piece in [brackets] vanishes when a value in it is missing; elsewhere a missing value is a dash.
 */
export const fill = (template: string, values: Values): string =>
  template
    .replace(/\[(.*?{(\w+)}.*?)\]/g, (_, piece: string, name: string) => (values[name] ? piece : ''))
    .replace(/{(\w+)}/g, (_, name: string) => values[name] || MISSING);

/** Rounds the size and then sets the sign, so that −0 cannot occur. U+2212, no grouping. */
export const number = (value: number, digits = 0): string => {
  const power = 10 ** digits;
  const size = Math.round(Math.abs(value) * power) / power;
  return isolate((value < 0 && size ? '−' : '') + `${size}`.replace('.', text(Word.decimal) || '.'));
};

/**
 * A value with its unit, isolated; undefined stays undefined.
 * @param spoken The form for sentences and screen readers ("ناقص 3 درجات"), where the language has one.
 */
export const measure = (quantity: Quantity, value: number | undefined, spoken?: boolean): string | undefined => {
  if (value == null) return;
  const known = item<readonly Unit[]>(Word.units, quantity) ?? [['', '{n}']];
  const [unit, pattern, prose] = units.reduce((found, name) => known.find((other) => other[0] === name) ?? found, known[0]!);
  const [scale, offset = 0, digits] = factors[unit] ?? [1];
  const converted = value * scale + offset;
  if (!spoken || !prose) return isolate(pattern.replace('{n}', number(converted, digits)));
  const n = Math.round(Math.abs(converted));
  const said = plural(prose, n).replace('{n}', isolate(n));
  return converted < 0 && n ? plural(text(Word.minus), n).replace('{value}', said) : said;
};

/** "5 minutes ago": whole minutes below an hour, hours below two days, then days. */
export const ago = (milliseconds: number): string => {
  const minutes = Math.max(0, milliseconds / 60_000);
  const span = minutes < 60 ? 0 : minutes < 2880 ? 1 : 2;
  const n = Math.floor(minutes / [1, 60, 1440][span]!);
  return plural(item<Forms>(Word.ago, span) ?? '', n).replace('{n}', isolate(n));
};

/** A date; `local` is local time read as UTC. */
export const date = (local: Date): string =>
  fill(text(Word.date), {
    weekday: item(Word.weekdays, local.getUTCDay()),
    day: isolate(local.getUTCDate()),
    month: item(Word.months, local.getUTCMonth()),
  });

const twoDigits = (n: number): string => `${100 + Math.floor(n)}`.slice(1);

/** Minutes of the wall clock as "15:05"; undefined stays undefined. */
export const clock = (minutes: number | undefined): string | undefined =>
  minutes == null ? undefined : isolate(fill(text(Word.clock), { h: twoDigits(minutes / 60), m: twoDigits(minutes % 60) }));

/** The same for a local time that is read as UTC. */
export const clockAt = (local: Date): string | undefined => clock(local.getUTCHours() * 60 + local.getUTCMinutes());
