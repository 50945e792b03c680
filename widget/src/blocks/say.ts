import { both } from '../dom';
import { fill, measure, text, type Values } from '../format';
import type { Quantity, Word } from '../order';
import type { Scene } from '../view';

/** A value of the scene with its unit. */
export const value = (scene: Scene, quantity: Quantity, amount: number | undefined, spoken?: boolean): string | undefined =>
  measure(scene.words_, quantity, scene.units_, amount, spoken);

/** A sentence of the words, once for the eye and once, with prose units, for a screen reader. '' leaves it out. */
export const say = (
  spec: string,
  scene: Scene,
  word: Word,
  values: (spoken: boolean) => Values,
): Element | undefined => {
  const template = text(scene.words_, word);
  return template ? both(spec, fill(template, values(false)), fill(template, values(true))) : undefined;
};
