// Text stays readable on whatever colours the page sets: where they differ by less than 4.5:1 (WCAG 1.4.3), black or white it is.
import css from './style/contrast.css';

export { css };

const LEAST = 4.5;

type Colour = readonly [number, number, number, number];

/** Red, green, blue and opacity of a CSS colour; undefined for what is none, such as a gradient. */
const parse = (value: string, pen: CanvasRenderingContext2D): Colour | undefined => {
  // What is no colour is ignored: so the pen keeps the one of two before.
  const [one, other] = ['#000', '#fff'].map((before) => {
    pen.fillStyle = before;
    pen.fillStyle = value;
    return pen.fillStyle as string;
  });
  if (one !== other) return;
  const hex = /^#(..)(..)(..)$/.exec(one!);
  const numbers = hex ? hex.slice(1).map((pair) => parseInt(pair, 16)) : (one!.match(/[\d.]+/g) ?? []).map(Number);
  return [numbers[0]!, numbers[1]!, numbers[2]!, numbers[3] ?? 1];
};

/** Relative luminance (WCAG 2.2). */
const light = (colour: Colour): number =>
  colour
    .slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, k) => sum + part * [0.2126, 0.7152, 0.0722][k]!, 0);

/** Contrast of two luminances. */
export const contrast = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/**
 * @param own Text colour and background of the page's custom properties, '' where it sets none.
 * @returns A state to add: '' where nothing is to be done or nothing can be known.
 */
export const fix = ([text, back]: string[], dark: boolean): string => {
  const pen = document.createElement('canvas').getContext('2d');
  const [ink, paper] = [text!.trim() || (dark ? '#eef' : '#123'), back!.trim() || (dark ? '#123' : '#fff')].map(
    (value) => pen && parse(value, pen),
  );
  // What shines through a half-transparent ground is not known.
  if (!ink || !paper || paper[3] < 1) return '';
  const ground = light(paper);
  return contrast(light(ink), ground) >= LEAST ? '' : contrast(0, ground) > contrast(1, ground) ? ' ink' : ' chalk';
};
