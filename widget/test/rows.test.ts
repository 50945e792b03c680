import assert from 'node:assert/strict';
import test from 'node:test';
import type { ForecastPlace } from '../src/contract';
import { DAY, HOUR, localTime, rowsFrom } from '../src/rows';
import type { Daily, Hourly } from '../src/contract';

const at = (text: string): number => Date.parse(text);
const place = (...offsets: [string, number][]): ForecastPlace => ({
  name: '',
  offsets: offsets.map(([from, hours]) => [at(from) / 1000, hours * 3600] as const),
});
const wall = (where: ForecastPlace, now: string): string => localTime(where.offsets, at(now)).toISOString().slice(0, 16);

test('Row_NullOrMissingColumn_HasNoCell', () => {
  const columns = { start: '2026-11-23T16:00Z', temp: [null, 0], pop: undefined } as unknown as Hourly;
  const [first, second, third] = rowsFrom(columns, HOUR, at(columns.start), 9);
  assert.equal(first!.temp, undefined);
  assert.equal(second!.temp, 0);
  assert.equal(third, undefined);
});

const hourAt = (hourly: Hourly | undefined, now: number) => rowsFrom(hourly, HOUR, now, 1, place(['2026-11-01T00:00Z', 1]).offsets)[0];
const daysFrom = (daily: Daily, local: Date, count: number) => rowsFrom(daily, DAY, local.getTime(), count);

test('Hour_IsTheOneThatHoldsNow', () => {
  const hourly = { start: '2026-11-23T16:00Z', temp: [1, 2, 3] };
  assert.equal(hourAt(hourly, at('2026-11-23T16:00Z'))!.temp, 1);
  assert.equal(hourAt(hourly, at('2026-11-23T16:59:59Z'))!.temp, 1);
  assert.equal(hourAt(hourly, at('2026-11-23T17:00Z'))!.temp, 2);
  assert.equal(hourAt(hourly, at('2026-11-23T17:00Z'))!.local_.toISOString().slice(0, 16), '2026-11-23T18:00');
});

test('Hour_JustBeforeTheFirst_IsTheFirst', () => {
  const hourly = { start: '2026-11-23T16:00Z', temp: [1, 2, 3] };
  assert.equal(hourAt(hourly, at('2026-11-23T15:59:58Z'))!.temp, 1);
});

test('Hour_OutsideTheAnswer_IsMissing', () => {
  const hourly = { start: '2026-11-23T16:00Z', temp: [1, 2, 3] };
  assert.equal(hourAt(hourly, at('2026-11-23T19:00Z'))?.temp, undefined);
  assert.equal(hourAt(hourly, at('2026-11-23T10:00Z'))?.temp, undefined);
  assert.equal(hourAt(undefined, 0)?.temp, undefined);
});

test('LocalTime_DayOf23Hours_SkipsAnHour', () => {
  const paris = place(['2026-03-28T23:00Z', 1], ['2026-03-29T01:00Z', 2]);
  assert.equal(wall(paris, '2026-03-29T00:59Z'), '2026-03-29T01:59');
  assert.equal(wall(paris, '2026-03-29T01:00Z'), '2026-03-29T03:00');
});

test('LocalTime_DayOf25Hours_RepeatsAnHour', () => {
  const paris = place(['2026-10-24T22:00Z', 2], ['2026-10-25T01:00Z', 1]);
  assert.equal(wall(paris, '2026-10-25T00:30Z'), '2026-10-25T02:30');
  assert.equal(wall(paris, '2026-10-25T01:30Z'), '2026-10-25T02:30');
});

test('LocalTime_MoroccoAfterItsPermanentChange_IsUtc', () => {
  assert.equal(wall(place(['2026-11-23T00:00Z', 0]), '2026-11-23T12:00Z'), '2026-11-23T12:00');
});

test('LocalTime_WithoutOffsets_IsUtc', () => {
  assert.equal(wall({ name: '' } as ForecastPlace, '2026-11-23T12:00Z'), '2026-11-23T12:00');
});

const daily = { start: '2026-10-24', max: [1, 2, 3, 4] };

test('Days_BeginWithTheLocalToday', () => {
  const days = daysFrom(daily, new Date('2026-10-25T23:59Z'), 2);
  assert.deepEqual(
    days.map((day) => [day.max, day.local_.toISOString().slice(0, 10), day.current_]),
    [
      [2, '2026-10-25', true],
      [3, '2026-10-26', false],
    ],
  );
});

test('Days_OverAClockChange_AreCalendarDays', () => {
  const days = daysFrom(daily, new Date('2026-10-24T12:00Z'), 7);
  assert.deepEqual(
    days.map((day) => day.local_.getUTCDate()),
    [24, 25, 26, 27],
  );
});

test('Days_AllPassed_AreNone', () => assert.equal(daysFrom(daily, new Date('2026-11-24T12:00Z'), 5).length, 0));

test('Days_AnswerBeginsTomorrow_HasNoToday', () => {
  assert.equal(daysFrom(daily, new Date('2026-10-23T23:00Z'), 1)[0]!.current_, false);
});
