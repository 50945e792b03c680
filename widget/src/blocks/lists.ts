import { h, said, type Child } from '../dom';
import { fill, item, MISSING, text } from '../format';
import { Word } from '../order';
import type { Row } from '../rows';
import { days as ahead, has, valuesOf } from '../scene';
import { icon } from '../sky';

/**
 * A list of hours or days as columns for the eye and as one sentence each for a screen reader.
 * @param name Its block; an item is called the same without the s.
 * @param label What stands over row k, and what the sentence calls it.
 */
export const list = (
  name: string,
  rows: readonly Row[],
  values: string[],
  label: (row: Row, k: number) => (string | undefined)[],
  attributes?: Record<string, string | undefined>,
): Child => {
  // A whole line of dashes would say nothing.
  if (rows.some((row) => row.pop != null)) values.push('rain');
  return (
    has(name) &&
    rows[0] &&
    h(
      `ul.${name}`,
      { role: 'list', ...attributes },
      rows.map((row, k) => {
        const seen = valuesOf(row);
        const [short, day = short] = label(row, k);
        return h(
          `li.${name.slice(0, -1)}`,
          said(fill(text(Word.sentence), { ...valuesOf(row, true), day })),
          h(
            'div._column',
            { 'aria-hidden': 'true' },
            h('div.label', short),
            h('div.icon', icon(row.sky, row.night)),
            values.map((value) => h(`div.${value}`, seen[value] ?? MISSING)),
          ),
        );
      }),
    )
  );
};

export const days = (): Child =>
  list('days', ahead, ['high', 'low'], ({ current_: today, local_: local }) => {
    const k = local.getUTCDay();
    return today ? [text(Word.todayShort), text(Word.today)] : [item(Word.weekdaysShort, k), item(Word.weekdays, k)];
  });
