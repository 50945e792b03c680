import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Brotli bytes; 1 KB = 1000 B. A chunk is what most visitors never load. */
const limit = (name) => (name === 'weather-widget.js' ? 7000 : name.endsWith('.js') ? 1800 : 1200);

/** What an element loads of the script's files, beside its words and its forecast. Held true by a test in a browser. */
const PAGES = {
  'badge, line, strip, card': ['weather-widget.js'],
  full: ['weather-widget.js', 'chart.js'],
};

/** Prints what visitors load; 1 when something is over its limit. */
export const check = (out) => {
  let status = 0;
  const brotli = (name) => brotliCompressSync(out.get(name)).length;
  console.log(`${'file'.padEnd(22)}     raw    gzip  brotli`);
  for (const [name, bytes] of out) {
    if (!/^(words\/|[^/]+\.js$)/.test(name)) continue;
    const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(name)];
    const over = sizes[2] > limit(name);
    console.log(name.padEnd(22) + sizes.map((size) => `${size}`.padStart(8)).join('') + (over ? `  over ${limit(name)}` : ''));
    if (over) status = 1;
  }
  for (const [page, names] of Object.entries(PAGES)) {
    const sum = names.reduce((total, name) => total + brotli(name), 0);
    console.log(`${page}: ${sum} (${names.join(' + ')})`);
  }
  return status;
};
