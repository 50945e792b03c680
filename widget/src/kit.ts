import { h, svg } from './dom';
import { clockAt, fill, isolate, item, measure, text } from './format';
import { leaving } from './links';
import { own } from './origin';
import { localTime } from './rows';
import { frame } from './frame';
import { retry, tick } from './store';

/** What the script lends to the chunks that draw, so that nothing is loaded twice. */
export const kit = {
  h_: h,
  svg_: svg,
  clockAt_: clockAt,
  fill_: fill,
  isolate_: isolate,
  item_: item,
  measure_: measure,
  text_: text,
  leaving_: leaving,
  own_: own,
  localTime_: localTime,
  frame_: frame,
  retry_: retry,
  tick_: tick,
};

export type Kit = typeof kit;
