// Bundles each test with what the script is bundled with, and lets node run them.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { options } from '../build/bundle.mjs';
import { facts } from '../build/site.mjs';
import { readLanguages, serve } from '../build/words.mjs';

const here = join(dirname(fileURLToPath(import.meta.url)), '..');
const languages = readLanguages(here);
const served = Object.fromEntries(
  Object.entries(await serve(here, languages)).map(([lang, bytes]) => [lang, JSON.parse(bytes)]),
);
const shared = options(here, { version: 'test', languages });
const outdir = mkdtempSync(join(tmpdir(), 'weather-widget-'));
try {
  await build({
    ...shared,
    entryPoints: readdirSync(join(here, 'test'))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(here, 'test', name)),
    outdir,
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    format: 'esm',
    define: {
      ...shared.define,
      HERE: JSON.stringify(here),
      SERVED: JSON.stringify(served),
      FACTS: JSON.stringify(facts(here, readFileSync(join(here, 'README.md'), 'utf8'), { version: 'test', languages })),
      LOCALES: JSON.stringify(Object.fromEntries(languages)),
    },
  });
  const files = readdirSync(outdir).map((name) => join(outdir, name));
  process.exitCode = spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
