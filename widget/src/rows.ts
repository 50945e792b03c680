// Columns to rows, and the reader's "now" to an hour and a day. Local time is UTC shifted by the offset that the answer carries:
// the browser's own zone data may be years old.
import type { Column, Daily, ForecastPlace, Hourly } from './contract';

export type Row<C> = { [N in keyof C]?: NonNullable<C[N]> extends readonly (infer V)[] ? NonNullable<V> : never };

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Row k of a block of columns. A missing column and a null cell are both simply not there. */
export const row = <C extends object>(columns: C | undefined, k: number): Row<C> => {
  const cells: Record<string, unknown> = {};
  for (const [name, column] of Object.entries<Column<unknown>>({ ...columns })) cells[name] = column?.[k] ?? undefined;
  return cells as Row<C>;
};

/** The hour that holds `now`. An answer may begin seconds after it: then its first hour. */
export const hourAt = (hourly: Hourly | undefined, now: number): Row<Hourly> => {
  const k = Math.floor((now - Date.parse(hourly?.start ?? '')) / HOUR);
  return row(hourly, k === -1 ? 0 : k);
};

/** `now` as local time, to be read with the getUTC functions. */
export const localTime = (place: ForecastPlace, now: number): Date => {
  let offset = place.offsets?.[0]?.[1] ?? 0;
  for (const [from, seconds] of place.offsets ?? []) if (from * 1000 <= now) offset = seconds;
  return new Date(now + offset * 1000);
};

export type DayRow = Row<Daily> & { date_: Date; today_: boolean };

/** Days from today on, at most `count`; days that have passed since the answer was made are skipped. */
export const daysFrom = (daily: Daily, local: Date, count: number): DayRow[] => {
  const start = Date.parse(daily.start);
  const today = Math.floor((local.getTime() - start) / DAY);
  const first = Math.max(0, today);
  const { length } = daily.max ?? daily.min ?? daily.sky ?? [];
  return Array.from({ length: Math.max(0, Math.min(count, length - first)) }, (_, k) => ({
    ...row(daily, first + k),
    date_: new Date(start + (first + k) * DAY),
    today_: first + k === today,
  }));
};
