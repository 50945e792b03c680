import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOrder } from './order.mjs';


/** icons.json in the shape that src/virtual.d.ts declares: names become letters. */
export const packIcons = async (here) => {
  const { layers, night, icons } = JSON.parse(
    readFileSync(join(here, '../src/Weather.Presentation/icons.json'), 'utf8'),
  );
  const { SKY } = await readOrder(here);
  const letter = Object.fromEntries(Object.keys(layers).map((name, k) => [name, String.fromCharCode(65 + k)]));
  const pack = (picture = '') =>
    picture.replace(/([a-z-]+)(?::(-?\d+))? ?/g, (_, name, shift = '') => {
      if (!letter[name]) throw new Error(`icons.json: no layer ${name}`);
      return letter[name] + shift;
    });
  const extra = Object.keys(icons).filter((code) => !SKY.includes(code));
  return {
    LAYERS: Object.values(layers).map(({ tone, kind, d }) => `_${tone} _${kind},${d}`),
    NIGHT: Object.fromEntries(Object.entries(night).map(([day, name]) => [letter[day], letter[name] ?? '-'])),
    EXTRA: extra,
    PICTURES: [...SKY, ...extra].map((code) => pack(icons[code])),
  };
};
