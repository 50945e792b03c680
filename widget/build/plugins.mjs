import { build } from 'esbuild';
import { packIcons } from './icons.mjs';
import { shared } from './words.mjs';

/** The modules that src/virtual.d.ts declares. */
export const virtual = (here, languages) => ({
  name: 'virtual',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'virtual' }));
    const load = (filter, make) =>
      onLoad({ filter, namespace: 'virtual' }, async () => ({
        contents: Object.entries(await make()).map(([name, value]) => `export const ${name} = ${script(value)};`).join('\n'),
      }));
    load(/icons$/, () => packIcons(here));
    load(/units$/, () => shared(languages));
  },
});

/** A list of words weighs less as one string that the script splits. */
const script = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? `${JSON.stringify(value.join('|'))}.split('|')`
    : JSON.stringify(value);

/** A style sheet with its imports as one minified string. */
export const css = {
  name: 'css',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        bundle: true,
        minify: true,
        charset: 'utf8',
        target: ['chrome105', 'firefox110', 'safari16.4'],
        write: false,
      });
      // esbuild leaves the space before a fall-back.
      return { contents: outputFiles[0].text.trim().replace(/, /g, ','), loader: 'text' };
    });
  },
};
