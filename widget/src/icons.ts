import { EXTRA, LAYERS, NIGHT, PICTURES } from 'virtual:icons';
import { byCode } from './codes';
import { svg } from './dom';
import { SKY } from './order';

const CODES = [...SKY, ...EXTRA];

/**
 * The picture of a condition, hidden from screen readers: the words say it.
 * @param turn Degrees, clockwise.
 */
export const icon = (code: string | undefined, night?: boolean, turn?: number): Element | undefined => {
  const picture = byCode(code, (known) => PICTURES[CODES.indexOf(known)]);
  // A layer is a letter with an optional shift: "ab-4b4".
  return picture
    ? svg(
        'svg',
        { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
        [...picture.matchAll(/([A-z])(-?\d*)/g)].map(([, letter, shift]) => {
          const [paint, d] = LAYERS[((night && NIGHT[letter!]) || letter!).charCodeAt(0) - 65]?.split(',') ?? [];
          // Attributes, because a style would need the page's permission.
          const transform = turn == null ? shift && `translate(${shift})` : `rotate(${turn} 12 12)`;
          return d && svg('path', { class: paint, d, transform: transform || undefined });
        }),
      )
    : undefined;
};
