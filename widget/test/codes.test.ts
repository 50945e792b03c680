import assert from 'node:assert/strict';
import test from 'node:test';
import { skyWords } from '../src/sky';
import type { Words } from '../src/contract';
import { speak } from '../src/format';
import { expected } from '../src/language';
import { en } from './words';

const words = (spoken: Words, code: string | undefined) => {
  speak(spoken);
  return skyWords(code);
};

test('Sky_IntensityWithoutOwnWords_ReadsAsItsKind', () => {
  assert.equal(words(en, 'rain-showers-thunder-3'), 'Thundery showers');
  assert.equal(words(en, 'drizzle-2'), 'Drizzle');
  assert.equal(words(en, 'rain-3'), 'Heavy rain');
  assert.equal(words(en, 'snow-grains-1'), 'Snow');
});

test('Sky_Missing_HasNoWords', () => {
  assert.equal(words(en, undefined), undefined);
  assert.equal(words(en, 'frogs-3'), undefined);
  assert.equal(words([], 'rain'), undefined);
});

test('Language_Expected_OnlyWhenTheAnswerIsSure', () => {
  const sure = (tag: string) => expected(tag, true);
  assert.equal(sure('fr-MA'), 'fr');
  assert.equal(sure('AR-ma'), 'ar-MA');
  assert.equal(sure('zh-CN'), 'zh-Hans');
  // By the place: ar-MA in Morocco.
  assert.equal(sure('ar'), undefined);
  assert.equal(sure('ar-EG'), undefined);
  assert.equal(sure(''), undefined);
});

test('Language_ForAMessage_IsTheClosest', () => {
  const closest = (tag: string) => expected(tag, false);
  assert.equal(closest('ar'), 'ar');
  assert.equal(closest('ar-EG'), 'ar');
  assert.equal(closest('ar-MA'), 'ar-MA');
  assert.equal(closest('xx'), 'en');
});
