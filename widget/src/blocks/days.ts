import { h, type Child } from '../dom';
import { fill, item, MISSING, text } from '../format';
import { icon } from '../icons';
import { Quantity, Word } from '../order';
import type { DayRow } from '../rows';
import type { Scene } from '../view';
import { value } from './say';
import { skyWords } from './sky';

const day = (scene: Scene, row: DayRow, rain: boolean): Child => {
  const { words_: words } = scene;
  const degrees = (amount: number | undefined, spoken?: boolean) => value(scene, Quantity.temperature, amount, spoken);
  const percent = (spoken?: boolean) => value(scene, Quantity.percent, row.pop, spoken);
  const name = (list: Word, today: Word): string | undefined =>
    (row.today_ && text(words, today)) || item(words, list, row.date_.getUTCDay());
  const sentence = fill(text(words, Word.daySentence), {
    day: name(Word.weekdays, Word.today),
    sky: skyWords(words, row.sky),
    high: degrees(row.max, true),
    low: degrees(row.min, true),
    rain: percent(true),
  });
  // The columns are for the eye; a screen reader gets the day as a sentence.
  return h(
    'li.day',
    h('span._said', sentence),
    h(
      'div._column',
      { 'aria-hidden': 'true' },
      h('div.weekday', name(Word.weekdaysShort, Word.todayShort)),
      h('div.icon', icon(row.sky)),
      h('div.high', degrees(row.max) ?? MISSING),
      h('div.low', degrees(row.min) ?? MISSING),
      rain && h('div.rain', percent() ?? MISSING),
    ),
  );
};

export const days = (scene: Scene): Child => {
  const rows = scene.days_;
  // A whole line of dashes would say nothing.
  const rain = rows.some((row) => row.pop != null);
  return rows.length > 0 && h('ul.days', { role: 'list' }, rows.map((row) => day(scene, row, rain)));
};
