import assert from 'node:assert/strict';
import test from 'node:test';
import { missingElement, widgetsOf } from '../site/doctor/element';
import { reserveFindings } from '../site/doctor/reserve';
import { scan } from '../site/doctor/scan';
import { scriptFindings } from '../site/doctor/script';
import { bad, HASH, keys, SCRIPT, service } from './doctor';

test('Facts_AreReadFromTheElementsOwnSources', () => {
  assert.ok(FACTS.attributes.includes('city') && FACTS.languages.includes('ar-MA'));
  assert.deepEqual(FACTS.choices, {
    layout: ['badge', 'line', 'strip', 'card', 'full'],
    theme: ['auto', 'light', 'dark'],
    axis: ['ltr', 'rtl'],
  });
  assert.deepEqual(Object.keys(FACTS.reserve), FACTS.choices['layout']);
  assert.deepEqual(FACTS.ranges, { days: [1, 7], hours: [1, 48] });
  assert.deepEqual(['morocco', 'us', 'kn', 'hpa'].filter((name) => !FACTS.lists['units']!.includes(name)), []);
  assert.ok(FACTS.lists['show']!.includes('humidity'));
});

const script = (html: string) => keys(scriptFindings(scan(html), html, service));
const tag = (attributes: string) => `<script ${attributes}></script>`;
const FLOATING = 'src="https://weather.example/widget/v1/weather-widget.js"';
const PINNED = 'async src="https://weather.example/widget/1.0.0-aaaa1111/weather-widget.js"';

test('Script_OfTheReadme_IsInOrder', () => assert.deepEqual(script(SCRIPT), ['ok script-ok', 'ok script-floating']));

test('Script_Tag_ThatDoesNotRunOrBlocks_IsTold', () => {
  const cases: [string, string][] = [
    ['', 'error script-none'],
    ['&lt;weather-widget city=Fes&gt;', 'error script-escaped'],
    [tag(`type="module" ${FLOATING}`), 'error script-module'],
    [tag(`type="text/plain" async ${FLOATING}`), 'error script-type'],
    [tag(`nomodule async ${FLOATING}`), 'error script-nomodule'],
    [tag(FLOATING), 'warn script-blocking'],
    [`<script async ${FLOATING} />`, 'error script-open'],
    [SCRIPT + SCRIPT, 'warn script-twice'],
    [tag(`async data-cfasync="false" ${FLOATING}`), 'warn script-data'],
    [tag('async src=“https://weather.example/widget/v1/weather-widget.js”'), 'error quotes'],
  ];
  for (const [html, expected] of cases) assert.ok(script(html).includes(expected), `${html}: ${script(html)}`);
  assert.deepEqual(script(tag(`type="text/javascript" defer data-city="Fes" ${FLOATING}`)), ['ok script-ok', 'ok script-floating']);
});

test('Script_Address_ThatIsNotThisService_IsTold', () => {
  const cases: [string, string[]][] = [
    ['/widget/v1/weather-widget.js', ['error script-relative']],
    ['https://cdn.example/widget/v1/weather-widget.js', ['error script-host']],
    ['http://weather.example/widget/v1/weather-widget.js', ['error script-http', 'ok script-floating']],
    ['https://weather.example/weather-widget.js', ['error script-path']],
    ['https://weather.example/widget/0.9.0-bbbb2222/weather-widget.js', ['ok script-ok', 'warn script-old', 'note integrity-none']],
    ['//weather.example/widget/v1/weather-widget.js?ver=6.4', ['ok script-ok', 'ok script-floating']],
    ['https://[/weather-widget.js', ['error script-path']],
  ];
  for (const [src, expected] of cases) assert.deepEqual(script(tag(`async src="${src}"`)), expected, src);
});

test('Script_OnLoopback_IsNoMixedContent', () => {
  const origin = 'http://127.0.0.1:8080';
  const html = tag(`async src="${origin}/widget/v1/weather-widget.js"`);
  assert.deepEqual(bad(scriptFindings(scan(html), html, { ...service, origin })), []);
});

test('Integrity_IsComparedWithTheRelease', () => {
  assert.deepEqual(script(tag(`crossorigin integrity="${HASH}" ${PINNED}`)), ['ok script-ok', 'ok integrity-ok']);
  assert.deepEqual(script(tag(`crossorigin integrity="sha384-old" ${PINNED}`)), ['error integrity-wrong']);
  assert.deepEqual(script(tag(`integrity="${HASH}" ${PINNED}`)), ['error integrity-crossorigin']);
  assert.deepEqual(script(tag(`async crossorigin integrity="${HASH}" ${FLOATING}`)), ['error integrity-floating']);
  assert.deepEqual(script(tag(PINNED)), ['ok script-ok', 'note integrity-none']);
});

const element = (html: string) => widgetsOf(scan(html)).map(({ findings }) => bad(findings));

