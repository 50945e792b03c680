// Columns to rows, and the reader's "now" to an hour and a day. Local time is UTC shifted by the offset that the answer carries:
// the browser's own zone data may be years old.
import type { Column, Daily, ForecastPlace, Hourly } from './contract';

export type Row<C> = { [N in keyof C]?: NonNullable<C[N]> extends readonly (infer V)[] ? NonNullable<V> : never };

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Rows first, first + 1, …, at most `count`. A missing column and a null cell are both simply not there. */
export const rows = <C extends object>(columns: C, first: number, count: number): Row<C>[] => {
  const all = Object.entries(columns as Record<string, Column<unknown>>);
  const length = all.find(([, column]) => Array.isArray(column))?.[1].length ?? 0;
  return Array.from({ length: Math.min(count, length - first) }, (_, k) =>
    Object.fromEntries(all.map(([name, column]) => [name, column?.[first + k] ?? undefined])),
  ) as Row<C>[];
};

/** `now` as local time, to be read with the getUTC functions. */
export const localTime = ({ offsets }: ForecastPlace, now: number): Date =>
  new Date(now + (offsets?.findLast(([from]) => from * 1000 <= now) ?? offsets?.[0] ?? [0, 0])[1] * 1000);

export type HourRow = Row<Hourly> & { local_: Date };

/** Hours from the one that holds `now`. An answer may begin seconds after it: then from its first hour. */
export const hoursFrom = (hourly: Hourly | undefined, place: ForecastPlace, now: number, count: number): HourRow[] => {
  if (!hourly) return [];
  const start = Date.parse(hourly.start);
  const k = Math.floor((now - start) / HOUR);
  const first = k === -1 ? 0 : k;
  return rows(hourly, first, count).map((row, n) => ({ ...row, local_: localTime(place, start + (first + n) * HOUR) }));
};

export type DayRow = Row<Daily> & { local_: Date; today_: boolean };

/** Days from today on, at most `count`; days that have passed since the answer was made are skipped. */
export const daysFrom = (daily: Daily, local: Date, count: number): DayRow[] => {
  const start = Date.parse(daily.start);
  const today = Math.floor((local.getTime() - start) / DAY);
  const first = Math.max(0, today);
  return rows(daily, first, count).map((row, k) => ({
    ...row,
    local_: new Date(start + (first + k) * DAY),
    today_: first + k === today,
  }));
};
