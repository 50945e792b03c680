import assert from 'node:assert/strict';
import test from 'node:test';
import { skyWords } from '../src/sky';
import { byCode } from '../src/codes';
import { closest, expected } from '../src/language';
import { en } from './words';

test('Code_Unknown_LosesItsLastPartUntilItIsKnown', () => {
  const seen: string[] = [];
  byCode('rain-showers-thunder-3', (code) => void seen.push(code));
  assert.deepEqual(seen, ['rain-showers-thunder-3', 'rain-showers-thunder', 'rain-showers', 'rain']);
});

test('Sky_IntensityWithoutOwnWords_ReadsAsItsKind', () => {
  assert.equal(skyWords(en, 'rain-showers-thunder-3'), 'Thundery showers');
  assert.equal(skyWords(en, 'drizzle-2'), 'Drizzle');
  assert.equal(skyWords(en, 'rain-3'), 'Heavy rain');
  assert.equal(skyWords(en, 'snow-grains-1'), 'Snow');
});

test('Sky_Missing_HasNoWords', () => {
  assert.equal(skyWords(en, undefined), undefined);
  assert.equal(skyWords(en, 'frogs-3'), undefined);
  assert.equal(skyWords([], 'rain'), undefined);
});

test('Language_Expected_OnlyWhenTheAnswerIsSure', () => {
  assert.equal(expected('fr-MA'), 'fr');
  assert.equal(expected('AR-ma'), 'ar-MA');
  assert.equal(expected('zh-CN'), 'zh-Hans');
  // By the place: ar-MA in Morocco.
  assert.equal(expected('ar'), undefined);
  assert.equal(expected('ar-EG'), undefined);
  assert.equal(expected(''), undefined);
});

test('Language_ForAMessage_IsTheClosest', () => {
  assert.equal(closest('ar'), 'ar');
  assert.equal(closest('ar-EG'), 'ar');
  assert.equal(closest('xx'), 'en');
});
