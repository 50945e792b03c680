import { h, type Child } from '../dom';
import { date, text } from '../format';
import { Word } from '../order';
import type { Scene } from '../view';

export const head = ({ words_: words, data_: { place }, local_: local }: Scene): Child => {
  const wider = [place.admin, place.country].filter((name) => name && name !== place.name).join(text(words, Word.list));
  return h(
    'div.head',
    h('div.place', { title: wider || undefined }, h('bdi', place.name), wider && h('bdi._wider', wider)),
    h('div.date', date(words, local)),
  );
};
