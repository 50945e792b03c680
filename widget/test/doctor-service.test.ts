import assert from 'node:assert/strict';
import test from 'node:test';
import { check } from '../site/doctor/check';
import { forecastPath, placeFindings, searchPath } from '../site/doctor/place';
import type { Answer, Ask, Place } from '../site/doctor/service';
import { clockFindings, forecastFindings } from '../site/doctor/service';
import { ago, report } from '../site/doctor/text';
import { ar } from '../site/doctor/words/ar';
import { en, type Words } from '../site/doctor/words/en';
import { fr } from '../site/doctor/words/fr';
import { bad, keys, SCRIPT, service } from './doctor';

const NOW = Date.UTC(2026, 10, 25, 12);
const FES: Place = { id: 2548885, name: 'Fès', country: 'Maroc' };
const source = { provider: 'open-meteo', fetchedAt: '2026-11-25T11:55:00Z', stale: false, text: 'Open-Meteo', licence: 'CC BY 4.0' };
const forecast = { place: FES, lang: 'fr', source };
const attributes = (list: Record<string, string>) => new Map(Object.entries(list));

test('Question_IsTheElementsOwn', () => {
  assert.equal(forecastPath(attributes({ city: 'Fès', country: 'MA' }), 'fr'), '/v1/forecast?city=F%C3%A8s&country=MA&lang=fr&days=7&hours=48&include=alerts%2Cair');
  assert.equal(forecastPath(attributes({ places: '3, 4', city: 'x', lang: 'en' }), 'fr'), '/v1/forecast?place=3&lang=en&days=7&hours=48&include=alerts%2Cair');
  assert.equal(forecastPath(attributes({ country: 'MA' }), 'fr'), undefined);
  assert.equal(searchPath(attributes({ city: 'Fès', country: 'Maroc' }), 'fr'), '/v1/places?q=F%C3%A8s&lang=fr&limit=6');
  assert.equal(searchPath(attributes({ place: '1' }), 'fr'), undefined);
});

test('Place_IsWhatTheForecastSays_ElseWhatTheSearchSays', () => {
  const other: Place = { id: 9, name: 'Fes' };
  assert.deepEqual(keys(placeFindings(attributes({ city: 'Fès' }), { status: 200, value: forecast }, undefined)), ['ok place-ok']);
  assert.deepEqual(keys(placeFindings(attributes({ city: 'Fès' }), { status: 200, value: forecast }, { status: 200, value: [FES, other] })), ['ok place-ok', 'note place-others']);
  assert.equal(placeFindings(attributes({ city: 'Fès' }), { status: 503 }, { status: 200, value: [FES] })[0]!.values['id'], '2548885');
  const [unknown] = placeFindings(attributes({ city: 'Fez' }), { status: 404, value: { ...forecast, suggestions: [FES] } }, undefined);
  assert.deepEqual([unknown!.key, unknown!.values['id']], ['place-suggestions', '2548885']);
  assert.deepEqual(keys(placeFindings(attributes({ place: '9' }), { status: 404 }, undefined)), ['error place-id-unknown']);
  assert.deepEqual(keys(placeFindings(attributes({ city: 'Xx' }), { status: 404 }, { status: 200, value: [] })), ['error place-unknown']);
  assert.deepEqual(keys(placeFindings(attributes({ lat: '-35', lon: '-25' }), { status: 200, value: { ...forecast, place: { name: '-35, -25' } } }, undefined)), ['note place-point']);
});

test('Forecast_AgeAndSource_AreTold', () => {
  const told = (answer: Answer<typeof forecast>) => forecastFindings(answer, 0);
  const [fresh] = told({ status: 200, value: forecast, time: NOW });
  assert.deepEqual([fresh!.key, fresh!.values['age']], ['forecast-ok', '300000']);
  assert.deepEqual(bad(told({ status: 200, value: { ...forecast, source: { ...source, stale: true, provider: 'sample' } }, time: NOW })), ['warn forecast-stale', 'warn source-sample']);
  const [down] = told({ status: 503, code: '4bf92f35' });
  assert.deepEqual([down!.key, down!.values['code']], ['forecast-down', '4bf92f35']);
  assert.deepEqual(told({ status: 404 }), []);
});

test('Clock_MoreThanTwoMinutesOff_IsNoted', () => {
  assert.deepEqual(keys(clockFindings({ status: 200, time: NOW }, NOW + 119_000)), ['ok clock-ok']);
  assert.equal(clockFindings({ status: 200, time: NOW }, NOW - 3 * 3_600_000)[0]!.values['minutes'], '180');
  assert.deepEqual(clockFindings({ status: 0 }, NOW), []);
});

const answers = (list: Record<string, Answer<unknown>>, asked: string[] = []): Ask => async (path) => {
  asked.push(path);
  return (list[Object.keys(list).find((start) => path.startsWith(start)) ?? ''] ?? { status: 404 }) as never;
};
const whole = {
  '/widget/integrity.json': { status: 200, value: service.integrity, time: NOW },
  '/widget/v1/weather-widget.js': { status: 200, value: '' },
  '/widget/v1/words/fr.json': { status: 200, value: [] },
  '/v1/forecast': { status: 200, value: forecast, time: NOW },
  '/v1/places': { status: 200, value: [FES] },
};
const SNIPPET = `${SCRIPT}<style>weather-widget{display:block;min-block-size:17rem}</style><weather-widget city="Fès" lang="fr"></weather-widget>`;

