import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Brotli bytes; 1 KB = 1000 B. */
const limit = (name) => (name === 'weather-widget.js' ? 7000 : name.endsWith('.js') ? 1800 : 1200);

/** Prints what visitors load; 1 when something is over its limit. */
export const check = (out) => {
  let status = 0;
  console.log(`${'file'.padEnd(22)}     raw    gzip  brotli`);
  for (const [name, bytes] of out) {
    if (!/^(words\/|[^/]+\.js$)/.test(name)) continue;
    const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
    const over = sizes[2] > limit(name);
    console.log(name.padEnd(22) + sizes.map((size) => `${size}`.padStart(8)).join('') + (over ? `  over ${limit(name)}` : ''));
    if (over) status = 1;
  }
  return status;
};
