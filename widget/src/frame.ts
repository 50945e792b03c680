import { h, type Child } from './dom';
import { text } from './format';
import { Word } from './order';

/** The outermost part, the same in every state: `states` are the layout, the theme and what is wrong. */
export const frame = (states: string, name: string, ...children: Child[]): Element =>
  h(
    `section.root ${states}`,
    // A group and not a landmark: a page may have many of these.
    { role: 'group', lang: text(Word.lang), dir: text(Word.dir), 'aria-label': name },
    children,
  );
