import type { FindingKey } from './words/en';

/** From what is in order to what keeps the widget from working. */
export type Level = 'ok' | 'note' | 'warn' | 'error';

/** What stands for {place} in a text; {age} is in milliseconds. */
export type Values = Readonly<Record<string, string>>;

export interface Finding {
  level: Level;
  key: FindingKey;
  values: Values;
  /** Which element of several, from 1. */
  element?: number;
}

const at =
  (level: Level) =>
  (key: FindingKey, values: Values = {}): Finding => ({ level, key, values });

export const ok = at('ok');
export const note = at('note');
export const warn = at('warn');
export const error = at('error');
