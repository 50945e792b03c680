// The whole picture of an element, as one section made of blocks.
import { alerts } from './blocks/alerts';
import { chart } from './blocks/chart';
import { foot } from './blocks/foot';
import { head } from './blocks/head';
import { days, hours } from './blocks/lists';
import { now } from './blocks/now';
import type { Forecast, Source, Words } from './contract';
import type { Child } from './dom';
import { fill, text } from './format';
import { frame } from './frame';
import { Word } from './order';
import { daysFrom, hoursFrom, localTime } from './rows';
import type { Scene } from './scene';

/** A layout is a choice of blocks; their order is the same in all, and the style sheet does the rest. */
const BADGE = 'place icon temperature';
const LINE = `${BADGE} condition`;
const CARD = `${LINE} alerts date feels high low rain wind days`;
const LAYOUTS: Record<string, string> = {
  badge: BADGE,
  line: LINE,
  strip: `${LINE} date high low hours`,
  card: CARD,
  full: `${CARD} humidity dew pressure visibility uv sun moon air hours chart`,
};

/** Answers are made to be refreshed after their expiry; only well past it are they called old. */
const MARGIN = 1_800_000;

export const isStale = (source: Source, now: number): boolean =>
  source.stale || now > Date.parse(source.expiresAt) + MARGIN;

export const layoutOf = (name: string): string => (LAYOUTS[name] ? name : 'card');

/** @param extra What stands above the forecast: tabs and tools. */
export const view = (
  data: Forecast,
  words: Words,
  now_: number,
  stale: boolean,
  failed: boolean,
  states: string,
  get: Scene['get_'],
  extra: Child,
): Element => {
  const local = localTime(data.place, now_);
  const layout = layoutOf(get('layout'));
  const names = `${LAYOUTS[layout]} ${get('show')}`.split(' ');
  const hidden = get('hide').split(' ');
  const scene: Scene = {
    words_: words,
    data_: data,
    now_: now_,
    local_: local,
    hours_: hoursFrom(data.hourly, data.place, now_, +get('hours') || 24),
    days_: daysFrom(data.daily, local, +get('days') || (layout === 'full' ? 7 : 5)),
    stale_: stale,
    failed_: failed,
    get_: get,
    has_: (name) => names.includes(name) && !hidden.includes(name),
  };
  return frame(
    words,
    `${states}${stale ? ' old' : ''}${failed ? ' failing' : ''}`,
    fill(text(words, Word.title), { place: data.place.name }),
    extra,
    [alerts, head, now, hours, chart, days, foot].map((block) => block(scene)),
  );
};
