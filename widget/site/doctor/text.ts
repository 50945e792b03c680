import type { Finding, Level, Values } from './finding';
import type { Words } from './words/en';

/** A piece of a text: words of the language, code, or something found, whose direction is its own. */
export interface Piece {
  kind: 'text' | 'code' | 'value';
  text: string;
}

const MINUTE = 60_000;
const STEPS = [
  ['day', 36 * 60 * MINUTE, 24 * 60 * MINUTE],
  ['hour', 90 * MINUTE, 60 * MINUTE],
  ['minute', MINUTE, MINUTE],
] as const;

/** "5 minutes ago", in Latin digits as the Moroccan press writes them. */
export const ago = (lang: string, age: number): string => {
  const format = new Intl.RelativeTimeFormat(`${lang}-u-nu-latn`, { numeric: age < MINUTE ? 'auto' : 'always' });
  const [unit, , length] = STEPS.find(([, from]) => age >= from) ?? ['second', 0, Infinity];
  return format.format(-Math.floor(age / length) || 0, unit);
};

const fill = (template: string, values: Values, lang: string): Piece[] =>
  template.split(/\{(\w+)\}/).map((text, k) => {
    if (k % 2 === 0) return { kind: 'text', text };
    const value = values[text] ?? '';
    return { kind: 'value', text: text === 'age' ? ago(lang, Number(value)) : value };
  });

/** `code` and {values} of a template. */
export const pieces = (template: string, values: Values, lang: string): Piece[] =>
  template
    .split('`')
    .flatMap((part, k): Piece[] => {
      const filled = fill(part, values, lang);
      return k % 2 ? [{ kind: 'code', text: filled.map(({ text }) => text).join('') }] : filled;
    })
    .filter(({ text }) => text);

/** Isolated where the direction may change (U+2066, U+2068, U+2069): a mail has no markup. */
export const plain = (template: string, values: Values, { lang, dir }: Words): string =>
  pieces(template, values, lang)
    .map(({ kind, text }) => (dir === 'ltr' || kind === 'text' ? text : `${kind === 'code' ? '\u2066' : '\u2068'}${text}\u2069`))
    .join('');

/** How many findings of a level. */
export const count = (findings: readonly Finding[], level: Level): string => `${findings.filter((found) => found.level === level).length}`;

const line = ({ key, level, values, element }: Finding, words: Words): string => {
  const [what, todo] = words.findings[key];
  const which = element ? `${plain(words.page.element, { number: `${element}` }, words)}: ` : '';
  const then = todo && level !== 'ok' ? `\n  → ${plain(todo, values, words)}` : '';
  return `[${words.page[level]}] ${which}${plain(what, values, words)}${then}`;
};

/** What a support mail needs; neither what was pasted nor anything about the visitor. */
export const report = (page: readonly Finding[], service: readonly Finding[], origin: string, words: Words): string =>
  [
    `${words.page.title}: ${origin}`,
    ...[
      [words.page.yours, page] as const,
      [words.page.ours, service] as const,
    ].flatMap(([title, findings]) => (findings[0] ? ['', title, ...findings.map((found) => line(found, words))] : [])),
    '',
  ].join('\n');
