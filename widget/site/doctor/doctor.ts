// The page /doctor. What is pasted stays in this browser.
import { check, type Result } from './check';
import { ask } from './service';
import { count, pieces, report } from './text';
import { show, sorted } from './view';
import { ar } from './words/ar';
import { en, type PageKey, type Words } from './words/en';
import { fr } from './words/fr';

const LANGUAGES: Record<string, Words> = { ar, fr, en };
const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const [form, status, mail] = [byId<HTMLFormElement>('form'), byId('status'), byId<HTMLTextAreaElement>('report')];
const [html, policy] = [byId<HTMLTextAreaElement>('html'), byId<HTMLTextAreaElement>('policy')];

/** Of the address, else the first of the browser's that we have. */
const chosen = (): Words => {
  const wanted = [new URLSearchParams(location.search).get('lang') ?? '', ...navigator.languages];
  return wanted.map((tag) => LANGUAGES[tag.split('-')[0]!.toLowerCase()]).find(Boolean) ?? en;
};

let words = chosen();
let result: Result = { page: [], service: [] };
/** Checks overtake each other; the last one asked for counts. */
let turn = 0;

const say = (key: PageKey, values: Record<string, string> = {}): void => {
  status.textContent = pieces(words.page[key], values, words.lang)
    .map(({ text }) => text)
    .join('');
};

const draw = (): void => {
  Object.assign(document.documentElement, { lang: words.lang, dir: words.dir });
  document.title = words.page.title;
  for (const node of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const parts = pieces(words.page[node.dataset['text'] as PageKey], {}, words.lang).map(({ kind, text }) => {
      const part = document.createElement(kind === 'code' ? 'code' : 'span');
      part.textContent = text;
      return part;
    });
    node.replaceChildren(...parts);
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav [hreflang]')) {
    if (LANGUAGES[link.hreflang] === words) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  byId('yours').hidden = !result.page[0];
  show(byId('yours-list'), sorted(result.page), words);
  show(byId('ours-list'), sorted(result.service), words);
  byId('copy').hidden = !result.service[0];
  mail.hidden = true;
};

const run = async (): Promise<void> => {
  const mine = ++turn;
  say('busy');
  const found = await check({ html: html.value, policy: policy.value }, words.lang, location.origin, ask, Date.now);
  if (mine !== turn) return;
  result = found;
  draw();
  const all = [...found.page, ...found.service];
  say('done', { error: count(all, 'error'), warn: count(all, 'warn') });
};

const copy = async (): Promise<void> => {
  const text = report(sorted(result.page), sorted(result.service), location.origin, words);
  try {
    await navigator.clipboard.writeText(text);
    say('copied');
  } catch {
    mail.hidden = false;
    mail.value = text;
    mail.select();
    say('manual');
  }
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void run();
});
byId('copy').addEventListener('click', () => void copy());
document.querySelector('nav')!.addEventListener('click', (event) => {
  const { hreflang = '' } = event.target as HTMLAnchorElement;
  const next = LANGUAGES[hreflang];
  if (!next || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  words = next;
  history.replaceState(null, '', `?lang=${hreflang}`);
  draw();
  void run();
});

draw();
byId('main').hidden = false;
void run();
