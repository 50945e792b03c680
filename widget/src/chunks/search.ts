// A form to find a place by name, over the element.
import { More } from '../order';
import type { Bench } from './bench';

interface Found {
  id?: number;
  name: string;
  admin?: string;
  country?: string;
}

/** After the last key: typing does not ask for every letter. */
const PAUSE = 250;

export const open = ({ root, base, lang, more, h, pick }: Bench): void => {
  if (root.querySelector('.panel')) return;
  const input = h('input', { type: 'search', 'aria-label': more[More.search], placeholder: more[More.search] }) as HTMLInputElement;
  const list = h('div._results', { role: 'status' });
  const close = h('button.close', { type: 'button', 'aria-label': more[More.close] }, '✕');
  const section = root.querySelector('section')!;
  // Beside the section and not in it: what is drawn anew there leaves the panel alone. It looks the same.
  const panel = h(
    `div.panel ${section.className}`,
    { role: 'dialog', 'aria-label': more[More.search], lang, dir: section.dir },
    h('div._bar', input, close),
    list,
  );
  const leave = (): void => {
    panel.remove();
    (root.querySelector('button.search') as HTMLElement | null)?.focus();
  };
  let timer = 0;
  let asked = 0;
  const ask = async (): Promise<void> => {
    const turn = ++asked;
    const q = input.value.trim();
    let found: Found[] = [];
    try {
      const query = new URLSearchParams({ q, lang, limit: '5' });
      if (q) found = await (await fetch(`${base}v1/places?${query}`, { credentials: 'omit', referrerPolicy: 'origin' })).json();
    } catch {
      // As if nothing was found.
    }
    // A slow answer to what was typed before is not wanted any more.
    if (turn !== asked) return;
    list.replaceChildren(
      ...(q && !found.length ? [h('p', more[More.nothing] ?? '—')] : []),
      ...found.map((place) => {
        const button = h('button.result', { type: 'button' }, h('bdi', [place.name, place.admin, place.country].filter(Boolean).join(' · ')));
        button.addEventListener('click', () => {
          leave();
          pick(`place=${place.id}`, true);
        });
        return button;
      }),
    );
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, PAUSE);
  });
  close.addEventListener('click', leave);
  panel.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') leave();
  });
  // Before the section, which is the last of the root.
  root.prepend(panel);
  input.focus();
};
