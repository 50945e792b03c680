// What is being drawn. One element after the other is drawn, each in one go; so its blocks read here what they draw.
import { clock, item, measure, type Values } from './format';
import type { Forecast } from './contract';
import { MORE_FACTS, Quantity, Word } from './order';
import { DAY, HOUR, localTime, rowsFrom, type Row } from './rows';
import { skyWords } from './sky';

const BADGE = 'place icon temperature ';
const LINE = `${BADGE}condition `;
const CARD = `${LINE}alerts date feels high low rain wind days `;

/** Blocks by layout. Their order is the same in every one, and the style sheet does the rest. */
const LAYOUTS: Record<string, string> = {
  badge: BADGE,
  line: LINE,
  strip: `${LINE}date high low hours `,
  card: CARD,
  full: `${CARD}hours chart ${MORE_FACTS.join(' ')} `,
};

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
export let layout: string;
/** Whether a block is part of the picture. */
export let has: (name: string) => boolean;

export const enter = (
  forecast: Forecast,
  time: number,
  old: boolean,
  failing: boolean,
  attribute: typeof get,
): void => {
  data = forecast;
  now = time;
  local = localTime(data.place.offsets, now);
  stale = old;
  failed = failing;
  get = attribute;
  layout = layoutOf(get);
  hours = rowsFrom(data.hourly, HOUR, now, +get('hours') || 24, data.place.offsets);
  days = rowsFrom(data.daily, DAY, local.getTime(), +get('days') || (layout === 'full' ? 7 : 5));
  const shown = (LAYOUTS[layout] + get('show')).split(' ');
  const hidden = get('hide').split(' ');
  has = (name) => shown.includes(name) && !hidden.includes(name);
};

/** Below this the air is calm (Beaufort 0) and its direction means nothing. m/s. */
const CALM = 0.3;

/** The layout that an element asks for. */
export const layoutOf = (attribute: typeof get): string => (LAYOUTS[attribute('layout')] ? attribute('layout') : 'card');

const UV_STEPS = [3, 6, 8, 11];

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
    direction: spoken || layout !== 'card' ? item(Word.compass, from) : undefined,
    windArrow: arrow && `\u00a0${arrow}\ufe0e`,
    dew: value(Quantity.temperature, at.dew),
    humidity: value(Quantity.percent, at.humidity),
    pressure: value(Quantity.pressure, at.pressure),
    visibility: value(Quantity.distance, at.visibility),
    uv: value(Quantity.index, at.uv),
    uvLevel: item(Word.uvLevels, UV_STEPS.filter((step) => Math.round(at.uv!) >= step).length),
    rise: clock(at.sunrise),
    set: clock(at.sunset),
    moon: item(Word.moons, Math.round(at.moon! * 8) % 8),
    air: value(Quantity.index, data.air?.value),
    airLevel: item(Word.airLevels, data.air?.level! - 1),
  };
};
