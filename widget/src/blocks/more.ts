import { chunk } from '../chunk';
import { h, type Child } from '../dom';
import { clockAt, item, text } from '../format';
import { Word } from '../order';
import { get, has, hours as rows } from '../scene';
import { list } from './lists';

/** A strip that scrolls by finger, wheel and keyboard. */
export const hours = (): Child =>
  list(
    'hours',
    rows,
    ['temperature'],
    ({ local_: local }, k) => [
      !k ? text(Word.now) : local.getUTCHours() ? clockAt(local) : item(Word.weekdaysShort, local.getUTCDay()),
    ],
    { tabindex: '0', dir: get('axis'), 'aria-label': text(Word.hourly) },
  );

/** Room for the chart, filled once its chunk is there. Without it the strip of hours still has all its numbers. */
export const chart = (): Child => has('chart') && rows[1] && h('div.chart', chunk('chart').draw?.(rows, get('axis')));
