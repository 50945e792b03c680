import assert from 'node:assert/strict';
import test from 'node:test';
import { factors, unitsOf } from '../src/chunks/units';
import type { Words } from '../src/contract';
import * as format from '../src/format';
import { Quantity } from '../src/order';
import { ar, en, fr, plain, served } from './words';

/** A function that speaks, with its words in front. */
const speaking =
  <A extends unknown[], R>(say: (...rest: A) => R) =>
  (words: Words, ...rest: A): R => {
    format.speak(words);
    return say(...rest);
  };
const { fill } = format;
const ago = speaking(format.ago);
const clock = speaking(format.clock);
const date = speaking(format.date);
const number = speaking(format.number);
const measure = (words: Words, quantity: Quantity, wanted: string, value: number | undefined, spoken = false) => {
  format.speak(words, unitsOf(wanted), factors);
  return format.measure(quantity, value, spoken);
};

const celsius = (value: number | undefined, words = ar, spoken = false) =>
  measure(words, Quantity.temperature, '', value, spoken);

test('Number_NegativeThatRoundsToZero_HasNoSign', () => {
  assert.equal(plain(number(en, -0.3, 0)), '0');
  assert.equal(plain(number(en, -0, 0)), '0');
  assert.equal(plain(number(en, -0.04, 1)), '0');
});

test('Number_Negative_HasMinusSignInsideItsIsolate', () => {
  assert.equal(number(en, -3.4, 0), '\u2068−3\u2069');
});

test('Number_Decimal_UsesTheLanguagesSeparator', () => {
  assert.equal(plain(number(ar, 3.54, 1)), '3,5');
  assert.equal(plain(number(en, 3.54, 1)), '3.5');
});

test('Number_Thousands_AreNotGrouped', () => {
  assert.equal(plain(number(fr, 1017.2, 0)), '1017');
});

test('Measure_Missing_StaysMissing', () => {
  for (const value of [undefined, null]) assert.equal(celsius(value as number | undefined), undefined);
});

test('Measure_Zero_IsShown', () => assert.equal(plain(celsius(0)), '0°'));

test('Measure_Wind_UsesThePressUnits', () => {
  assert.equal(plain(measure(ar, Quantity.wind, '', 4.2)), '15\u00a0كلم/س');
  assert.equal(plain(measure(fr, Quantity.wind, '', 4.2)), '15\u00a0km/h');
});

test('Measure_Percent_HasFrenchNarrowSpace', () => {
  assert.equal(plain(measure(fr, Quantity.percent, '', 35)), '35\u202f%');
  assert.equal(plain(measure(ar, Quantity.percent, '', 35)), '35%');
});

test('Units_PresetAndSingleUnit_LastOneWins', () => {
  const wind = (units: string) => plain(measure(en, Quantity.wind, units, 10));
  assert.equal(wind('us'), '22\u00a0mph');
  assert.equal(wind('us kn'), '19\u00a0kn');
  assert.equal(wind('kn us'), '22\u00a0mph');
  assert.equal(wind('nonsense'), '36\u00a0km/h');
  assert.equal(plain(measure(en, Quantity.temperature, 'us', -40)), '−40°');
});

test('Spoken_ArabicDegrees_TakeTheirPluralForm', () => {
  const said = [0, 1, 2, 3, 10, 11, 99, 100, -1, -2, -3, -12, -0.4].map((n) => plain(celsius(n, ar, true)));
  assert.deepEqual(said, [
    'صفر درجة',
    'درجة واحدة',
    'درجتان',
    '3\u00a0درجات',
    '10\u00a0درجات',
    '11\u00a0درجة',
    '99\u00a0درجة',
    '100\u00a0درجة',
    'ناقص درجة واحدة',
    'ناقص درجتين',
    'ناقص 3\u00a0درجات',
    'ناقص 12\u00a0درجة',
    'صفر درجة',
  ]);
});

