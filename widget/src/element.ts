import { now } from './clock';
import type { Failure, Forecast, Words } from './contract';
import { patch } from './dom';
import { closest, expected, languageOf } from './language';
import { message, waiting } from './message';
import { base, wordsUrls } from './origin';
import { queryOf } from './query';
import { entry, reload, wake, type Entry, type Watcher } from './store';
import { sheet } from './sheet';
import { isDark } from './theme';
import { isStale, view } from './view';
import { approach, leave } from './viewport';

/** `<weather-widget>`. Its attributes are its only state. */
export class WeatherWidget extends HTMLElement implements Watcher {
  static observedAttributes = ['place', 'city', 'lat', 'lon', 'country', 'lang', 'units', 'layout', 'theme', 'days'];

  near_ = false;
  #root: ShadowRoot;
  #forecast: Entry<Forecast> | undefined;
  #words: Entry<Words> | undefined;
  #queued = false;
  /** What was last told, so that nothing is told twice. */
  #told: { data?: Forecast; place?: string; stale?: boolean; failure?: Failure | undefined } = {};

  constructor() {
    super();
    // A root that the server rendered stays until there is something newer.
    this.#root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    // A shadow root has no onclick.
    this.#root.addEventListener('click', (event) => {
      if ((event.target as Element).closest('button')) this.#retry();
    });
  }

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [sheet()];
    if (!this.#root.firstElementChild) this.#root.append(waiting(undefined, isDark(this)));
    approach(this);
    this.changed_();
  }

  disconnectedCallback(): void {
    leave(this);
    for (const watched of [this.#forecast, this.#words]) watched?.watchers_.delete(this);
  }

  attributeChangedCallback(): void {
    this.changed_();
  }

  /** Several changes in one turn make one update. */
  changed_(): void {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (!this.isConnected) return;
      try {
        this.#update();
      } catch (error) {
        // Our bug or a strange answer: what is on screen stays, and the page goes on.
        this.#emit('error', { status: 0, error });
      }
    });
  }

  #update(): void {
    const lang = languageOf(this);
    const query = queryOf(this, lang);
    this.#forecast = this.#watch(
      this.#forecast,
      query ? entry<Forecast>(false, `${base}v1/forecast?${query}`) : undefined,
    );
    const data = this.#forecast?.value_;
    const failure = this.#forecast?.failure_;
    const wanted = data?.lang ?? (failure ? closest(lang) : expected(lang));
    this.#words = this.#watch(this.#words, wanted ? entry<Words>(true, ...wordsUrls(wanted)) : undefined);
    if (this.near_) wake();
    this.#render(data, failure);
  }

  #watch<T>(old: Entry<T> | undefined, next: Entry<T> | undefined): Entry<T> | undefined {
    if (old !== next) old?.watchers_.delete(this);
    next?.watchers_.add(this);
    return next;
  }

  #render(data: Forecast | undefined, failure: Failure | undefined): void {
    const words = this.#words?.value_;
    const dark = isDark(this);
    const trouble = failure ?? this.#words?.failure_;
    if (data && words) {
      this.#show(
        view(data, words, now(), {
          units_: this.getAttribute('units') ?? '',
          layout_: this.getAttribute('layout') ?? 'card',
          count_: Math.min(7, Math.max(1, parseInt(this.getAttribute('days') ?? '', 10) || 5)),
          dark_: dark,
          failed_: !!failure,
        }),
      );
      this.#tell(data);
    } else if (trouble && (words || this.#words?.failure_)) {
      this.#show(message(trouble, words, dark, this.getAttribute('city') ?? this.getAttribute('place') ?? ''));
    }
    if (trouble !== this.#told.failure) {
      this.#told.failure = trouble;
      if (trouble) this.#emit('error', trouble);
    }
  }

  #show(next: Element): void {
    const old = this.#root.querySelector('section');
    if (old) patch(old, next);
    else this.#root.replaceChildren(next);
  }

  #tell(data: Forecast): void {
    const told = this.#told;
    const { place, alternatives } = data;
    const key = `${place.id ?? ''} ${place.name}`;
    const stale = isStale(data, now());
    if (told.data !== data) this.#emit('load', data);
    if (told.place !== key) this.#emit('place', { place, alternatives });
    if (stale && !told.stale) this.#emit('stale', data.source);
    Object.assign(told, { data, place: key, stale });
  }

  #emit(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`weather-${name}`, { detail, bubbles: true, composed: true }));
  }

  #retry(): void {
    for (const watched of [this.#forecast, this.#words]) if (watched?.failure_) reload(watched);
  }
}

