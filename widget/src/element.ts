import { chunk } from './chunk';
import { now } from './clock';
import type { Failure, Forecast, Forecasts, Words } from './contract';
import { h, patch, type Child } from './dom';
import { speak } from './format';
import { kit } from './kit';
import { expected, languageOf } from './language';
import { base, own } from './origin';
import { pathOf } from './query';
import { enter } from './scene';
import { leave, wake, watch, type Entry, type Watcher } from './store';
import { sheet } from './sheet';
import { isDark } from './theme';
import { view } from './view';
import { viewport } from './viewport';

/** What the tools chunk adds: tabs for several places, search and location. */
export interface Tools {
  /** What to ask for, as `forecast?place=1&`; '' is what the page says. */
  readonly query_: string;
  /** Which of several places. */
  tab_: number;
  draw_?(places: readonly Forecast[], current: Forecast): Child;
}

/** Answers are made to be refreshed after their expiry; only well past it are they called old. */
const MARGIN = 1_800_000;

/** `<weather-widget>`. Its attributes are its only state, beside what the visitor picks. */
export class WeatherWidget extends HTMLElement implements Watcher {
  declare near_: boolean | undefined;
  declare queued_?: boolean;
  declare tools_?: Tools;
  // What was last told, so that nothing is told twice.
  declare data_?: Forecast;
  declare stale_?: boolean;
  declare trouble_?: Failure | undefined;
  // A root that the server rendered stays until there is something newer.
  root_ = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  // Any attribute: a page's own style and class may bring other colours.
  eye_ = new MutationObserver(() => this.changed_());
  get_ = (name: string): string => this.getAttribute(name) ?? '';

  connectedCallback(): void {
    this.root_.adoptedStyleSheets = [sheet];
    // The page's own text as it is, in the room that the page reserves: a frame around it would cost a layout of its own.
    if (!this.root_.firstElementChild) this.root_.append(h('slot'));
    viewport.observe(this);
    this.eye_.observe(this, { attributes: true });
    this.changed_();
  }

  disconnectedCallback(): void {
    this.near_ = false;
    this.eye_.disconnect();
    viewport.unobserve(this);
    leave(this);
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

  layout_(): string {
    const name = this.get_('layout');
    return /^(badge|line|strip|full)$/.test(name) ? name : 'card';
  }

  /** Layout, theme, and what keeps the author's colours readable. */
  states_(): string {
    const style = getComputedStyle(this);
    const dark = isDark(this.get_('theme'), style.colorScheme);
    const own = ['color', 'background'].map((name) => style.getPropertyValue(`--weather-${name}`));
    return `${this.layout_()} ${dark ? 'dark' : 'light'}${(own[0] || own[1]) && (chunk('contrast')?.fix(own, dark) ?? '')}`;
  }

  update_(): void {
    if (!this.near_) return;
    const toolbox = !this.tools_ && this.matches('[places],[search],[locate]') && chunk('tools');
    if (toolbox) this.tools_ = toolbox.make(this, kit);
    const lang = languageOf(this);
    const { query_: query, tab_: tab = 0, draw_: draw } = this.tools_ ?? ({} as Partial<Tools>);
    const path = pathOf(this.get_, lang, query);
    const forecast = path && watch<Forecast & Forecasts>(this, base + path);
    const { value_: value, failure_: failure } = forecast as Partial<Entry<Forecast & Forecasts>>;
    const places = value && (value.forecasts ?? [value]);
    const data = places?.[tab] ?? places?.[0];
    const wanted = data?.lang ?? expected(lang, !failure);
    const speech = wanted && watch<Words>(this, own(`words/${wanted}.json`), true);
    leave(this, forecast, speech);
    // What the visitor picked before is not known yet.
    if (toolbox === undefined) return;
    wake();

    const { value_: words, failure_: speechless } = (speech || '') as Partial<Entry<Words>>;
    const trouble = failure ?? speechless;
    const layout = this.layout_();
    const names = this.get_('units');
    const units = names && chunk('units');
    const more = layout !== 'card' || this.matches('[show],[href]') ? chunk('layouts') : null;
    // What comes late would push everything else.
    if (units === undefined || more === undefined || (data?.alerts?.[0] && chunk('alerts') === undefined)) return;
    speak(words ?? [], units?.unitsOf?.(names), units?.factors);
    if (data && words) {
      const extra = draw?.(places!, data);
      // Its words are on their way, and buttons that change their text would be a shift.
      if (draw && !extra) return;
      const { place, alternatives, source } = data;
      const stale = source.stale || now() > Date.parse(source.expiresAt) + MARGIN;
      enter(data, now(), stale, !!failure, this.get_, layout, more);
      this.show_(view(this.states_(), extra));
      const old = this.data_;
      this.data_ = data;
      if (old !== data) this.emit_('load', data);
      if (old?.place.name !== place.name) this.emit_('place', { place, alternatives });
      if (stale && !this.stale_) this.emit_('stale', source);
      this.stale_ = stale;
    } else if (trouble && (words ?? speechless)) {
      const drawn = chunk('message')?.draw(trouble, this.states_(), this.get_('city'), kit);
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
