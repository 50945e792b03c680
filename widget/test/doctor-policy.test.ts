import assert from 'node:assert/strict';
import test from 'node:test';
import { matches } from '../site/doctor/csp';
import { policyFindings } from '../site/doctor/policy';
import { scan } from '../site/doctor/scan';
import { bad, HASH, keys, SCRIPT, service } from './doctor';

const STYLE = '<style>weather-widget{display:block;min-block-size:17rem}</style>';
const withNonce = SCRIPT.replace('<script', '<script nonce="abc"');
const policy = (text: string, html = SCRIPT) => bad(policyFindings(text, scan(html), service));
const HOST = 'https://weather.example';

test('Policy_OfTheDesign_IsInOrder', () => {
  const strict = `default-src 'none'; script-src 'nonce-abc'; connect-src ${HOST}; require-trusted-types-for 'script'; trusted-types 'none'`;
  assert.deepEqual(keys(policyFindings(strict, scan(withNonce), service)), ['ok policy-ok', 'ok policy-types']);
});

test('Policy_Script_NeedsItsHostOrNonceOrHash', () => {
  const connect = `connect-src ${HOST}`;
  const hashed = SCRIPT.replace('<script', `<script crossorigin integrity="${HASH}"`);
  const cases: [string, string, string[]][] = [
    [`script-src ${HOST}`, SCRIPT, []],
    ["script-src 'self' weather.example", SCRIPT, []],
    ["script-src 'self'", SCRIPT, ['error policy-script']],
    [`script-src 'self'; script-src-elem https:`, SCRIPT, []],
    [`script-src https:; script-src-elem 'self'`, SCRIPT, ['error policy-script']],
    ["default-src 'self'", SCRIPT, ['error policy-script']],
    [`script-src ${HOST}/widget/v1/`, SCRIPT, ['error policy-chunks']],
    [`script-src 'nonce-abc' 'strict-dynamic' ${HOST}`, withNonce, []],
    [`script-src 'nonce-abc' 'strict-dynamic' ${HOST}`, SCRIPT, ['error policy-strict']],
    ["script-src 'nonce-xyz'", withNonce, ['warn policy-nonce']],
    [`script-src '${HASH}'`, hashed, ['error policy-chunks']],
    [`script-src '${HASH}' 'strict-dynamic'`, hashed, []],
    [`script-src '${HASH}' ${HOST}`, hashed, []],
    ["script-src 'none'", SCRIPT, ['error policy-script']],
    ['img-src *', SCRIPT, []],
  ];
  for (const [text, html, expected] of cases) assert.deepEqual(policy(`${text}; ${connect}`, html), expected, text);
});

test('Policy_Connect_NeedsTheService', () => {
  assert.deepEqual(policy(`script-src ${HOST}; connect-src 'self'`), ['error policy-connect']);
  assert.deepEqual(policy(`default-src ${HOST}`), []);
  assert.deepEqual(policy(`connect-src ${HOST}/v1/`), ['error policy-connect']);
  assert.deepEqual(policy(`default-src 'none'; script-src ${HOST}`), ['error policy-connect']);
});

test('Policy_Style_ConcernsTheStyleLineAlone', () => {
  const base = `script-src ${HOST}; connect-src ${HOST}; style-src`;
  assert.deepEqual(policy(`${base} 'self'`), []);
  assert.deepEqual(policy(`${base} 'self'`, STYLE + SCRIPT), ['warn policy-style']);
  assert.deepEqual(policy(`${base} 'unsafe-inline'`, STYLE + SCRIPT), []);
  assert.deepEqual(policy(`${base} 'unsafe-inline' 'nonce-abc'`, STYLE + SCRIPT), ['warn policy-style']);
  assert.deepEqual(policy(`${base} 'nonce-abc'`, STYLE.replace('<style', '<style nonce="abc"') + SCRIPT), []);
});

test('Policy_AsPasted_IsFound', () => {
  const headers = `HTTP/2 200\r\ncontent-type: text/html\r\nContent-Security-Policy: script-src 'self'; connect-src ${HOST}\r\n`;
  assert.deepEqual(policy(headers), ['error policy-script']);
  assert.deepEqual(policy(`script-src ${HOST}, script-src 'self'`), ['error policy-script']);
  assert.deepEqual(policy('', `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">${SCRIPT}`), ['error policy-script']);
  assert.deepEqual(keys(policyFindings('', scan(SCRIPT), service)), ['note policy-none']);
  assert.deepEqual(keys(policyFindings("Content-Security-Policy-Report-Only: script-src 'self'", scan(SCRIPT), service)), ['note policy-report']);
});

test('Source_MatchesAsTheStandardSays', () => {
  const url = new URL('https://a.weather.example/widget/v1/x.js');
  const yes = ['*', 'https:', 'http:', '*.weather.example', 'A.weather.example', 'http://a.weather.example', 'https://a.weather.example:443', '*:*', '*.weather.example/widget/'];
  const no = ['weather.example', '*.a.weather.example', 'https://a.weather.example:8443', 'a.weather.example/widget', 'wss:', "'self'", "'none'", 'data:'];
  for (const source of yes) assert.equal(matches(source, url), true, source);
  for (const source of no) assert.equal(matches(source, url), false, source);
  assert.equal(matches('weather.example', new URL('https://weather.example:8443/')), false);
  assert.equal(matches('weather.example:8443', new URL('https://weather.example:8443/')), true);
});
