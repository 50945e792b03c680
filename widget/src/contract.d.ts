/** The JSON of `GET /v1/forecast`, as far as the element reads it. Missing is missing: never 0. */
export type Column<T> = readonly (T | null)[];

export interface Hourly {
  /** UTC start of hour 0. */
  start: string;
  sky?: Column<string>;
  night?: Column<number>;
  temp?: Column<number>;
  feels?: Column<number>;
  pop?: Column<number>;
  wind?: Column<number>;
  direction?: Column<number>;
}

export interface Daily {
  /** Local date of day 0; day k is k calendar days later. */
  start: string;
  sky?: Column<string>;
  min?: Column<number>;
  max?: Column<number>;
  pop?: Column<number>;
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

export interface Forecast {
  place: ForecastPlace;
  alternatives?: readonly Place[];
  lang: string;
  hourly?: Hourly;
  daily: Daily;
  source: Source;
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
}

/** One string, or one per plural category in the order of `CATEGORIES`. */
export type Forms = string | readonly (string | null)[];

/** [category, modulus or 0, from, to]: the first rule that holds gives the category, else "other". */
export type PluralRule = readonly [number, number, number, number];

/** A served words file: values in the order of the enum `Word`. A value may be missing. */
export type Words = readonly unknown[];
