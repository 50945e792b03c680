import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOrder } from './order.mjs';

/** icons.json and the list of condition codes in the shape that src/virtual.d.ts declares: layers become letters. */
export const packIcons = async (here) => {
  const { layers, night, icons } = JSON.parse(
    readFileSync(join(here, '../src/Weather.Presentation/icons.json'), 'utf8'),
  );
  const names = Object.keys(layers);
  const letter = (name) => {
    if (!layers[name]) throw new Error(`icons.json: no layer ${name}`);
    return String.fromCharCode((layers[name].row ? 97 : 65) + names.indexOf(name));
  };
  for (const [name, { kind, d }] of Object.entries(layers)) {
    if ((kind === 'duo') !== d.endsWith('z')) throw new Error(`icons.json: ${name} is ${kind}, and z is for duo`);
  }
  if (names.slice(0, Object.keys(night).length).some((name) => !night[name])) throw new Error('icons.json: layers that night changes come first');
  const pack = (picture = '') => picture.replace(/([a-z-]+) ?/g, (_, name) => letter(name));
  const { SKY } = await readOrder(here);
  // A code may have words without a picture of its own, or a picture without words.
  const codes = [...SKY, ...Object.keys(icons).filter((code) => !SKY.includes(code))];
  return {
    LAYERS: names.map((name) => layers[name].tone[0] + layers[name].d),
    NIGHTS: Array.from({ length: Object.keys(night).length }, (_, k) => names.indexOf(night[names[k]])),
    CODES: ['', ...codes.flatMap((code) => [code, pack(icons[code])])],
  };
};
