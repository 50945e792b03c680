// The drawings.
import { LAYERS, NIGHT, PICTURES } from 'virtual:icons';
import { byCode } from '../codes';
import type { svg } from '../dom';
import css from './style/icons.css';

export { css };

/** @param make Makes an SVG element: the script's own. */
export const draw = (make: typeof svg, code: string, night?: number, turn?: number): Element | undefined => {
  const picture = byCode(code, (known) => PICTURES[known]);
  // A layer is a letter with an optional shift: "ab-4b4".
  return picture
    ? make(
        'svg',
        { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
        [...picture.matchAll(/([A-z])(-?\d*)/g)].map(([, letter, shift]) => {
          const [paint, d] = LAYERS[((night && NIGHT[letter!]) || letter!).charCodeAt(0) - 65]?.split(',') ?? [];
          // Attributes, because a style would need the page's permission.
          const transform = turn == null ? shift && `translate(${shift})` : `rotate(${turn} 12 12)`;
          return d && make('path', { class: paint, d, transform: transform || undefined });
        }),
      )
    : undefined;
};
