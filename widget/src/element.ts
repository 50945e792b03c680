import { chunk } from './chunk';
import { now } from './clock';
import type { Forecast } from './contract';
import { h, patch, type Child } from './dom';
import { speak } from './format';
import { expected, languageOf } from './language';
import { base, own } from './origin';
import { pathOf } from './query';
import { enter, layoutOf } from './scene';
import { sheet } from './sheet';
import { leave, wake, watch, type Entry, type Watcher } from './store';
import { view } from './view';
import { viewport } from './viewport';

/** What the tools chunk adds: tabs for several places, search and location. */
export interface Tools {
  /** What to ask for, as `forecast?place=1&`; '' is what the page says. */
  readonly query_: string;
  /** Which of several places. */
  tab_: number;
  draw_(places: readonly Forecast[], current: Forecast): Child;
}

/** Answers are made to be refreshed after their expiry; only well past it are they called old. */
const MARGIN = 1_800_000;

/** `<weather-widget>`. Its attributes are its only state, beside what the visitor picks. */
export class WeatherWidget extends HTMLElement implements Watcher {
  declare near_: boolean | undefined;
  declare queued_?: boolean;
  /** What was last told, by event, so that nothing is told twice. */
  told_: Record<string, unknown> = {};
  // A root that the server rendered stays until there is something newer.
  root_ = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  // Any attribute: a page's own style and class may bring other colours.
  eye_ = new MutationObserver(() => this.changed_());
  get_ = (name: string): string => this.getAttribute(name) ?? '';

  connectedCallback(): void {
    this.root_.adoptedStyleSheets = [sheet];
    // The page's own text as it is, in the room that the page reserves: a frame around it would cost a layout of its own.
    if (!this.root_.lastElementChild) this.root_.append(h('slot'));
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
  async changed_(): Promise<void> {
    if (this.queued_) return;
    this.queued_ = true;
    await 0;
    this.queued_ = false;
    try {
      if (this.isConnected) this.update_();
    } catch (error) {
      // Our bug or a strange answer: what is on screen stays, and the page goes on.
      this.tell_('error', { status: 0, error }, error);
    }
  }

  update_(): void {
    if (!this.near_) return;
    const get = this.get_;
    // What is not wanted is not waited for.
    const toolbox = !this.matches('[places],[search],[locate]') || chunk('tools');
    const tools: Partial<Tools> = toolbox.of?.(this) ?? {};
    const lang = languageOf(this);
    const path = pathOf(get, lang, tools.query_);
    const forecast = path && watch<Forecast>(this, base + path);
    const { value_: places, failure_: failure } = forecast as Partial<Entry<Forecast>>;
    const data = places?.[tools.tab_!] ?? places?.[0];
    // Some words must be watched for: who watches nothing is not told that the tools are there.
    const wanted = data?.lang ?? expected(lang, toolbox && !failure);
    const speech = wanted ? watch<unknown>(this, own(`words/${wanted}.json`), true) : '';
    leave(this, forecast, speech);
    // What the visitor picked before is not known yet.
    if (!toolbox) return;
    wake();

    const { value_: words, failure_: speechless } = speech as Partial<Entry<unknown>>;
    const trouble = failure ?? speechless;
    const states = `${layoutOf(get)} ${get('theme')}`;
    const names = get('units');
    const units = !names || chunk('units');
    const banner = !data?.alerts?.[0] || chunk('alerts');
    // What comes late would push everything else.
    if (!units || !banner) return;
    speak(words ?? [], units.unitsOf?.(names), units.factors);
    if (data && words) {
      const extra = tools.draw_?.(places!, data);
      // Its words are on their way, and buttons that change their text would be a shift.
      if (tools.draw_ && !extra) return;
      const { place, alternatives, source } = data;
      const stale = source.stale || now() > Date.parse(source.expiresAt) + MARGIN;
      enter(data, now(), stale, !!failure, get);
      this.show_(view(states, extra));
      this.tell_('load', data, data);
      this.tell_('place', { place, alternatives }, place.name);
      this.tell_('stale', source, stale);
    } else if (trouble && (words ?? speechless)) {
      const drawn = chunk('message').draw?.(trouble, states, get('city'));
      if (drawn) this.show_(drawn);
    }
    this.tell_('error', trouble, trouble);
  }

  show_(next: Element): void {
    patch(this.root_.lastElementChild!, next);
    // Asked for when the picture stands: the browser would have to find out anyway.
    const style = getComputedStyle(this);
    if (style.getPropertyValue('--weather-color') + style.getPropertyValue('--weather-background')) {
      chunk('contrast').fix?.(this.root_.lastElementChild);
    }
  }

  /** @param key Told when there is one and it is another than the last time. */
  tell_(name: string, detail: unknown, key: unknown): void {
    if (key && key !== this.told_[name]) {
      this.dispatchEvent(new CustomEvent(`weather-${name}`, { detail, bubbles: true, composed: true }));
    }
    this.told_[name] = key;
  }
}
