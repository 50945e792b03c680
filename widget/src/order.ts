// Where each text stands in a served words file. A script can meet the words of another release, so these lists only ever
// grow at their end: an old script then ignores what it does not know, and a new one finds nothing and falls back.
// The files in locales/ have names; positions halve what a visitor loads.

export enum Word {
  lang,
  dir,
  decimal,
  list,
  plural,
  sky,
  compass,
  weekdays,
  weekdaysShort,
  months,
  date,
  today,
  units,
  spoken,
  minus,
  preset,
  ago,
  updated,
  title,
  feels,
  high,
  low,
  wind,
  rain,
  daySentence,
  sample,
  stale,
  failed,
  error,
  retry,
  unknown,
  suggestions,
  todayShort,
}

/** Condition codes, as in `sky` of locales/. */
export const SKY = (
  'clear mostly_clear partly_cloudy cloudy haze smoke dust fog fog-freezing drizzle drizzle-3 drizzle-freezing ' +
  'drizzle-showers drizzle-thunder rain rain-1 rain-2 rain-3 rain-freezing rain-showers rain-showers-1 rain-showers-3 ' +
  'rain-showers-hail rain-showers-thunder rain-thunder sleet sleet-pellets sleet-showers snow snow-1 snow-3 ' +
  'snow-showers snow-grains snow-drifting snow-thunder squall thunder thunder-1 thunder-3 thunder-dust thunder-hail ' +
  'ash tornado'
).split(' ');

export enum Quantity {
  temperature,
  wind,
  precipitation,
  pressure,
  distance,
  percent,
}

/** Plural categories (CLDR). */
export const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** Spans of time in `ago`, with their length in minutes. */
export enum Span {
  minute,
  hour,
  day,
}
