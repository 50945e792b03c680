// Writes dist/: the script, the words, their hashes, the version and the pages. Same inputs, same bytes.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documented, manifest, types } from './build/attributes.mjs';
import { bundle } from './build/bundle.mjs';
import { inputs, sha } from './build/inputs.mjs';
import { readLanguages, serve } from './build/words.mjs';
import { facts, site } from './build/site.mjs';
import { check } from './build/sizes.mjs';

const here = dirname(fileURLToPath(import.meta.url));
// A second build beside the first shows that the same sources give the same bytes.
const dist = process.argv[2] ?? join(here, 'dist');
const { version: release } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const { files, hash } = inputs(here);
const version = `${release}-${hash}`;

const languages = readLanguages(here);
const out = await bundle(here, { version, languages });
for (const [lang, words] of Object.entries(await serve(here, languages))) out.set(`words/${lang}.json`, words);
const integrity = Object.fromEntries([...out].map(([name, bytes]) => [name, `sha384-${sha('sha384', bytes, 'base64')}`]));

const readme = readFileSync(join(here, 'README.md'), 'utf8');
const pages = await site(here, files('site'), facts(here, readme, { version, languages }));
for (const [name, bytes] of pages) out.set(`site/${name}`, bytes);
out.set('integrity.json', Buffer.from(`${JSON.stringify({ version, files: integrity }, null, 2)}\n`));
out.set('version.txt', Buffer.from(`${version}\n`));
// What the npm package holds beside the files above.
out.set('npm/weather-widget.d.ts', Buffer.from(types(here)));
out.set('npm/custom-elements.json', Buffer.from(`${JSON.stringify(manifest(here, readme), null, 2)}\n`));
if (documented(here, readme) !== readme) writeFileSync(join(here, 'README.md'), documented(here, readme));

rmSync(dist, { recursive: true, force: true });
for (const [name, bytes] of out) {
  mkdirSync(dirname(join(dist, name)), { recursive: true });
  writeFileSync(join(dist, name), bytes);
}
console.log(`weather-widget ${version}`);
process.exitCode = check(out);
