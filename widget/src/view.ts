// The whole picture of an element, as one section made of blocks.
import { days } from './blocks/days';
import { foot } from './blocks/foot';
import { head } from './blocks/head';
import { now } from './blocks/now';
import type { Forecast, Hourly, Words } from './contract';
import { h, type Child } from './dom';
import { fill, text } from './format';
import { Word } from './order';
import { daysFrom, hourAt, localTime, type DayRow, type Row } from './rows';

/** What the attributes ask for. */
export interface Wish {
  units_: string;
  layout_: string;
  count_: number;
  dark_: boolean;
  failed_: boolean;
}

/** All that a block may look at. */
export interface Scene extends Wish {
  words_: Words;
  data_: Forecast;
  now_: number;
  local_: Date;
  hour_: Row<Hourly>;
  days_: DayRow[];
  stale_: boolean;
}

type Block = (scene: Scene) => Child;

/** A layout is its blocks in their order; the style sheet does the rest. */
const LAYOUTS: Record<string, readonly Block[]> = { card: [head, now, days, foot] };

/** Answers are made to be refreshed after their expiry; only well past it are they called old. */
const MARGIN = 1_800_000;

export const isStale = ({ source }: Forecast, now: number): boolean =>
  source.stale || now > Date.parse(source.expiresAt) + MARGIN;

/** The outermost part, the same in every state. */
export const frame = (words: Words | undefined, dark: boolean, name: string | undefined, ...children: Child[]): Element =>
  h(
    'section.root',
    {
      lang: words && text(words, Word.lang),
      dir: words && text(words, Word.dir),
      'aria-label': name || undefined,
      'data-theme': dark ? 'dark' : 'light',
    },
    children,
  );

export const view = (data: Forecast, words: Words, now: number, wish: Wish): Element => {
  const local = localTime(data.place, now);
  const scene: Scene = {
    ...wish,
    words_: words,
    data_: data,
    now_: now,
    local_: local,
    hour_: hourAt(data.hourly, now),
    days_: daysFrom(data.daily, local, wish.count_),
    stale_: isStale(data, now),
  };
  const blocks = LAYOUTS[wish.layout_] ?? LAYOUTS.card!;
  return frame(
    words,
    wish.dark_,
    fill(text(words, Word.title), { place: data.place.name }),
    blocks.map((block) => block(scene)),
  );
};
