// Condition codes: their words and their pictures.
import { CODES, LAYERS, NIGHTS } from 'virtual:icons';
import { svg, type Child } from './dom';
import { item } from './format';
import { Word } from './order';

/**
 * The first that `find` knows for the position of a code in the list: of the code itself (`rain-showers-3`), else without its last
 * part, and so on.
 */
const byCode = <T>(code: string | undefined, find: (at: number) => T | undefined): T | undefined =>
  code ? find(CODES.indexOf(code)) || byCode(code.replace(/-?[^-]*$/, ''), find) : undefined;

/** Words for a code; undefined when these words know no part of it. */
export const skyWords = (code: string | undefined): string | undefined =>
  byCode(code, (at) => item(Word.sky, at >> 1));

/**
 * The picture of a code, hidden from screen readers: the words say it.
 * @param night 1 while the sun is down.
 */
export const icon = (code: string | undefined, night?: number): Child => {
  const picture = byCode(code, (at) => CODES[at + 1]);
  // The layers of a row stand five units apart, their middle in the middle.
  let x = picture?.replace(/[A-Z]/g, '').length! * -2.5 - 2.5;
  return (
    picture &&
    svg(
      'svg',
      { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
      [...picture].map((letter) => {
        const k = parseInt(letter, 36) - 10;
        const layer = LAYERS[(night && NIGHTS[k]) || k]!;
        // An attribute, because a style would need the page's permission.
        return svg('path', { class: `_${layer[0]}`, d: layer.slice(1), transform: letter > 'Z' ? `translate(${(x += 5)})` : '' });
      }),
    )
  );
};
