// DOM by createElement alone: the page's policy allows no markup from strings.
import type { Finding, Level } from './finding';
import { pieces } from './text';
import type { Words } from './words/en';

const SVG = 'http://www.w3.org/2000/svg';

/** A shape per level, so that colour says nothing alone: tick, dot, triangle, cross in a square. */
const SHAPES: Record<Level, string> = {
  ok: 'M2.5 8.5l3.5 4 7.5-9',
  note: 'M8 7v5M8 3.5v1M8 1a7 7 0 1 0 .01 0z',
  warn: 'M8 1.5L15 14.5H1zM8 6v4M8 11.7v.8',
  error: 'M1.5 1.5h13v13h-13zM5 5l6 6M11 5l-6 6',
};

const mark = (level: Level): Element => {
  const picture = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  picture.setAttribute('viewBox', '0 0 16 16');
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('class', 'mark');
  path.setAttribute('d', SHAPES[level]);
  picture.append(path);
  return picture;
};

const paragraph = (template: string, values: Finding['values'], lang: string, name = ''): Element => {
  const node = document.createElement('p');
  if (name) node.className = name;
  for (const { kind, text } of pieces(template, values, lang)) {
    const part = kind === 'text' ? text : document.createElement(kind === 'code' ? 'code' : 'bdi');
    if (typeof part !== 'string') {
      part.textContent = text;
      if (kind === 'code') part.dir = 'ltr';
    }
    node.append(part);
  }
  return node;
};

const item = ({ level, key, values, element }: Finding, { page, findings, lang }: Words): Element => {
  const node = document.createElement('li');
  const label = document.createElement('strong');
  const [what, todo] = findings[key];
  label.textContent = page[level] + (element ? ` · ${page.element.replace('{number}', `${element}`)}` : '');
  node.className = level;
  node.append(mark(level), label, paragraph(what, values, lang));
  if (todo && level !== 'ok') node.append(paragraph(todo, values, lang, 'todo'));
  return node;
};

/** What needs work first, the rest in the order of the checks. */
const RANK: Record<Level, number> = { error: 0, warn: 1, note: 2, ok: 3 };

export const sorted = (findings: readonly Finding[]): Finding[] => [...findings].sort((a, b) => RANK[a.level] - RANK[b.level]);

export const show = (list: Element, findings: readonly Finding[], words: Words): void =>
  list.replaceChildren(...findings.map((found) => item(found, words)));
