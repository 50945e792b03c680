import assert from 'node:assert/strict';
import test from 'node:test';
import { learn, now } from '../src/clock';

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

test('Learn_AgeOfASharedCache_IsAddedToTheDate', () => {
  const headers = from(0);
  headers.set('age', '7200');
  assert.equal(learn(headers, true), false);
  assert.equal(off(), 2);
  learn(from(0), true);
});

test('Learn_WithoutDate_ChangesNothing', () => {
  assert.equal(learn(new Headers(), false), false);
  assert.equal(off(), 0);
});
