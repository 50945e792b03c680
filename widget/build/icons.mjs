import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** icons.json in the shape that src/virtual.d.ts declares: names become letters. */
export const packIcons = (here) => {
  const { layers, night, icons } = JSON.parse(
    readFileSync(join(here, '../src/Weather.Presentation/icons.json'), 'utf8'),
  );
  const letter = Object.fromEntries(Object.keys(layers).map((name, k) => [name, String.fromCharCode(65 + k)]));
  const pack = (picture) =>
    picture.replace(/([a-z-]+)(?::(-?\d+))? ?/g, (_, name, shift = '') => {
      if (!letter[name]) throw new Error(`icons.json: no layer ${name}`);
      return letter[name] + shift;
    });
  return {
    LAYERS: Object.values(layers).map(({ tone, kind, d }) => `_${tone}${kind === 'duo' ? ' _duo' : ''},${d}`),
    NIGHT: Object.fromEntries(Object.entries(night).map(([day, name]) => [letter[day], letter[name] ?? '-'])),
    PICTURES: Object.fromEntries(Object.entries(icons).map(([code, picture]) => [code, pack(picture)])),
  };
};
