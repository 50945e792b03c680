import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const sha = (algorithm, bytes, encoding) => createHash(algorithm).update(bytes).digest(encoding);

/** Every file below a folder as [path with slashes, bytes], in an order that no file system decides. */
const walk = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => relative(folder, join(found.parentPath ?? found.path, found.name)).split(sep).join('/'))
    .sort()
    .map((name) => [name, readFileSync(join(folder, name))]);

/** All that decides what dist/ holds: sources, pages, words, icons, the build itself and its pinned tools. */
export const inputs = (here) => {
  const presentation = join(here, '../src/Weather.Presentation');
  const parts = [
    ...['src', 'site', 'build'].flatMap((folder) => walk(join(here, folder)).map(([name, b]) => [`${folder}/${name}`, b])),
    ...['build.mjs', 'package-lock.json'].map((name) => [name, readFileSync(join(here, name))]),
    ...walk(join(presentation, 'locales'))
      .filter(([name]) => name.endsWith('.json'))
      .map(([name, bytes]) => [`locales/${name}`, bytes]),
    ['icons.json', readFileSync(join(presentation, 'icons.json'))],
  ];
  const all = parts.map(([name, bytes]) => `${name} ${sha('sha256', bytes, 'hex')}\n`).join('');
  return { hash: sha('sha256', all, 'hex').slice(0, 8), files: (folder) => walk(join(here, folder)) };
};