test('Ago_Arabic_HasAllSixCategories', () => {
  const minutes = [0, 1, 2, 3, 10, 11, 59].map((n) => plain(ago(ar, n * 60_000)));
  assert.deepEqual(minutes, [
    'الآن',
    'قبل دقيقة واحدة',
    'قبل دقيقتين',
    'قبل 3 دقائق',
    'قبل 10 دقائق',
    'قبل 11 دقيقة',
    'قبل 59 دقيقة',
  ]);
  const days = [2, 3, 11, 99, 100, 102, 103, 111].map((n) => plain(ago(ar, n * 86_400_000)));
  assert.deepEqual(days, [
    'قبل يومين',
    'قبل 3 أيام',
    'قبل 11 يوما',
    'قبل 99 يوما',
    'قبل 100 يوم',
    'قبل 102 يوم',
    'قبل 103 أيام',
    'قبل 111 يوما',
  ]);
});

test('Ago_FrenchAndEnglish_HaveOneAndOther', () => {
  assert.equal(plain(ago(fr, 0)), 'à l’instant');
  assert.equal(plain(ago(fr, 60_000)), 'il y a 1 minute');
  assert.equal(plain(ago(en, 119_000)), '1 minute ago');
  assert.equal(plain(ago(en, 3_600_000)), '1 hour ago');
  assert.equal(plain(ago(en, 47 * 3_600_000)), '47 hours ago');
  assert.equal(plain(ago(en, 48 * 3_600_000)), '2 days ago');
});

test('Ago_Future_IsNow', () => assert.equal(plain(ago(en, -5_000)), 'just now'));

test('Date_HasPressMonthsAndNoComma', () => {
  const day = new Date(Date.UTC(2026, 10, 25));
  assert.equal(plain(date(ar, day)), 'الأربعاء 25 نونبر');
  assert.equal(plain(date(fr, day)), 'mercredi 25 novembre');
  assert.equal(plain(date(en, day)), 'Wednesday 25 November');
});

test('Fill_SegmentWithMissingValue_Vanishes', () => {
  assert.equal(fill('{day}[: {sky}][, {pop}]', { day: 'Monday', pop: '35%' }), 'Monday, 35%');
  assert.equal(fill('{a} {b}', { a: 'x' }), 'x —');
});

test('Format_WordsWithoutTheKey_DoNotThrow', () => {
  assert.equal(ago([], 60_000), '');
  assert.equal(date([], new Date(0)), '');
  assert.equal(plain(measure([], Quantity.temperature, '', -3, true)), '−3');
});

test('Plural_EveryLanguage_HasItsOwnRules', () => {
  const minutes = (lang: string, ...counts: number[]) => counts.map((n) => plain(ago(served[lang]!, n * 60_000)));
  assert.deepEqual(minutes('ru', 1, 2, 5, 11, 21, 22, 25), [
    '1 минуту назад',
    '2 минуты назад',
    '5 минут назад',
    '11 минут назад',
    '21 минуту назад',
    '22 минуты назад',
    '25 минут назад',
  ]);
  assert.deepEqual(minutes('he', 1, 2, 3), ['לפני דקה', 'לפני שתי דקות', 'לפני 3 דקות']);
  assert.deepEqual(minutes('ja', 1, 2), ['1分前', '2分前']);
  assert.deepEqual(minutes('de', 0, 1, 2), ['gerade eben', 'vor 1 Minute', 'vor 2 Minuten']);
  assert.deepEqual(minutes('ar', 2, 3, 11), ['قبل دقيقتين', 'قبل 3 دقائق', 'قبل 11 دقيقة']);
});

test('Percent_Turkish_HasItsSignInFront', () => {
  assert.equal(plain(measure(served['tr']!, Quantity.percent, '', 35)), '%35');
});

test('Temperature_ChineseProse_SaysBelowZero', () => {
  assert.equal(plain(celsius(-3, served['zh-Hans'], true)), '零下3摄氏度');
});

test('Clock_FollowsTheLanguage', () => {
  assert.equal(plain(clock(fr, 423)), '07\u00a0h\u00a003');
  assert.equal(plain(clock(ar, 0)), '00:00');
  assert.equal(clock(ar, undefined), undefined);
});
