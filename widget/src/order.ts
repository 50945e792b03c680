// Where each text stands in a served words file. A script can meet the words of another release, so once released these lists only
// ever grow at their end: an old script then ignores what it does not know, and a new one finds nothing and falls back.
// The files in locales/ have names; positions halve what a visitor loads.

export enum Word {
  lang,
  dir,
  decimal,
  list,
  plural,
  sky,
  facts,
  compass,
  weekdays,
  weekdaysShort,
  months,
  date,
  clock,
  today,
  todayShort,
  now,
  units,
  minus,
  preset,
  ago,
  updated,
  title,
  sentence,
  sample,
  stale,
  failed,
  error,
  retry,
  code,
  unknown,
  suggestions,
  uvLevels,
  airLevels,
  moons,
  alertLevels,
  alert,
  hourly,
}

/** Templates that the view fills from an hour and its day, in the order in which they stand. */
export const FACTS = /* @__PURE__ */ 'feels high low rain wind'.split(' ');

/** Those after them, which the card does not show. */
export const MORE_FACTS = /* @__PURE__ */ 'humidity dew pressure visibility uv sun moon air'.split(' ');

/** Texts that only chunks need, in a file of their own (`words/{lang}.more.json`). */
export enum More {
  places,
  search,
  locate,
  chart,
  time,
  temperature,
  amount,
  nothing,
  close,
  refused,
}

/** Condition codes that have words of their own here; locales/ have some more, which read as their kind (`snow-grains` as `snow`). */
export const SKY = /* @__PURE__ */ (
  'clear mostly_clear partly_cloudy cloudy haze smoke dust fog fog-freezing drizzle drizzle-freezing drizzle-thunder ' +
  'rain rain-1 rain-2 rain-3 rain-freezing rain-showers rain-showers-1 rain-showers-3 rain-showers-hail ' +
  'rain-showers-thunder rain-thunder sleet sleet-showers snow snow-1 snow-3 snow-showers snow-thunder squall ' +
  'thunder thunder-1 thunder-3 thunder-hail ash tornado'
).split(' ');

export enum Quantity {
  temperature,
  wind,
  precipitation,
  pressure,
  distance,
  percent,
  /** A plain number: no words file has units of it. */
  index,
}

/** Plural categories (CLDR). */
export const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** Spans of time in `ago`. */
export enum Span {
  minute,
  hour,
  day,
}
