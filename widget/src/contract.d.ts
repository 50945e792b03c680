/** The JSON of `GET /v1/forecast`, as far as the element reads it. Missing is missing: never 0. */
export type Column<T> = readonly (T | null)[];

export interface Hourly {
  /** UTC start of hour 0. */
  start: string;
  sky?: Column<string>;
  night?: Column<number>;
  temp?: Column<number>;
  feels?: Column<number>;
  rain?: Column<number>;
  pop?: Column<number>;
  humidity?: Column<number>;
  dew?: Column<number>;
  wind?: Column<number>;
  direction?: Column<number>;
  pressure?: Column<number>;
  uv?: Column<number>;
  visibility?: Column<number>;
}

export interface Daily {
  /** Local date of day 0; day k is k calendar days later. */
  start: string;
  sky?: Column<string>;
  min?: Column<number>;
  max?: Column<number>;
  pop?: Column<number>;
  /** Minutes of the local wall clock. */
  sunrise?: Column<number>;
  sunset?: Column<number>;
  /** 0 new to 0.5 full to 1. */
  moon?: Column<number>;
}

export interface Place {
  id?: number;
  name: string;
  admin?: string;
  country?: string;
}

export interface ForecastPlace extends Place {
  /** Pairs of [epoch seconds from which it holds, UTC offset in seconds]. */
  offsets: readonly (readonly [number, number])[];
}

export interface Source {
  provider: string;
  fetchedAt: string;
  expiresAt: string;
  stale: boolean;
  text: string;
  href: string;
  licence?: string;
}

export interface Alert {
  event: string;
  level: string;
  until?: string;
  href?: string;
}

export interface Forecast {
  place: ForecastPlace;
  alternatives?: readonly Place[];
  lang: string;
  hourly?: Hourly;
  daily: Daily;
  source: Source;
  /** Where a feed for the country is known; without one it is not there, which does not mean "no warnings". */
  alerts?: readonly Alert[];
  /** A named index: level 1 is the best. */
  air?: { value?: number; level?: number };
}

/** `GET /v1/forecasts`: several places in one answer. */
export interface Forecasts {
  forecasts: readonly Forecast[];
}

/** application/problem+json (RFC 9457); `suggestions` with an unknown city. */
export interface Problem {
  title?: string;
  detail?: string;
  parameter?: string;
  suggestions?: readonly Place[];
}

/** What `weather-error` tells. Status 0: no answer at all. */
export interface Failure {
  status: number;
  problem?: Problem | undefined;
  /** Last digits of the trace id, for a reader to read out to the operator. */
  code?: string | undefined;
  error?: unknown;
}

/** One string, or one per plural category in the order of `CATEGORIES`. */
export type Forms = string | readonly (string | null)[];

/** [category, modulus or 0, from, to]: the first rule that holds gives the category, else "other". */
export type PluralRule = readonly [number, number, number, number];

/** [name, pattern with {n}, prose where the language has one]. */
export type Unit = readonly [string, string, Forms?];

/** A served words file: values in the order of the enum `Word`; a list of texts is one text with |. A value may be missing. */
export type Words = readonly unknown[];
