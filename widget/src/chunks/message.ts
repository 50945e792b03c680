// Why there is nothing to show. A chunk, because hardly anybody sees it; without a network it does not come, and the page's own text
// stays alone.
import type { Failure } from '../contract';
import { fill, frame, h, isolate, retry as again, text } from '../borrowed';
import type { Child } from '../dom';
import { Word } from '../order';
import css from './style/message.css';

export { borrow } from '../borrowed';
export { css };

/**
 * The page's own text stays, and under it is said why. Without words the sign of the button must do.
 * @param city As the page wrote it.
 */
export const draw = ({ status, code, problem }: Failure, states: string, city: string): Element => {
  const line = (name: string, word: Word, key: string, value: string | undefined): Child =>
    value && h(`p.${name}`, fill(text(word), { [key]: value }));
  const names = problem?.suggestions
    ?.slice(0, 3)
    .map(({ name, country }) => isolate(country ? `${name} (${country})` : name))
    .join(text(Word.list));
  const retry = h('button.retry', { type: 'button' }, text(Word.retry) || '↻');
  retry.addEventListener('click', again);
  return frame(
    states,
    '',
    h(
      // No div: the button must not become one that stood in another block, which nobody hears.
      'span._message',
      h('slot'),
      status === 404
        ? [line('error', Word.unknown, 'city', city && isolate(city)), line('suggestions', Word.suggestions, 'list', names)]
        : [h('p.error', text(Word.error) || '⚠'), line('code', Word.code, 'code', code && isolate(code)), retry],
    ),
  );
};
