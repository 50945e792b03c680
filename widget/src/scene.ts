// What is being drawn. One element after the other is drawn, each in one go; so its blocks read here what they draw.
import { item, measure, type Values } from './format';
import type { Forecast } from './contract';
import { Quantity, Word } from './order';
import { DAY, HOUR, localTime, rowsFrom, type Row } from './rows';
import { skyWords } from './sky';
import { kit } from './kit';

/** Blocks of the card. Their order is the same in every layout, and the style sheet does the rest. */
export const CARD = 'place icon temperature condition alerts date feels high low rain wind days ';

export let data: Forecast;
export let now: number;
/** `now` at the place. */
export let local: Date;
export let hours: Row[];
export let days: Row[];
export let stale: boolean;
export let failed: boolean;
/** An attribute of the element, '' where it is not set. */
export let get: (attribute: string) => string;
/** The chunk of layouts, where the picture needs it. */
export let more: any;
/** Whether a block is part of the picture. */
export let has: (name: string) => boolean;

export const enter = (
  forecast: Forecast,
  time: number,
  old: boolean,
  failing: boolean,
  attribute: typeof get,
  layout: string,
  further: typeof more,
): void => {
  data = forecast;
  now = time;
  local = localTime(data.place.offsets, now);
  stale = old;
  failed = failing;
  get = attribute;
  // Of the hours, a plain card shows the present one alone.
  hours = rowsFrom(data.hourly, HOUR, now, further ? +get('hours') || 24 : 1, data.place.offsets);
  days = rowsFrom(data.daily, DAY, local.getTime(), +get('days') || (layout === 'full' ? 7 : 5));
  more = further;
  const shown = `${more?.layouts[layout] ?? CARD}${get('show')}`.split(' ');
  const hidden = get('hide').split(' ');
  has = (name) => shown.includes(name) && !hidden.includes(name);
};

/** Below this the air is calm (Beaufort 0) and its direction means nothing. m/s. */
const CALM = 0.3;

/**
 * Where the wind flies, by the eighth of the circle that it comes from. With U+FE0E they are signs and not coloured pictures; like all
 * arrows they are not mirrored in text from right to left.
 */
const ARROWS = '↓↙←↖↑↗→↘';

/**
 * Every value of a moment by the name that templates use, written out; missing values are undefined.
 * @param spoken In prose, for sentences and screen readers.
 */
export const valuesOf = (at: Partial<Row>, spoken?: boolean): Values => {
  const value = (quantity: Quantity, amount: number | undefined) => measure(quantity, amount, spoken);
  // Missing numbers become NaN, and no list has an item there. Rounded before the remainder: 350° is north again.
  const from = at.wind! < CALM ? NaN : Math.round(at.direction! / 45) % 8;
  const arrow = ARROWS[from];
  return {
    sky: skyWords(at.sky),
    temperature: value(Quantity.temperature, at.temp),
    feels: value(Quantity.temperature, at.feels),
    high: value(Quantity.temperature, at.max),
    low: value(Quantity.temperature, at.min),
    rain: value(Quantity.percent, at.pop),
    speed: value(Quantity.wind, at.wind),
    // The arrow says it too, and a card has no room for both.
    direction: spoken || more ? item(Word.compass, from) : undefined,
    windArrow: arrow && `\u00a0${arrow}\ufe0e`,
    ...more?.values(at, data, spoken, kit),
  };
};
