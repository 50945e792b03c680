import { h, svg } from './dom';
import { clock, clockAt, fill, isolate, item, measure, text } from './format';
import { leaving } from './links';
import { base, own } from './origin';
import { list } from './blocks/lists';
import { localTime } from './rows';
import { frame } from './frame';
import { retry, tick } from './store';

/** What the script lends to the chunks, so that nothing is loaded twice. */
export const kit = {
  h_: h,
  svg_: svg,
  clock_: clock,
  clockAt_: clockAt,
  fill_: fill,
  isolate_: isolate,
  item_: item,
  measure_: measure,
  text_: text,
  leaving_: leaving,
  base_: base,
  own_: own,
  list_: list,
  localTime_: localTime,
  frame_: frame,
  retry_: retry,
  tick_: tick,
};

export type Kit = typeof kit;
