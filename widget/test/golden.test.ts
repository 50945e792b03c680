import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import type { Daily, Forecast, Hourly } from '../src/contract';

declare const HERE: string;

/** An answer of the service as its own test fixes it. */
const golden = JSON.parse(
  readFileSync(join(HERE, '../tests/Weather.Api.Tests/Golden/forecast-7d-48h.json'), 'utf8'),
) as Forecast & { hourly: Hourly };

// Every column that the contract names: the compiler complains about one that is forgotten here.
const hourly: Record<keyof Hourly, true> = {
  start: true, sky: true, night: true, temp: true, feels: true, rain: true, pop: true, humidity: true, dew: true, wind: true,
  direction: true, pressure: true, uv: true, visibility: true,
};
const daily: Record<keyof Daily, true> = {
  start: true, sky: true, min: true, max: true, pop: true, sunrise: true, sunset: true, moon: true,
};

test('Golden_HasEveryColumnThatTheElementReads', () => {
  // Open-Meteo is not asked for these two: they would make a call dearer.
  assert.deepEqual(Object.keys(hourly).filter((name) => !(name in golden.hourly)), ['pressure', 'visibility']);
  assert.deepEqual(Object.keys(daily).filter((name) => !(name in golden.daily)), []);
});

test('Golden_ColumnsAreAsLongAsTheWindow', () => {
  assert.equal(golden.hourly.temp!.length, 48);
  assert.equal(golden.daily.max!.length, 7);
});

test('Golden_SaysWhoseDataTheyAreAndHowOld', () => {
  const { text, href, fetchedAt, expiresAt, stale } = golden.source;
  assert.ok(text && href && Date.parse(fetchedAt) && Date.parse(expiresAt) && stale === false);
});
