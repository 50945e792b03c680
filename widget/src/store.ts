// What the elements of a page share: one request per URL, one timer, one back-off.
import { now, learn } from './clock';
import { onTheme } from './theme';
import type { Failure, Forecast, Words } from './contract';

/** An element, as the store sees it. */
export interface Watcher {
  /** Near the viewport: only then is anything loaded. */
  near_: boolean;
  /** Something it watches has changed, or a minute has passed. */
  changed_(): void;
}

export interface Entry<T> {
  /** Tried in order until one answers. */
  urls_: readonly string[];
  /** Words never age. */
  lasting_: boolean;
  value_?: T;
  /** The value as it came, to see whether an answer brings anything new. */
  text_?: string;
  failure_?: Failure | undefined;
  busy_: boolean;
  tries_: number;
  /** Not asked again before this local time. */
  due_: number;
  watchers_: Set<Watcher>;
}

/** How long shared caches keep an answer: asking sooner would bring the same bytes. */
const FRESH = 300_000;
const LONGEST_WAIT = 600_000;
const MINUTE = 60_000;

const entries = new Map<string, Entry<unknown>>();
let timer = 0;

/** 80 to 120 %: pages opened together do not ask together for ever. */
const jitter = (milliseconds: number): number => milliseconds * (0.8 + Math.random() * 0.4);

/** Entry that belongs to the first URL. Forgets those that nobody watches and that have aged. */
export const entry = <T>(lasting: boolean, ...urls: string[]): Entry<T> => {
  for (const [url, old] of entries) {
    if (!old.watchers_.size && !old.lasting_ && !old.busy_ && old.due_ < Date.now()) entries.delete(url);
  }
  const key = urls[0]!;
  const found = entries.get(key) as Entry<T> | undefined;
  if (found) return found;
  const made: Entry<T> = { urls_: urls, lasting_: lasting, busy_: false, tries_: 0, due_: 0, watchers_: new Set() };
  entries.set(key, made);
  return made;
};

const request = async (url: string, revalidate: boolean): Promise<[string, Headers]> => {
  const response = await fetch(url, {
    credentials: 'omit',
    // The operator counts embeds by site; the page's path is nobody's business.
    referrerPolicy: 'origin',
    cache: revalidate ? 'no-cache' : 'default',
    signal: AbortSignal.timeout(15_000),
  });
  if (response.ok) return [await response.text(), response.headers];
  const problem = await response.json().catch(() => undefined);
  throw { status: response.status, problem } satisfies Failure;
};

const load = async (target: Entry<unknown>, revalidate = false): Promise<void> => {
  target.busy_ = true;
  let failure: unknown;
  let again = false;
  for (const url of target.urls_) {
    try {
      const [text, headers] = await request(url, revalidate);
      if (text !== target.text_) {
        const value = JSON.parse(text) as Partial<Forecast> | Words;
        // A proxy's page or another service's JSON counts as a failure: what is on screen is better.
        if (!(Array.isArray(value) ? target.lasting_ : 'source' in value && value.place && value.daily)) throw 0;
        Object.assign(target, { value_: value, text_: text } satisfies Partial<Entry<unknown>>);
      }
      again = !target.lasting_ && learn(headers, revalidate);
      target.failure_ = undefined;
      target.tries_ = 0;
      target.due_ = target.lasting_ ? Infinity : Date.now() + jitter(FRESH);
      failure = undefined;
      break;
    } catch (error) {
      failure = error;
    }
  }
  if (failure) fail(target, failure);
  target.busy_ = false;
  if (again) return load(target, true);
  for (const watcher of target.watchers_) watcher.changed_();
  wake();
};

const fail = (target: Entry<unknown>, error: unknown): void => {
  const failure = ((error as Failure).status ? error : { status: 0 }) as Failure;
  // The same object as long as the trouble is the same: it is told once.
  if (target.failure_?.status !== failure.status) target.failure_ = failure;
  const wait = Math.min(LONGEST_WAIT, 5_000 * 2 ** target.tries_++);
  // A wrong request does not get better by being repeated.
  target.due_ = Date.now() + jitter(failure.status >= 400 && failure.status < 500 ? LONGEST_WAIT : wait);
};

const near = (target: Entry<unknown>): boolean => [...target.watchers_].some((watcher) => watcher.near_);

/** Loads what is wanted and due, and sets the one timer to the next need; the ages on screen are renewed by the minute. */
export const wake = (): void => {
  clearTimeout(timer);
  if (document.hidden) return;
  let next = Infinity;
  for (const target of entries.values()) {
    if (target.busy_ || !near(target)) continue;
    if (target.due_ <= Date.now()) void load(target);
    else next = Math.min(next, target.due_ - Date.now(), MINUTE - (now() % MINUTE));
  }
  if (next < Infinity) timer = window.setTimeout(tick, next + 50);
};

const tick = (): void => {
  for (const target of entries.values()) for (const watcher of target.watchers_) if (watcher.near_) watcher.changed_();
  wake();
};

/** Asked for by hand, or at once. */
export const reload = (target: Entry<unknown>): void => {
  if (!target.busy_) void load(target, true);
};

/** Called once, when the element is defined. */
export const start = (): void => {
  document.addEventListener('visibilitychange', tick);
  onTheme(tick);
};
