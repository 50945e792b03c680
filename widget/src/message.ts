import type { Failure, Words } from './contract';
import { h, type Child } from './dom';
import { fill, isolate, text } from './format';
import { Word } from './order';
import { frame } from './view';

/** Before there is anything: the page's own text inside the element, in a frame that has its final size. */
export const waiting = (words: Words | undefined, dark: boolean): Element => frame(words, dark, undefined, h('slot'));

/**
 * Nothing to show: the page's own text stays, and under it is said why. Without words the sign of the button must do.
 * @param city As the page wrote it.
 */
export const message = (failure: Failure, words: Words | undefined, dark: boolean, city: string): Element => {
  const say = (word: Word, values = {}): string => (words ? fill(text(words, word), values) : '');
  const unknown = failure.status === 404;
  const names = (failure.problem?.suggestions ?? [])
    .slice(0, 3)
    .map(({ name, country }) => isolate(country ? `${name} (${country})` : name))
    .join(words ? text(words, Word.list) : ', ');
  const lines: Child[] = unknown
    ? [
        h('p.error', say(Word.unknown, { city: isolate(city) })),
        names && h('p.suggestions', say(Word.suggestions, { list: names })),
      ]
    : [h('p.error', say(Word.error) || '⚠'), h('button.retry', { type: 'button' }, say(Word.retry) || '↻')];
  return frame(words, dark, undefined, h('div._message', h('slot'), lines));
};
