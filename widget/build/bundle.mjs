import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { minify } from 'terser';
import { css, virtual } from './plugins.mjs';

/** What the script and the tests are bundled with. */
export const options = (here, { version, languages }) => ({
  bundle: true,
  charset: 'utf8',
  target: 'es2022',
  define: {
    VERSION: JSON.stringify(version),
    LANGUAGES: JSON.stringify([...languages.keys()].join(' ')),
  },
  plugins: [virtual(here, languages), css],
  // Classes and modules are strict by themselves.
  tsconfigRaw: { compilerOptions: { alwaysStrict: false, useDefineForClassFields: true } },
  logLevel: 'warning',
});

/**
 * terser after esbuild saves another 3 % of what visitors load. Which of its habits pays depends on what Brotli makes of it and changes
 * with every line, so some are tried.
 */
const smallest = async (text, format) => {
  let best;
  for (const inline of [1, 3]) {
    for (const collapse_vars of [true, false]) {
      const { code } = await minify(text, {
        ecma: 2020,
        module: format === 'esm',
        toplevel: true,
        compress: { passes: 3, unsafe: true, unsafe_arrows: true, inline, collapse_vars },
      });
      const bytes = Buffer.from(code);
      const size = brotliCompressSync(bytes).length;
      if (!best || size < best.size) best = { bytes, size };
    }
  }
  return best.bytes;
};

/**
 * The script: classic, in one function; and its chunks: modules that it imports from its own version's directory. Properties that
 * end in _ are renamed, the same way in all of them.
 * @returns Names and bytes.
 */
export const bundle = async (here, inputs) => {
  const out = new Map();
  let mangleCache = {};
  const add = async (name, entry, format) => {
    const result = await build({
      ...options(here, inputs),
      entryPoints: [join(here, 'src', entry)],
      format,
      minify: true,
      mangleProps: /_$/,
      mangleCache,
      legalComments: 'none',
      write: false,
    });
    mangleCache = result.mangleCache;
    out.set(name, await smallest(result.outputFiles[0].text, format));
  };
  await add('weather-widget.js', 'weather-widget.ts', 'iife');
  for (const file of readdirSync(join(here, 'src/chunks')).sort()) {
    if (file.endsWith('.ts') && file !== 'bench.ts') await add(file.replace('.ts', '.js'), `chunks/${file}`, 'esm');
  }
  return out;
};
