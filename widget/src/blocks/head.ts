import { h, type Child } from '../dom';
import { date, text } from '../format';
import { Word } from '../order';
import type { Scene } from '../scene';

export const head = ({ words_: words, data_: { place }, local_: local, get_: get, has_: has }: Scene): Child => {
  const href = get('href');
  return h(
    'div.head',
    has('place') &&
      h(
        `${href ? 'a' : 'div'}.place`,
        {
          href: href || undefined,
          title: [place.admin, place.country].filter(Boolean).join(text(words, Word.list)),
        },
        h('bdi', place.name),
      ),
    has('date') && h('div.date', date(words, local)),
  );
};
