// Columns to rows, and the reader's "now" to an hour and a day. Local time is UTC shifted by the offset that the answer carries:
// the browser's own zone data may be years old.
import type { Column, Daily, ForecastPlace, Hourly } from './contract';

/** What an hour and a day know; a cell that is missing is simply not there. */
type Cells<C> = { [N in keyof C]?: NonNullable<C[N]> extends readonly (infer V)[] ? NonNullable<V> | undefined : never };

export interface Row extends Cells<Omit<Hourly, 'start' | 'sky' | 'pop'>>, Cells<Omit<Daily, 'start'>> {
  local_: Date;
  /** It holds "now". */
  current_: boolean;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A time as local time, to be read with the getUTC functions. */
export const localTime = (offsets: ForecastPlace['offsets'] | undefined, time: number): Date =>
  new Date(time + (offsets?.findLast(([from]) => from * 1000 <= time) ?? offsets?.[0] ?? [0, 0])[1] * 1000);

/**
 * Rows from the one that holds `now` on, at most `count`. An answer may begin a little after it: then from its first row.
 * @param offsets Of the place, for hours; days are local already, and so must `now` be.
 */
export const rowsFrom = (
  columns: Hourly | Daily | undefined,
  step: number,
  now: number,
  count: number,
  offsets?: ForecastPlace['offsets'],
): Row[] => {
  const all = Object.entries((columns ?? {}) as Record<string, Column<unknown>>);
  const start = Date.parse(columns?.start!);
  const current = Math.floor((now - start) / step);
  const first = current === -1 ? 0 : current;
  const length = all.find(([, column]) => (column as [])?.map)?.[1].length! - first;
  return Array.from({ length: Math.min(count, length) }, (_, k) => ({
    ...Object.fromEntries(all.map(([name, column]) => [name, column?.[first + k] ?? undefined])),
    local_: localTime(offsets, start + (first + k) * step),
    current_: first + k === current,
  }));
};
