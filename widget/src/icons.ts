import { chunk } from './chunk';
import { svg, type Child } from './dom';

/**
 * The picture of a condition, hidden from screen readers: the words say it. The drawings are a chunk: the boxes around them have
 * their size without it.
 * @param night 1 while the sun is down.
 * @param turn Degrees, clockwise.
 */
export const icon = (code: string | undefined, night?: number, turn?: number): Child =>
  code && chunk('icons')?.draw(svg, code, night, turn);
