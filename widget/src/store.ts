// What the elements of a page share: one request per URL, one timer, one back-off.
import { now, learn } from './clock';
import type { Failure, Forecast } from './contract';

/** An element, as the store sees it. */
export interface Watcher {
  /** Near the viewport: only then is anything loaded. */
  near_: boolean | undefined;
  /** Something it watches has changed, or a minute has passed. */
  changed_(): void;
}

export interface Entry<T> {
  url_: string;
  /** Words never age; a forecast does. */
  words_: boolean | undefined;
  /** Forecasts, or texts. */
  value_?: T[];
  /** The value as it came, to see whether an answer brings anything new. */
  text_?: string;
  failure_?: Failure | undefined;
  /** Set where the browser's own cache must not answer. */
  cache_?: RequestCache | undefined;
  tries_: number;
  /** Not asked again before this local time; endless while asking. */
  due_: number;
  watchers_: Set<Watcher>;
}

/** How long shared caches keep an answer: asking sooner would bring the same bytes. */
const FRESH = 300_000;
const LONGEST_WAIT = 600_000;
const MINUTE = 60_000;

const entries = new Map<string, Entry<any>>();
let timer = 0;

/** Watches the entry of a URL, made if need be. */
export const watch = <T>(watcher: Watcher, url: string, words?: boolean): Entry<T> => {
  let found = entries.get(url);
  if (!found) entries.set(url, (found = { url_: url, words_: words, tries_: 0, due_: 0, watchers_: new Set() }));
  found.watchers_.add(watcher);
  return found;
};

/** Watches nothing any more but the given entries. What nobody watches is forgotten. */
export const leave = (watcher: Watcher, ...but: unknown[]): void => {
  for (const [url, target] of entries) {
    if (!but.includes(target)) target.watchers_.delete(watcher);
    if (!target.watchers_.size) entries.delete(url);
  }
};

const load = async (target: Entry<unknown>): Promise<void> => {
  target.due_ = Infinity;
  // 80 to 120 % of it: pages opened together do not ask together for ever.
  const later = (milliseconds: number): number => Date.now() + milliseconds * (0.8 + Math.random() * 0.4);
  try {
    const response = await fetch(target.url_, {
      cache: target.cache_!,
      signal: AbortSignal.timeout(15_000),
    });
    const { headers, status } = response;
    if (!response.ok) {
      const code = /-(\w{8})/.exec(headers.get('server-timing')!)?.[1];
      throw { status, code, problem: await response.json().catch(() => {}) } satisfies Failure;
    }
    const text = await response.text();
    if (text !== target.text_) {
      const answer = JSON.parse(text);
      const value = target.words_ ? answer : (answer.forecasts ?? [answer]);
      // Something else than what was asked for counts as a failure: what is on screen is better.
      if (!value.every((one: Forecast) => target.words_ || (one.source && one.place && one.daily))) throw 0;
      target.value_ = value;
      target.text_ = text;
    }
    target.failure_ = undefined;
    target.tries_ = 0;
    if (!target.words_) {
      target.cache_ = learn(headers, target.cache_) ? 'no-cache' : undefined;
      target.due_ = target.cache_ ? 0 : later(FRESH);
    }
  } catch (error) {
    const failure: Failure = { status: 0, ...(error as object) };
    // Another release may answer on this address: then its words are better than none.
    const url = target.url_.replace(VERSION, 'v1');
    target.due_ = 0;
    if (url === target.url_) {
      // The same object as long as the trouble is the same: it is told once.
      if (target.failure_?.status !== failure.status) target.failure_ = failure;
      // A wrong request does not get better by being repeated.
      target.due_ = later(/^4/.test(failure.status as unknown as string) ? LONGEST_WAIT : Math.min(LONGEST_WAIT, 5_000 * 2 ** target.tries_++));
    }
    target.url_ = url;
  }
  for (const watcher of target.watchers_) watcher.changed_();
  wake();
};

/** Loads what is wanted and due, and sets the one timer to the next need; the ages on screen are renewed by the minute. */
export const wake = (): void => {
  clearTimeout(timer);
  if (document.hidden) return;
  let next = Infinity;
  for (const target of entries.values()) {
    const wait = target.due_ - Date.now();
    if (![...target.watchers_].some((watcher) => watcher.near_)) continue;
    if (wait <= 0) void load(target);
    else next = Math.min(next, wait, MINUTE - (now() % MINUTE));
  }
  if (next < Infinity) timer = setTimeout(tick, next + 50);
};

/** Draws everything in view anew. */
export const tick = (): void => {
  for (const { watchers_: watchers } of entries.values()) for (const watcher of watchers) watcher.changed_();
  wake();
};

/** What has failed is asked for at once. */
export const retry = (): void => {
  for (const target of entries.values()) if (target.failure_ && target.due_ < Infinity) target.due_ = 0;
  wake();
};

/** Called once, when the element is defined. */
export const start = (): void => {
  document.addEventListener('visibilitychange', tick);
  // A page that comes back as it was left need not have been hidden in between.
  addEventListener('pageshow', ({ persisted }) => persisted && tick());
};
