// Tabs for several places, and buttons for search and location, whose work is in chunks of their own.
import type { Tools, WeatherWidget } from '../element';
import type { Forecast } from '../contract';
import type { Child } from '../dom';
import type { Kit } from '../kit';
import { More, Word } from '../order';
import type { Bench } from './bench';
import css from './style/tools.css';

export { css };

/** Where the visitor's choice is kept, when there was one. */
export const CHOICE = 'weather-widget';

export const make = (element: WeatherWidget, kit: Kit): Tools => {
  const { h_: build, own_: own } = kit;
  const root = element.root_;
  const changed = (): void => element.changed_();
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
    const bench: Bench = { root, base: kit.base_, lang, more: more ?? [], h: build, pick };
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

  tools.draw_ = (places: readonly Forecast[], current: Forecast): Child => {
    const spoken = kit.text_(Word.lang);
    if (lang !== spoken) void learn(spoken);
    if (!more) return;
    const said = more;
    return build(
      'div.tools',
      places[1] &&
        build(
          'div.tabs',
          { role: 'tablist', 'aria-label': said[More.places] },
          places.map((data) =>
            build(
              'button.tab',
              {
                type: 'button',
                role: 'tab',
                'aria-selected': `${data === current}`,
                tabindex: data === current ? '0' : '-1',
              },
              build('bdi', data.place.name),
            ),
          ),
        ),
      element.hasAttribute('search') && build('button.search', { type: 'button' }, said[More.search] ?? '🔍\ufe0e'),
      element.hasAttribute('locate') && build('button.locate', { type: 'button' }, said[More.locate] ?? '⌖'),
    );
  };
  return tools;
};