test('Check_OfTheReadmesSnippet_FindsNothingWrong', async () => {
  const { page, service: ours } = await check({ html: SNIPPET, policy: '' }, 'en', service.origin, answers(whole), () => NOW);
  assert.deepEqual(bad([...page, ...ours]), []);
  assert.ok(page.length > 5);
  assert.deepEqual(keys(ours), ['ok service-ok', 'ok words-ok', 'ok forecast-ok', 'ok source-ok', 'ok clock-ok']);
});

test('Check_WithoutAnything_LooksAtTheServiceAlone', async () => {
  const asked: string[] = [];
  const { page, service: ours } = await check({ html: ' ', policy: '' }, 'fr', service.origin, answers(whole, asked), () => NOW);
  assert.deepEqual(page, []);
  assert.deepEqual(keys(ours), ['ok service-ok', 'ok words-ok', 'ok clock-ok']);
  assert.deepEqual(asked, ['/widget/integrity.json', '/widget/v1/weather-widget.js', '/widget/v1/words/fr.json']);
});

test('Check_OfAServiceThatIsDown_SaysSo', async () => {
  const { service: ours } = await check({ html: SNIPPET, policy: '' }, 'fr', service.origin, answers({ '': { status: 0 } }), () => NOW);
  assert.deepEqual(keys(ours), ['error service-down', 'error words-none', 'error forecast-down']);
});

test('Check_OfAPinnedScript_AsksWhetherItIsThere', async () => {
  const html = SNIPPET.replace('/v1/', '/0.9.0-bbbb2222/');
  const old = { '/widget/0.9.0-bbbb2222/weather-widget.js': { status: 200, value: '' } };
  const run = async (list: Record<string, Answer<unknown>>) =>
    bad((await check({ html, policy: '' }, 'fr', service.origin, answers(list), () => NOW)).page);
  assert.deepEqual(await run(whole), ['error script-gone']);
  assert.deepEqual(await run({ ...whole, ...old }), ['warn script-old']);
});

test('Check_OfSeveralPlaces_LooksForEach', async () => {
  const html = `${SCRIPT}<weather-widget places="1, 2,3" lang="fr"></weather-widget>`;
  const list = { '/v1/places/3': { status: 404 }, ...whole };
  const { page } = await check({ html, policy: '' }, 'fr', service.origin, answers(list), () => NOW);
  assert.deepEqual(page.filter(({ key }) => key === 'place-id-unknown').map(({ values }) => values['id']), ['3']);
});

test('Check_OfManyElements_AsksForFiveAndNumbersAll', async () => {
  const asked: string[] = [];
  const html = SCRIPT + '<weather-widget place="1" lang="fr"></weather-widget>'.repeat(7);
  const { page } = await check({ html, policy: '' }, 'fr', service.origin, answers(whole, asked), () => NOW);
  assert.equal(asked.filter((path) => path.startsWith('/v1/')).length, 5);
  assert.deepEqual(page.filter(({ key }) => key === 'element-ok').map(({ element }) => element), [1, 2, 3, 4, 5, 6, 7]);
});

test('Words_OfAllLanguages_HaveTheSameBlanksAndCode', () => {
  const holes = (text: string | undefined) => (text?.match(/\{\w+\}/g) ?? []).sort();
  for (const other of [fr, ar]) {
    for (const [key, texts] of Object.entries(en.findings)) {
      const own = other.findings[key as keyof Words['findings']];
      assert.equal(own.length, texts.length, `${other.lang} ${key}`);
      texts.forEach((text, k) => assert.deepEqual(holes(own[k]), holes(text), `${other.lang} ${key}`));
      for (const text of own) assert.equal(text!.split('`').length % 2, 1, `${other.lang} ${key}`);
    }
    for (const [key, text] of Object.entries(en.page)) assert.deepEqual(holes(other.page[key as keyof Words['page']]), holes(text), key);
  }
});

test('Ago_IsInTheLanguagesWordsAndLatinDigits', () => {
  assert.equal(ago('en', 5 * 60_000 + 59_000), '5 minutes ago');
  assert.equal(ago('fr', 2 * 3_600_000), 'il y a 2 heures');
  assert.match(ago('ar-MA', 5 * 60_000), /قبل 5 دقائق/);
  assert.equal(ago('en', 20_000), 'now');
  assert.equal(ago('en', 2 * 86_400_000), '2 days ago');
});

test('Report_IsPlainTextWithIsolatesInArabicAndNothingThatWasPasted', async () => {
  const { page, service: ours } = await check({ html: `<p>secret</p>${SNIPPET}`, policy: "script-src 'self' 'nonce-secret'" }, 'ar', service.origin, answers(whole), () => NOW);
  const text = report(page, ours, service.origin, ar);
  assert.ok(text.startsWith('فحص التركيب: https://weather.example\n'));
  assert.match(text, /\[خطأ\] \u2066script-src\u2069/);
  assert.match(text, /→/);
  assert.doesNotMatch(text, /secret|`|\{/);
  assert.doesNotMatch(report(page, ours, service.origin, en), /[\u2066-\u2069]/);
});
