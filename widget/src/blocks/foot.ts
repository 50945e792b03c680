import { h, type Child } from '../dom';
import { ago, fill, text } from '../format';
import { leaving } from '../links';
import { Word } from '../order';
import type { Scene } from '../scene';

/** Age and credit, always; and what must not be overlooked: made-up, old, or not renewed. */
export const foot = ({ words_: words, data_: { source }, now_: now, stale_: stale, failed_: failed }: Scene): Child => {
  const fetched = Date.parse(source.fetchedAt);
  // One mark, the gravest: the line holds no more.
  const mark = source.provider === 'sample' ? 'sample' : stale ? 'stale' : failed && 'failed';
  return h(
    'div.foot',
    mark && h(`span.${mark}`, text(words, Word.sample + ['sample', 'stale', 'failed'].indexOf(mark))),
    !!fetched && h('span.age', fill(text(words, Word.updated), { ago: ago(words, now - fetched) })),
    h('a.source', leaving(source.href), { title: source.licence }, h('bdi', source.text)),
  );
};
