import { build } from 'esbuild';
import { join } from 'node:path';
import { minify } from 'terser';
import { css, virtual } from './plugins.mjs';

/** What the script and the tests are bundled with. */
export const options = (here, { version, languages }) => ({
  bundle: true,
  charset: 'utf8',
  target: 'es2022',
  define: { VERSION: JSON.stringify(version), LANGUAGES: JSON.stringify([...languages.keys()]) },
  plugins: [virtual(here, languages), css],
  logLevel: 'warning',
});

/** The script: classic, in one function, properties that end in _ renamed. */
export const bundle = async (here, inputs) => {
  const result = await build({
    ...options(here, inputs),
    entryPoints: [join(here, 'src/weather-widget.ts')],
    format: 'iife',
    minify: true,
    mangleProps: /_$/,
    legalComments: 'none',
    write: false,
  });
  // terser after esbuild saves another 2 % of what visitors load.
  const { code } = await minify(result.outputFiles[0].text, {
    ecma: 2020,
    toplevel: true,
    compress: { passes: 3, unsafe_arrows: true },
  });
  return Buffer.from(code);
};
