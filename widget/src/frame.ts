import type { Words } from './contract';
import { h, type Child } from './dom';
import { Word } from './order';

/** The outermost part, the same in every state: `states` are the layout, the theme and what is wrong. */
export const frame = (words: Words, states: string, name: string | undefined, ...children: Child[]): Element =>
  h(
    `section.root ${states}`,
    // A group and not a landmark: a page may have many of these.
    { role: 'group', lang: words[Word.lang] as string, dir: words[Word.dir] as string, 'aria-label': name },
    children,
  );
