// Which functions of the element take the time: a sampling profile of first renders, with the names that minification takes away.
import { build } from 'esbuild';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { options } from '../build/bundle.mjs';
import { readLanguages } from '../build/words.mjs';
import { launch } from './browser.mjs';
import { serve } from './service.mjs';

const rounds = +(process.argv[2] ?? 10);
const slowdown = +(process.argv[3] ?? 4);
const widget = join(dirname(fileURLToPath(import.meta.url)), '..');

const named = async () => {
  const dist = mkdtempSync(join(tmpdir(), 'weather-widget-'));
  cpSync(join(widget, 'dist'), dist, { recursive: true });
  const version = readFileSync(join(dist, 'version.txt'), 'utf8').trim();
  const common = options(widget, { version, languages: readLanguages(widget) });
  const chunks = readdirSync(join(widget, 'src/chunks')).filter((name) => name.endsWith('.ts') && name !== 'bench.ts');
  await build({ ...common, entryPoints: [join(widget, 'src/weather-widget.ts')], format: 'iife', outdir: dist, allowOverwrite: true });
  await build({ ...common, entryPoints: chunks.map((name) => join(widget, 'src/chunks', name)), format: 'esm', outdir: dist });
  return dist;
};

/** Adds a profile's times, in milliseconds, by function: its own, and with all that it called. */
const add = ({ nodes, samples, timeDeltas }, sums) => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) for (const child of node.children ?? []) byId.get(child).parent = node;
  samples.forEach((id, k) => {
    const time = (timeDeltas[k + 1] ?? 0) / 1000;
    const seen = new Set();
    for (let node = byId.get(id), own = true; node; node = node.parent, own = false) {
      const { functionName, url, lineNumber } = node.callFrame;
      const name = /\/widget\//.test(url) ? `${functionName || '(top)'} ${url.split('/').at(-1)}:${lineNumber + 1}` : '';
      if (!name) continue;
      const sum = sums.get(name) ?? sums.set(name, { own: 0, all: 0 }).get(name);
      if (own) sum.own += time;
      if (!seen.has(name)) sum.all += time;
      seen.add(name);
    }
  });
};

const dist = await named();
const service = await serve(dist);
const browser = await launch();
const sums = new Map();
try {
  for (let round = 0; round < rounds; round++) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const client = await page.createCDPSession();
    await page.emulateCPUThrottling(slowdown);
    await page.evaluateOnNewDocument(() => {
      window.shown = new Promise((resolve) => addEventListener('weather-load', resolve, { once: true }));
    });
    await client.send('Profiler.enable');
    await client.send('Profiler.setSamplingInterval', { interval: 100 });
    await client.send('Profiler.start');
    await page.goto(`${service.url}/with`, { waitUntil: 'load' });
    await page.evaluate(() => window.shown);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    add((await client.send('Profiler.stop')).profile, sums);
    await context.close();
  }
} finally {
  await browser.close();
  service.close();
  rmSync(dist, { recursive: true });
}
console.log(`Mean ms of ${rounds} first renders at ${slowdown}x slowdown: own, with callees, function`);
for (const [name, { own, all }] of [...sums].sort(([, a], [, b]) => b.own - a.own).slice(0, 30)) {
  console.log(`${(own / rounds).toFixed(2).padStart(7)} ${(all / rounds).toFixed(2).padStart(7)}  ${name}`);
}
