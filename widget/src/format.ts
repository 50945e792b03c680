// Numbers, units, dates and sentences from the words alone. No Intl: a cold NumberFormat costs 65 to 115 ms on a slow phone.
import { factors, presets } from 'virtual:units';
import type { Forms, PluralRule, Unit, Words } from './contract';
import { Quantity, Word } from './order';

export const MISSING = '—';

export type Values = Record<string, string | undefined>;

/** A text of the words, or '' where this release of the words lacks it. */
export const text = (words: Words, word: Word): string => (words[word] as string | undefined) ?? '';

/** An item of a list in the words. */
export const item = <T = string>(words: Words, word: Word, k: number): T | undefined => {
  const list = (words[word] ?? '') as string | readonly unknown[];
  return ((typeof list === 'string' ? list.split('|') : list)[k] as T) || undefined;
};

/** First-strong isolate: keeps signs and units at their number, whatever the direction around it. */
export const isolate = (value: string | number): string => `\u2068${value}\u2069`;

/** The plural form for a whole number of 0 or more: of the first rule that holds and has a form here, else "other". */
export const plural = (words: Words, forms: Forms, n: number): string => {
  if (typeof forms === 'string') return forms;
  const rule = (words[Word.plural] as readonly PluralRule[] | undefined)?.find(([category, modulus, from, to]) => {
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
export const number = (words: Words, value: number, digits = 0): string => {
  const power = 10 ** digits;
  const size = Math.round(Math.abs(value) * power) / power;
  return isolate((value < 0 && size ? '−' : '') + `${size}`.replace('.', text(words, Word.decimal) || '.'));
};

const known: Record<string, Unit> = {};

/** The wanted unit of a quantity: the last name that fits wins, over the preset of the language. Looked up once. */
export const unitOf = (words: Words, quantity: Quantity, wanted: string): Unit => {
  const names = `${text(words, Word.preset)} ${wanted}`;
  const units = item<readonly Unit[]>(words, Word.units, quantity) ?? [['', '{n}']];
  return (known[text(words, Word.lang) + quantity + names] ??= names
    .replace(/\w+/g, (name) => presets[name] ?? name)
    .split(' ')
    .reduce((found, name) => units.find((unit) => unit[0] === name) ?? found, units[0]!));
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
  if (value == null) return undefined;
  const [unit, pattern, prose] = unitOf(words, quantity, wanted);
  const [scale, offset = 0, digits = 0] = factors[unit] ?? [1];
  const converted = value * scale + offset;
  if (!spoken || !prose) return isolate(fill(pattern, { n: number(words, converted, digits) }));
  const n = Math.round(Math.abs(converted));
  const said = fill(plural(words, prose, n), { n: isolate(n) });
  const minus = words[Word.minus] as Forms;
  return converted < 0 && n ? fill(plural(words, minus, n), { value: said }) : said;
};

/** "5 minutes ago": whole minutes below an hour, hours below two days, then days. */
export const ago = (words: Words, milliseconds: number): string => {
  const minutes = Math.max(0, milliseconds / 60_000);
  const span = minutes < 60 ? 0 : minutes < 2880 ? 1 : 2;
  const n = Math.floor(minutes / [1, 60, 1440][span]!);
  return fill(plural(words, item<Forms>(words, Word.ago, span) ?? '', n), { n: isolate(n) });
};

/** A date; `local` is local time read as UTC. */
export const date = (words: Words, local: Date): string =>
  fill(text(words, Word.date), {
    weekday: item(words, Word.weekdays, local.getUTCDay()),
    day: isolate(local.getUTCDate()),
    month: item(words, Word.months, local.getUTCMonth()),
  });

/** Minutes of the wall clock as "15:05"; undefined stays undefined. */
export const clock = (words: Words, minutes: number | undefined): string | undefined =>
  minutes == null
    ? undefined
    : isolate(
        fill(text(words, Word.clock), {
          h: `${Math.floor(minutes / 60)}`.padStart(2, '0'),
          m: `${minutes % 60}`.padStart(2, '0'),
        }),
      );

/** The same for a local time that is read as UTC. */
export const clockAt = (words: Words, local: Date): string | undefined =>
  clock(words, local.getUTCHours() * 60 + local.getUTCMinutes());
