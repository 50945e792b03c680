// The service's own pages: copied as they are, but for the script of /doctor, which is bundled with what it must know of the element.
import { build } from 'esbuild';
import { join } from 'node:path';
import { attributes } from './attributes.mjs';

const quoted = (text) => [...text.matchAll(/`([^`]*)`/g)].flatMap(([, words]) => words.split(' '));
const pick = (list, names) => Object.fromEntries(names.map((name) => [name, quoted(list[name])]));

/** What the element accepts, read from its list of attributes and from the README (blocks, heights), as the manifest is. */
export const facts = (here, readme, { version, languages }) => {
  const list = attributes(here);
  const blocks = /^Blocks, for `show` and `hide`: `([^`]*)`/m.exec(readme)[1].split(/\s+/);
  const range = (name) => /(\d+) to (\d+)/.exec(list[name]).slice(1).map(Number);
  return {
    version,
    languages: [...languages.keys()],
    attributes: Object.keys(list),
    choices: pick(list, ['layout', 'theme', 'axis']),
    lists: { ...pick(list, ['units']), show: blocks, hide: blocks },
    ranges: { days: range('days'), hours: range('hours') },
    reserve: Object.fromEntries(
      [...readme.matchAll(/^\| `(\w+)` \| ([\d.]+)rem \| ([\d.]+)rem \| ([\d.]+)rem \|$/gm)].map(([, layout, ...heights]) => [
        layout,
        heights.map(Number),
      ]),
    ),
  };
};

const SCRIPT = 'doctor';

/** @returns Names below site/ and bytes. */
export const site = async (here, pages, known) => {
  const { outputFiles } = await build({
    entryPoints: [join(here, `site/${SCRIPT}/${SCRIPT}.ts`)],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2022',
    define: { FACTS: JSON.stringify(known) },
    legalComments: 'none',
    write: false,
  });
  return new Map([
    ...pages.filter(([name]) => !name.endsWith('.ts')),
    [`${SCRIPT}.js`, Buffer.from(outputFiles[0].contents)],
  ]);
};