test('Element_OfTheReadme_IsInOrder', () => {
  assert.deepEqual(element('<weather-widget city="Marrakech" lang="ar-MA" layout="card" days="5" class="a" data-b></weather-widget>'), [[]]);
  assert.deepEqual(element('<weather-widget lat="31.63" lon="-7.9" lang="zh-CN" units="us kn" show="sun moon" axis="rtl" hours=48></weather-widget>'), [[]]);
  assert.deepEqual(element('<weather-widget places="1" city="Fes" lang="fr"></weather-widget>'), [[]]);
  assert.deepEqual(element('<weather-widget places="1, 2,3" lang="FR-ma" theme="dark" search locate></weather-widget>'), [[]]);
});

test('Element_Mistakes_AreTold', () => {
  const cases: [string, string[]][] = [
    ['city="Fes" layuot="card"', ['warn attribute-misspelt']],
    ['city="Fes" colour="red"', ['warn attribute-unknown']],
    ['city="Fes" layout="crad"', ['warn value-misspelt']],
    ['city="Fes" theme="solarized"', ['warn value-unknown']],
    ['city="Fes" units="metric kmh kn celsius"', ['warn value-unknown']],
    ['city="Fes" hide="sun presure"', ['warn value-misspelt']],
    ['city="Fes" days="8"', ['warn value-number']],
    ['city="Fes" days="٥"', ['warn value-number']],
    ['city="Fes" hours="0"', ['warn value-number']],
    ['lat="31,63" lon="-7.9"', ['error value-degrees']],
    ['lat="31.63" lon="181"', ['error value-degrees']],
    ['lat="31.63"', ['error place-half']],
    ['', ['error place-none']],
    ['city=""', ['error place-none']],
    ['city="Fes" place="1"', ['error place-many']],
    ['place="Fes"', ['error value-id']],
    [`places="${'1,'.repeat(20)}1"`, ['error value-ids']],
    ['city="Fes" country="Maroc"', ['error value-country']],
    ['city="Fes" lang="zgh"', ['error lang-unknown']],
    ['city=“Fes”', ['error quotes']],
  ];
  for (const [attributes, expected] of cases) {
    assert.deepEqual(element(`<weather-widget ${attributes} lang="fr"></weather-widget>`), [expected], attributes);
  }
  assert.deepEqual(element('<weather-widget city="Fes" lang="fr" />'), [['error element-open']]);
});

test('Element_LanguageOfThePage_IsInherited', () => {
  const language = (html: string) => widgetsOf(scan(html))[0]!.findings.filter(({ key }) => key.startsWith('lang'));
  assert.deepEqual(keys(language('<html lang="ar"><weather-widget city=Fes></weather-widget>')), ['ok lang-ok']);
  assert.deepEqual(keys(language('<weather-widget city=Fes></weather-widget>')), ['note lang-none']);
});

test('Element_OfAScriptTag_IsCheckedToo', () => {
  assert.deepEqual(element(tag(`async data-city="Fes" data-lang="fr" data-dayz="3" ${FLOATING}`)), [['warn attribute-misspelt']]);
  assert.deepEqual(element(tag(`async data-cfasync="false" ${FLOATING}`)), []);
});

test('Element_MissingOrMisspelt_IsTold', () => {
  assert.deepEqual(keys([missingElement(scan('<p>'))]), ['error element-none']);
  assert.deepEqual(keys([missingElement(scan('<weatherwidget city=Fes>'))]), ['error element-misspelt']);
});

const reserve = (html: string) => {
  const tags = scan(html);
  return keys(reserveFindings(tags, tags.find(({ name }) => name === 'weather-widget')!.attributes));
};

test('Reserve_IsHeldAgainstTheLayoutsHeights', () => {
  const style = (rule: string, attributes = '') => reserve(`<style>${rule}</style><weather-widget ${attributes}></weather-widget>`);
  const card = 'weather-widget{display:block;min-block-size:17rem}';
  assert.deepEqual(style(card), ['ok reserve-ok']);
  assert.deepEqual(style('.side weather-widget { min-height: 272px; display: block }'), ['ok reserve-ok']);
  assert.deepEqual(style(card, 'layout="full"'), ['warn reserve-low']);
  assert.deepEqual(style(card, 'search'), ['warn reserve-low']);
  assert.deepEqual(style(`${card}weather-widget[layout=badge]{min-block-size:4rem}`, 'layout="badge"'), ['ok reserve-ok']);
  assert.deepEqual(style(`${card}weather-widget[layout="badge"]{min-block-size:4rem}`), ['ok reserve-ok']);
  assert.deepEqual(style(`${card}/* weather-widget{min-block-size:1rem} */weather-widget.big{min-block-size:1rem}`), ['ok reserve-ok']);
  assert.deepEqual(style('weather-widget{min-block-size:17rem}'), ['warn reserve-inline']);
  assert.deepEqual(style('weather-widget{display:block;min-block-size:50vh}'), ['note reserve-odd']);
  assert.deepEqual(style('my-weather-widget-box{display:block;min-block-size:17rem}'), ['warn reserve-none']);
  assert.deepEqual(reserve('<weather-widget style="display:block;min-block-size:17rem"></weather-widget>'), ['ok reserve-ok']);
});
