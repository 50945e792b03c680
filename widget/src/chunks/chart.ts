// Hourly temperature as a line and rain as bars, for the eye; the same numbers as a table, for everybody else.
import { clockAt, h, measure, own, svg, text, tick } from '../borrowed';
import type { Child } from '../dom';
import { More, Quantity, Word } from '../order';
import type { Row } from '../rows';
import css from './style/chart.css';

export { borrow } from '../borrowed';
export { css };

/** Heights in percent: the line ends here, the bars begin there; the rest is room for numbers. */
const TOP = 12;
const MIDDLE = 62;
const FLOOR = 86;

/** Texts of this chunk by language, as far as they have come. */
const words: Record<string, readonly string[]> = {};

const learn = (lang: string): readonly string[] => {
  if (!words[lang]) {
    words[lang] = [];
    fetch(own(`words/${lang}.more.json`), { credentials: 'omit' })
      .then((response) => response.json())
      .then(
        (more) => {
          words[lang] = more;
          tick();
        },
        // A table without a head is still a table.
        () => {},
      );
  }
  return words[lang];
};

/** @param axis The direction of time where it is not that of the language. */
export const draw = (hours: readonly Row[], axis: string): Child => {
  const more = learn(text(Word.lang));
  const degrees = (value: number | undefined, spoken?: boolean) => measure(Quantity.temperature, value, spoken);
  const amount = (value: number | undefined) => measure(Quantity.precipitation, value);

  const known = hours.flatMap(({ temp }) => (temp == null ? [] : [temp]));
  const top = Math.max(...known);
  const span = Math.max(4, top - Math.min(...known));
  const most = Math.max(2, ...hours.map(({ rain }) => rain ?? 0));
  const rtl = (axis || text(Word.dir)) === 'rtl';
  const step = 100 / hours.length;
  const x = (k: number): number => {
    const at = (k + 0.5) * step;
    return Math.round((rtl ? 100 - at : at) * 10) / 10;
  };
  const y = (temp: number): number => Math.round(TOP + ((top - temp) / span) * (MIDDLE - TOP));

  let pen = 'M';
  const line = hours
    .map(({ temp }, k) => {
      // A gap in the data is a gap in the line.
      const move = temp == null ? '' : `${pen}${x(k)} ${y(temp)}`;
      pen = move ? 'L' : 'M';
      return move;
    })
    .join('');
  const bars = hours.map(({ rain }, k) => {
    const size = Math.round(((rain ?? 0) / most) * (FLOOR - MIDDLE));
    return (
      size > 0 &&
      svg('rect', { class: '_bar', x: `${x(k) - step * 0.35}%`, y: `${FLOOR - size}%`, width: `${step * 0.7}%`, height: `${size}%` })
    );
  });
  const every = Math.ceil(hours.length / 6);
  const labels = hours.map(
    ({ temp, local_: local }, k) =>
      k % every === (every >> 1) && [
        temp != null && svg('text', { x: `${x(k)}%`, y: `${y(temp) - 4}%` }, degrees(temp)),
        svg('text', { x: `${x(k)}%`, y: '98%' }, clockAt(local)),
      ],
  );
  const cell = (tag: string, value: string | undefined) => h(tag, tag === 'td' ? {} : { scope: 'col' }, value ?? '—');
  return [
    svg(
      'svg',
      { 'aria-hidden': 'true' },
      bars,
      // Stretched to whatever width there is; text would be stretched with it.
      svg('svg', { viewBox: '0 0 100 100', preserveAspectRatio: 'none' }, svg('path', { class: '_heat', d: line })),
      labels,
    ),
    h(
      'div._said',
      h(
        'table',
        h('caption', more[More.chart]),
        h('thead', h('tr', cell('th', more[More.time]), cell('th', more[More.temperature]), cell('th', more[More.amount]))),
        h(
          'tbody',
          hours.map(({ temp, rain, local_: local }) =>
            h('tr', h('th', { scope: 'row' }, clockAt(local)), cell('td', degrees(temp, true)), cell('td', amount(rain))),
          ),
        ),
      ),
    ),
  ];
};
