import { chunk } from './chunk';
import { now } from './clock';
import type { Failure, Forecast, Forecasts, Words } from './contract';
import { h, patch, type Child } from './dom';
import { frame } from './frame';
import { closest, expected, languageOf } from './language';
import { kit } from './kit';
import { base, own } from './origin';
import { queryOf } from './query';
import { FRESH, leave, wake, watch, type Entry, type Watcher } from './store';
import { sheet } from './sheet';
import { isDark } from './theme';
import { isStale, layoutOf, view } from './view';
import { approach, observer } from './viewport';

/** What the tools chunk adds: tabs for several places, search and location. */
export interface Tools {
  /** What the visitor has picked, as `place=1`; '' is what the page says. */
  query_?: string;
  /** Which of several places. */
  tab_?: number;
  draw_?(words: Words, places: readonly Forecast[], current: Forecast): Child;
}

/** `<weather-widget>`. Its attributes are its only state, beside what the visitor picks. */
export class WeatherWidget extends HTMLElement implements Watcher {
  static observedAttributes = ATTRIBUTES.split(' ');

  near_ = false;
  queued_ = false;
  tools_: Tools | undefined;
  // What was last told, so that nothing is told twice.
  data_: Forecast | undefined;
  stale_ = false;
  trouble_: Failure | undefined;
  // A root that the server rendered stays until there is something newer.
  root_ = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  get_ = (name: string): string => this.getAttribute(name) ?? '';

  connectedCallback(): void {
    this.root_.adoptedStyleSheets = [sheet];
    // The page's own text, in a frame that has its final size.
    if (!this.root_.firstElementChild) this.show_(frame([], this.states_(), undefined, h('slot')));
    approach(this);
    this.changed_();
  }

  disconnectedCallback(): void {
    this.near_ = false;
    observer?.unobserve(this);
    leave(this);
  }

  attributeChangedCallback(): void {
    this.changed_();
  }

  /** Several changes in one turn make one update. */
  changed_(): void {
    if (this.queued_) return;
    this.queued_ = true;
    queueMicrotask(() => {
      this.queued_ = false;
      try {
        if (this.isConnected) this.update_();
      } catch (error) {
        // Our bug or a strange answer: what is on screen stays, and the page goes on.
        this.emit_('error', { status: 0, error });
      }
    });
  }

  /** Layout, theme, and what keeps the author's colours readable. */
  states_(): string {
    const style = getComputedStyle(this);
    const dark = isDark(this.get_('theme'), style.colorScheme);
    const own = ['color', 'background'].map((name) => style.getPropertyValue(`--weather-${name}`));
    return `${layoutOf(this.get_('layout'))} ${dark ? 'dark' : 'light'}${(own[0] || own[1]) && (chunk('contrast')?.fix(own, dark) ?? '')}`;
  }

  update_(): void {
    const toolbox = !this.tools_ && this.matches('[places],[search],[locate]') && chunk('tools');
    if (toolbox) this.tools_ = toolbox.make(this, this.root_, h, base, own, () => this.changed_());
    const lang = languageOf(this);
    const { query_: query = '', tab_: tab = 0, draw_: draw } = this.tools_ ?? {};
    const path = queryOf(this, lang, query);
    const forecast =
      path &&
      watch<Forecast & Forecasts>(this, base + path, FRESH, (value) =>
        (value.forecasts ?? [value]).every(({ source, place, daily }) => source && place && daily),
      );
    const { value_: value, failure_: failure } = forecast || ({} as Partial<Entry<Forecast & Forecasts>>);
    const places = value && (value.forecasts ?? [value]);
    const data = places?.[tab] ?? places?.[0];
    const wanted = data?.lang ?? (failure ? closest(lang) : expected(lang));
    const speech = wanted && watch<Words>(this, own(`words/${wanted}.json`), Infinity, Array.isArray);
    leave(this, forecast, speech);
    // What the visitor picked before is not known yet.
    if (toolbox === undefined) return;
    if (this.near_) wake();

    const { value_: words, failure_: speechless } = speech || ({} as Partial<Entry<Words>>);
    const trouble = failure ?? speechless;
    // A banner that comes late would push everything down.
    if (data?.alerts?.[0] && chunk('alerts') === undefined) return;
    if (data && words) {
      const extra = draw?.(words, places!, data);
      // Its words are on their way, and buttons that change their text would be a shift.
      if (draw && !extra) return;
      const { place, alternatives, source } = data;
      const stale = isStale(source, now());
      this.show_(view(data, words, now(), stale, !!failure, this.states_(), this.get_, extra));
      const old = this.data_;
      this.data_ = data;
      if (old !== data) this.emit_('load', data);
      if (old?.place.name !== place.name) this.emit_('place', { place, alternatives });
      if (stale > this.stale_) this.emit_('stale', source);
      this.stale_ = stale;
    } else if (trouble && (words ?? speechless)) {
      const drawn = chunk('message')?.draw(trouble, words ?? [], this.states_(), this.get_('city'), kit);
      if (drawn) this.show_(drawn);
    }
    if (trouble && trouble !== this.trouble_) this.emit_('error', trouble);
    this.trouble_ = trouble;
  }

  show_(next: Element): void {
    const old = this.root_.querySelector('section');
    if (old) patch(old, next);
    else this.root_.replaceChildren(next);
  }

  emit_(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`weather-${name}`, { detail, bubbles: true, composed: true }));
  }
}
