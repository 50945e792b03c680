// Text stays readable on whatever colours the page sets: where they differ by less than 4.5:1 (WCAG 1.4.3), black or white it is.
import { tick } from '../borrowed';
import css from './style/contrast.css';

export { borrow } from '../borrowed';
export { css };

const LEAST = 4.5;

// The system's choice may bring the page's other colours.
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => tick());

/** Red, green, blue and opacity, each 0 to 1, of a computed colour: `rgb()`, or `color(srgb)` by the rules of this chunk. */
const parse = (value: string): number[] => {
  const [red = 0, green = 0, blue = 0, opacity = 1] = (value.match(/-?\d[\d.e-]*/g) ?? []).map(Number);
  return [...[red, green, blue].map((part) => (value.startsWith('rgb') ? part / 255 : part)), opacity];
};

/** Relative luminance (WCAG 2.2). */
const light = (colour: readonly number[]): number =>
  [0.2126, 0.7152, 0.0722].reduce((sum, share, k) => {
    const part = colour[k]!;
    return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);

/** Contrast of two luminances. */
const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Adds a state to a root that was just drawn, where the computed colours need it. */
export const fix = (root: Element): void => {
  const { backgroundImage, caretColor, columnRuleColor } = getComputedStyle(root);
  const paper = parse(columnRuleColor);
  // What a picture shows, or what shines through a half-transparent ground, is not known.
  if (backgroundImage !== 'none' || paper[3]! < 1) return;
  const ground = light(paper);
  if (contrast(light(parse(caretColor)), ground) < LEAST) root.classList.add(contrast(0, ground) > contrast(1, ground) ? 'ink' : 'chalk');
};
