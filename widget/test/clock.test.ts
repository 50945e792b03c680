import assert from 'node:assert/strict';
import test from 'node:test';
import { learn, now, skewOf } from '../src/clock';

const date = 'Mon, 23 Nov 2026 12:00:00 GMT';
const served = Date.parse(date);

test('Skew_IsDatePlusAgeMinusLocalTime', () => {
  assert.equal(skewOf(new Headers({ date, age: '90' }), served), 90_000);
  assert.equal(skewOf(new Headers({ date }), served + 3 * 3_600_000), -3 * 3_600_000);
});

test('Skew_WithoutDate_IsUnknown', () => assert.equal(skewOf(new Headers(), 0), undefined));

const from = (hours: number): Headers => new Headers({ date: new Date(Date.now() + hours * 3_600_000).toUTCString() });
const off = (): number => Math.round((now() - Date.now()) / 3_600_000) + 0;

test('Learn_ClockThreeHoursOff_IsBelievedOnlyWhenChecked', () => {
  assert.equal(learn(from(3), false), true);
  assert.equal(off(), 0);
  assert.equal(learn(from(3), true), false);
  assert.equal(off(), 3);
  assert.equal(learn(from(3), false), false);
});

test('Learn_OldCopyFromTheBrowsersCache_IsAskedAgain', () => {
  assert.equal(learn(from(-2), false), true);
  assert.equal(off(), 3);
  assert.equal(learn(from(0), true), false);
  assert.equal(off(), 0);
});

test('Learn_WithoutDate_ChangesNothing', () => {
  assert.equal(learn(new Headers(), false), false);
  assert.equal(off(), 0);
});
