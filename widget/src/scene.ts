import { clock, item, measure, number, type Values } from './format';
import type { Forecast, Words } from './contract';
import { Quantity, Word } from './order';
import type { DayRow, HourRow } from './rows';
import { skyWords } from './sky';

/** All that a block may look at. */
export interface Scene {
  words_: Words;
  data_: Forecast;
  now_: number;
  local_: Date;
  hours_: HourRow[];
  days_: DayRow[];
  stale_: boolean;
  failed_: boolean;
  /** An attribute of the element, '' where it is not set. */
  get_(attribute: string): string;
  /** Whether a block is part of the picture. */
  has_(name: string): boolean;
}

/** An hour or a day, or both. */
export type Moment = Partial<HourRow & DayRow>;

/** Below this the air is calm (Beaufort 0) and its direction means nothing. m/s. */
const CALM = 0.3;

/** Degrees that the wind comes from; undefined in calm air. */
export const windFrom = ({ wind, direction }: Moment): number | undefined => (wind! >= CALM ? direction : undefined);

const UV_STEPS = [3, 6, 8, 11];

/**
 * Every value of a moment by the name that templates use, written out; missing values are undefined.
 * @param spoken In prose, for sentences and screen readers.
 */
export const valuesOf = ({ words_: words, get_: get, data_: { air } }: Scene, at: Moment, spoken?: boolean): Values => {
  const value = (quantity: Quantity, amount: number | undefined) => measure(words, quantity, get('units'), amount, spoken);
  /** An item of a list by a number that may be missing. */
  const name = (list: Word, k: number | undefined) => item(words, list, Math.round(k!));
  const index = (amount: number | undefined) => (amount == null ? undefined : number(words, amount));
  const { uv } = at;
  return {
    sky: skyWords(words, at.sky),
    temperature: value(Quantity.temperature, at.temp),
    feels: value(Quantity.temperature, at.feels),
    high: value(Quantity.temperature, at.max),
    low: value(Quantity.temperature, at.min),
    dew: value(Quantity.temperature, at.dew),
    rain: value(Quantity.percent, at.pop),
    humidity: value(Quantity.percent, at.humidity),
    pressure: value(Quantity.pressure, at.pressure),
    visibility: value(Quantity.distance, at.visibility),
    speed: value(Quantity.wind, at.wind),
    // Rounded before the remainder: 350° is north again.
    direction: name(Word.compass, Math.round(windFrom(at)! / 45) % 8),
    uv: index(uv),
    uvLevel: name(Word.uvLevels, uv == null ? uv : UV_STEPS.filter((step) => Math.round(uv!) >= step).length),
    rise: clock(words, at.sunrise),
    set: clock(words, at.sunset),
    moon: name(Word.moons, Math.round(at.moon! * 8) % 8),
    air: index(air?.value),
    airLevel: name(Word.airLevels, air?.level! - 1),
  };
};
