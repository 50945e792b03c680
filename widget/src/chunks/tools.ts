// Tabs for several places, and buttons for search and location, whose work is in chunks of their own.
import type { Tools, WeatherWidget } from '../element';
import type { Failure, Forecast } from '../contract';
import { base, h, own, text } from '../borrowed';
import type { Child } from '../dom';
import { More, Word } from '../order';
import type { Bench } from './bench';
import css from './style/tools.css';

export { borrow } from '../borrowed';
export { css };

/** Where the visitor's choice is kept, when there was one. */
export const CHOICE = 'weather-widget';

const make = (element: WeatherWidget): Tools => {
  const root = element.root_;
  const changed = (): void => void element.changed_();
  let more: readonly string[] | undefined;
  let lang = '';
  let picked: string | null = '';
  const tools: Tools = {
    tab_: 0,
    get query_() {
      if (picked) return `forecast?${picked}&`;
      const places = element.get_('places').replace(/\s/g, '');
      return places && `forecasts?places=${encodeURIComponent(places)}&`;
    },
    draw_(places: readonly Forecast[], current: Forecast): Child {
      const spoken = text(Word.lang);
      if (lang !== spoken) void learn(spoken);
      if (!more) return;
      const said = more;
      return h(
        'div.tools',
        places[1] &&
          h(
            'div.tabs',
            { role: 'tablist', 'aria-label': said[More.places] },
            places.map((data) =>
              h(
                'button.tab',
                {
                  type: 'button',
                  role: 'tab',
                  'aria-selected': `${data === current}`,
                  tabindex: data === current ? '0' : '-1',
                },
                h('bdi', data.place.name),
              ),
            ),
          ),
        element.hasAttribute('search') && h('button.search', { type: 'button' }, said[More.search] ?? '🔍\ufe0e'),
        element.hasAttribute('locate') && h('button.locate', { type: 'button' }, said[More.locate] ?? '⌖'),
      );
    },
  };
  try {
    if (element.hasAttribute('search')) picked = localStorage.getItem(CHOICE);
  } catch {
    // Storage may be forbidden.
  }

  const learn = async (wanted: string): Promise<void> => {
    lang = wanted;
    more = undefined;
    try {
      more = await (await fetch(own(`words/${wanted}.more.json`), { credentials: 'omit' })).json();
    } catch {
      // The signs on the buttons must do.
      more = [];
    }
    changed();
  };
  const choose = (tab: Element | null | undefined): void => {
    if (!tab) return;
    tools.tab_ = [...tab.parentElement!.children].indexOf(tab);
    (tab as HTMLElement).focus();
    changed();
  };

  // A choice that does not exist any more would leave nothing to choose with.
  element.addEventListener('weather-error', ({ detail }: CustomEventInit<Failure>) => {
    if (!picked || detail?.status !== 404) return;
    picked = '';
    try {
      localStorage.removeItem(CHOICE);
    } catch {
      // Then it was not kept either.
    }
    changed();
  });
  root.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    const name = button?.className;
    if (name === 'tab') choose(button);
    if (name !== 'search' && name !== 'locate') return;
    const pick = (query: string, keep?: boolean): void => {
      picked = query;
      try {
        if (keep) localStorage.setItem(CHOICE, query);
      } catch {
        // Then for this page only.
      }
      changed();
      (root.querySelector(`button.${name}`) as HTMLElement | null)?.focus();
    };
    const bench: Bench = { root, base, lang, more: more ?? [], h, pick };
    import(own(`${name}.js`)).then(
      (tool) => tool.open(bench),
      () => {},
    );
  });
  // Arrow keys go through the tabs, the way they lie.
  root.addEventListener('keydown', (event) => {
    const { key, target } = event as KeyboardEvent;
    const tab = target as Element;
    if (tab.className !== 'tab' || !/^Arrow(Left|Right)$/.test(key)) return;
    const forward = (key === 'ArrowRight') === (getComputedStyle(tab).direction === 'ltr');
    choose(forward ? tab.nextElementSibling : tab.previousElementSibling);
  });

  return tools;
};

const all = new WeakMap<WeatherWidget, Tools>();

/** The tools of an element, made once. */
export const of = (element: WeatherWidget): Tools => {
  if (!all.has(element)) all.set(element, make(element));
  return all.get(element)!;
};
