import assert from 'node:assert/strict';
import test from 'node:test';
import { CATEGORIES, SKY, Word } from '../src/order';
import { locales, served } from './words';

const PLURAL = new Set<string>(CATEGORIES);

/** Paths of all texts. Plural forms count as one: languages have different ones. */
const paths = (value: unknown, at = ''): string[] =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? [at]
    : Object.keys(value).every((key) => PLURAL.has(key))
      ? [at]
      : Object.entries(value).flatMap(([key, inner]) => paths(inner, `${at}/${key}`));

/** Only Arabic has prose forms of degrees and percent. */
const comparable = (words: object): string[] => paths(words).filter((path) => !path.endsWith('/spoken')).sort();

for (const [lang, words] of Object.entries(locales)) {
  test(`Locale_${lang}_HasTheSameKeysAsEnglish`, () => assert.deepEqual(comparable(words), comparable(locales['en']!)));

  test(`Locale_${lang}_HasTheSameFactorsAsEnglish`, () => {
    const factors = (units: object) => JSON.stringify(units, (key, value) => (/text|spoken/.test(key) ? undefined : value));
    assert.equal(factors(words['units'] as object), factors(locales['en']!['units'] as object));
    assert.deepEqual(words['presets'], locales['en']!['presets']);
  });

  test(`Locale_${lang}_PluralFormsFitItsRules`, () => {
    const used = new Set([...(words['plural'] as [string][]).map(([name]) => name), 'other']);
    JSON.stringify(words, (_, value) => {
      if (value && typeof value === 'object' && 'other' in value) {
        for (const name of Object.keys(value as object)) assert.ok(used.has(name), `${lang} has no plural "${name}"`);
      }
      return value;
    });
  });

  test(`Locale_${lang}_ServesEveryWord`, () => {
    Object.values(Word)
      .filter((k) => typeof k === 'number')
      .forEach((k) => assert.ok(served[lang]![k as Word] != null, `${lang} lacks ${Word[k as Word]}`));
  });

  test(`Locale_${lang}_WordsEveryConditionInTheOrderList`, () => {
    const known = Object.keys(words['sky'] as object);
    assert.deepEqual(SKY.filter((code) => !known.includes(code)), []);
  });

  if (lang.startsWith('ar')) {
    test(`Locale_${lang}_HasNoTanwinSigns`, () => {
      // The press prints none; the vowels of البَرَد are wanted, for without them it reads "the cold".
      assert.ok(!/[\u064b-\u064d]/.test(JSON.stringify(words)));
    });
  }

  test(`Locale_${lang}_HasNoDashThatMeansMissing`, () => assert.ok(!JSON.stringify(words).includes('—')));
}
