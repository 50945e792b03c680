import { h, type Child } from '../dom';
import { date, text } from '../format';
import { Word } from '../order';
import { data, get, has, local } from '../scene';

export const head = (): Child => {
  const { name, admin, country } = data.place;
  return h(
    'div.head',
    has('place') &&
      h('a.place', { href: get('href'), title: [admin, country].filter(Boolean).join(text(Word.list)) }, h('bdi', name)),
    has('date') && h('div.date', date(local)),
  );
};
