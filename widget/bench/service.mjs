// What a browser needs of the service, from memory: the built widget, a forecast, and the two pages. Brotli, as the edge sends it.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { forecast } from './forecast.mjs';
import { pages } from './pages.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const TYPES = { js: 'text/javascript; charset=utf-8', json: 'application/json; charset=utf-8' };

const built = (dist) => {
  let version;
  try {
    version = readFileSync(join(dist, 'version.txt'), 'utf8').trim();
  } catch {
    throw new Error(`There is no widget in ${dist}: node build.mjs makes it.`);
  }
  const files = new Map();
  for (const name of readdirSync(dist, { recursive: true })) {
    const path = String(name);
    if (!/^(words\/)?[^/]+\.(js|json)$/.test(path)) continue;
    for (const release of ['v1', version]) files.set(`/widget/${release}/${path}`, join(dist, path));
  }
  return files;
};

/** @returns Its address, and how to close it. */
export const serve = async (dist = process.env.DIST ?? join(here, '../dist')) => {
  const files = built(dist);
  const answer = (path) => {
    if (path === '/v1/forecast') return [TYPES.json, forecast(Date.now())];
    if (path === '/robots.txt') return ['text/plain', 'User-agent: *\nAllow: /\n'];
    if (pages.has(path)) return ['text/html; charset=utf-8', pages.get(path)];
    if (files.has(path)) return [TYPES[path.split('.').at(-1)], readFileSync(files.get(path))];
  };
  const server = createServer((request, response) => {
    const found = answer(new URL(request.url, 'http://localhost').pathname);
    if (!found) return response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': found[0],
      'Content-Encoding': 'br',
      'Cache-Control': 'public, max-age=60',
      'Timing-Allow-Origin': '*',
    });
    response.end(brotliCompressSync(found[1]));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
};
