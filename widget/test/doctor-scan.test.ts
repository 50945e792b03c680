import assert from 'node:assert/strict';
import test from 'node:test';
import { nearest } from '../site/doctor/nearest';
import { scan } from '../site/doctor/scan';

const only = (html: string) => {
  const tags = scan(html);
  assert.equal(tags.length, 1, html);
  return tags[0]!;
};

test('Scan_Attributes_AreReadAsABrowserReadsThem', () => {
  const { name, attributes } = only(`<Weather-Widget CITY='A&amp;B' lang=ar-MA search\n data-x = "1>2" city="again">`);
  assert.equal(name, 'weather-widget');
  assert.deepEqual([...attributes], [['city', 'A&B'], ['lang', 'ar-MA'], ['search', ''], ['data-x', '1>2']]);
});

test('Scan_CharacterReferences_GiveTheCity', () => {
  assert.equal(only('<w city="&#1601;&#x627;&#1587; &copy &#9999999;">').attributes.get('city'), 'فاس &copy &#9999999;');
});

test('Scan_CommentsAndTextOfScripts_HoldNoTags', () => {
  const tags = scan('<!-- <weather-widget> --><script>"<b>"</script ><p><textarea><i></textarea>');
  assert.deepEqual(tags.map(({ name }) => name), ['script', 'p', 'textarea']);
  assert.equal(tags[0]!.text, '"<b>"');
});

test('Scan_EndTags_CloseTheLastOpenOne', () => {
  const closed = (html: string) => scan(html).map((tag) => tag.closed);
  assert.deepEqual(closed('<w></w><w></w>'), [true, true]);
  assert.deepEqual(closed('<w><w></w>'), [false, true]);
  assert.deepEqual(closed('<w />'), [false]);
  assert.deepEqual(closed('<script src=a><w></w>'), [false]);
});

test('Scan_TypographicOrMissingQuotes_AreSeen', () => {
  assert.equal(only('<w city=“El Jadida” lang=ar>').badQuotes, true);
  assert.equal(only('<w city="Fes lang=ar>').badQuotes, true);
  assert.equal(only('<w city="L’Ourika" lang=\'ar\'>').badQuotes, false);
});

test('Scan_AnyInput_EndsAndLosesNothingBefore', () => {
  for (const end of ['<', '</', '<!--', '<p', '<p a', '<p a=', '<p a="', '<p a=\'>', '<script>', '&#', '< b>', '<!doctype html>']) {
    assert.equal(scan(`<w>${end}`)[0]!.name, 'w', end);
  }
  assert.equal(scan('<'.repeat(100_000)).length, 0);
  assert.equal(scan('<a '.repeat(20_000)).length, 1);
});

test('Nearest_SlipsAndLongerForms_AreKnown', () => {
  const names = ['lang', 'layout', 'lat', 'lon', 'city', 'theme', 'days'];
  assert.equal(nearest('layuot', names), 'layout');
  assert.equal(nearest('citty', names), 'city');
  assert.equal(nearest('language', names), 'lang');
  assert.equal(nearest('longitude', names), 'lon');
  assert.equal(nearest('THEMES', names), 'theme');
  assert.equal(nearest('colour', names), undefined);
});
