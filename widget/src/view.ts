// The whole picture of an element, as one section made of blocks.
import { alerts } from './blocks/alerts';
import { foot } from './blocks/foot';
import { days } from './blocks/lists';
import { chart, hours } from './blocks/more';
import { now } from './blocks/now';
import type { Child } from './dom';
import { fill, text } from './format';
import { frame } from './frame';
import { Word } from './order';
import { data, failed, stale } from './scene';

/** @param extra What stands above the forecast: tabs and tools. */
export const view = (states: string, extra: Child): Element =>
  frame(
    `${states}${stale ? ' old' : ''}${failed ? ' failing' : ''}`,
    fill(text(Word.title), { place: data.place.name }),
    extra,
    [alerts, now, hours, chart, days, foot].map((block) => block()),
  );
