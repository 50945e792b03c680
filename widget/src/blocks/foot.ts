import { h, type Child } from '../dom';
import { ago, fill, text } from '../format';
import { leaving } from '../links';
import { Word } from '../order';
import { data, failed, has, now, stale } from '../scene';

const MARKS = ['sample', 'stale', 'failed'];

/** Age and credit, always; and what must not be overlooked: made-up, old, or not renewed. */
export const foot = (): Child => {
  const { provider, fetchedAt, href, licence, text: credit } = data.source;
  const fetched = Date.parse(fetchedAt);
  // One mark, the gravest: the line holds no more.
  const k = [provider === 'sample', stale, failed].indexOf(true);
  const age = ago(now - fetched);
  return h(
    'div.foot',
    MARKS[k] && h(`b.${MARKS[k]}`, text(Word.sample + k)),
    // Where there is no date, "3 hours ago" is all that there is room for.
    !!fetched && h('span.age', has('date') ? fill(text(Word.updated), { ago: age }) : age),
    h('a.source', leaving(href), { title: licence }, h('bdi', credit)),
  );
};
