// What the service says about itself and about a place. Asks this origin alone; foreign addresses are never fetched.
import { error, note, ok, warn, type Finding } from './finding';
import type { Integrity } from './script';

export interface Place {
  id?: number;
  name: string;
  admin?: string;
  country?: string;
}

export interface Source {
  provider: string;
  fetchedAt: string;
  stale: boolean;
  text: string;
  licence: string;
}

/** What came back: status 0 is no answer at all. */
export interface Answer<T> {
  status: number;
  value?: T;
  /** Service time (Date plus Age, RFC 9110 and 9111) in milliseconds, where it was told. */
  time?: number;
  /** What the operator finds the request by. */
  code?: string;
}

export interface Problem {
  parameter?: string;
  suggestions?: readonly Place[];
}

export interface Forecast {
  place: Place;
  alternatives?: readonly Place[];
  lang: string;
  source: Source;
}

export type Ask = <T>(path: string) => Promise<Answer<T>>;

/** Files are asked for past the browser's cache: what counts is what the service says now. Forecasts as any visitor gets them. */
export const ask: Ask = async <T>(path: string): Promise<Answer<T>> => {
  try {
    const cache = path.startsWith('/widget/') ? 'no-cache' : 'default';
    const response = await fetch(path, { cache, credentials: 'omit', signal: AbortSignal.timeout(15_000) });
    const { headers, status } = response;
    const time = Date.parse(headers.get('date') ?? '') + Number(headers.get('age')) * 1000;
    const code = /-(\w{8})/.exec(headers.get('server-timing') ?? '')?.[1];
    const json = /json/.test(headers.get('content-type') ?? '');
    return {
      status,
      value: (json ? await response.json() : await response.text()) as T,
      ...(time ? { time } : {}),
      ...(code ? { code } : {}),
    };
  } catch {
    return { status: 0 };
  }
};

/** Less is what a clock that nobody sets may be off by. */
const CLOCK = 120_000;

export const clockFindings = ({ time }: Answer<unknown>, local: number): Finding[] => {
  if (time === undefined) return [];
  const off = local - time;
  return [Math.abs(off) <= CLOCK ? ok('clock-ok') : note('clock-off', { minutes: `${Math.round(Math.abs(off) / 60_000)}` })];
};

export const releaseFindings = (integrity: Answer<Integrity>, script: Answer<string>): Finding[] => {
  const version = integrity.value?.version;
  if (integrity.status !== 200 || !version || script.status !== 200) return [error('service-down', { status: `${script.status}` })];
  return [ok('service-ok', { version })];
};

export const wordsFindings = ({ status, value }: Answer<unknown>, lang: string): Finding[] => [
  status === 200 && Array.isArray(value) ? ok('words-ok', { lang }) : error('words-none', { lang, status: `${status}` }),
];

export const forecastFindings = (answer: Answer<Forecast & Problem>, local: number): Finding[] => {
  const { status, value, time = local, code } = answer;
  if (status === 404 || status === 400) return [];
  if (status !== 200 || !value?.source) return [error('forecast-down', { status: `${status}`, code: code ?? '—' })];
  const { source } = value;
  const values = { age: `${Math.max(0, time - Date.parse(source.fetchedAt))}` };
  return [
    source.stale ? warn('forecast-stale', values) : ok('forecast-ok', values),
    source.provider === 'sample' ? warn('source-sample') : ok('source-ok', { provider: source.text, licence: source.licence }),
  ];
};
