import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

declare const HERE: string;

const build = (): Map<string, Buffer> => {
  const folder = mkdtempSync(join(tmpdir(), 'weather-dist-'));
  try {
    execFileSync(process.execPath, [join(HERE, 'build.mjs'), folder], { stdio: 'pipe' });
    return new Map(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => {
          const path = join(file.parentPath ?? file.path, file.name);
          return [path.slice(folder.length + 1), readFileSync(path)] as const;
        }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const first = build();
const read = (name: string) => JSON.parse(first.get(name)!.toString());

test('Build_Twice_GivesTheSameBytes', () => {
  const second = build();
  assert.deepEqual([...second.keys()], [...first.keys()]);
  for (const [name, bytes] of first) assert.ok(bytes.equals(second.get(name)!), name);
});

test('Integrity_NamesEveryScriptAndWordsFile', () => {
  const { files } = read('integrity.json');
  const served = [...first.keys()].filter((name) => /^words\/|^[^/]+\.js$/.test(name));
  assert.deepEqual(Object.keys(files).sort(), served.sort());
  for (const [name, hash] of Object.entries(files)) {
    assert.equal(hash, `sha384-${createHash('sha384').update(first.get(name)!).digest('base64')}`);
  }
});

test('Readme_HasTheAttributesOfTheSource', () => {
  const readme = readFileSync(join(HERE, 'README.md'), 'utf8');
  const documented = [...readme.matchAll(/^\| `([a-z]+)` \| /gm)].map(([, name]) => name);
  const attributes = Object.keys(JSON.parse(readFileSync(join(HERE, 'src/attributes.json'), 'utf8')));
  assert.deepEqual(documented.slice(0, attributes.length), attributes);
});

test('Manifest_HasAttributesEventsPartsAndProperties', () => {
  const [element] = read('npm/custom-elements.json').modules[0].declarations;
  const names = (key: string) => element[key].map(({ name }: { name: string }) => name);
  assert.ok(names('attributes').includes('places'));
  assert.ok(names('events').includes('weather-stale'));
  assert.ok(names('cssParts').includes('temperature'));
  assert.ok(names('cssProperties').includes('--weather-warning'));
  assert.ok(names('cssProperties').length <= 12);
});

test('Styles_AreLogicalAndUseTheDocumentedProperties', () => {
  const scripts = [...first].filter(([name]) => /^[^/]+\.js$/.test(name)).map(([, bytes]) => bytes.toString());
  const used = new Set(scripts.flatMap((text) => [...text.matchAll(/--weather-[a-z-]+/g)].map(([name]) => name)));
  const [element] = read('npm/custom-elements.json').modules[0].declarations;
  const known = element.cssProperties.map(({ name }: { name: string }) => name);
  assert.deepEqual([...used].filter((name) => !known.includes(name) && name !== '--weather-'), []);
  for (const text of scripts) assert.ok(!/[{;](margin|padding|border)-(left|right)|[{;](left|right|float):/.test(text));
});
