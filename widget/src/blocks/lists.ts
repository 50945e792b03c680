import { h, said, type Child } from '../dom';
import { clockAt, fill, item, MISSING, text } from '../format';
import { icon } from '../icons';
import { Word } from '../order';
import { valuesOf, type Moment, type Scene } from '../scene';

/**
 * A list of hours or days as columns for the eye and as one sentence each for a screen reader.
 * @param name Its block; an item is called the same without the s.
 * @param label What stands over row k, and what the sentence calls it.
 */
const list = (
  scene: Scene,
  name: string,
  rows: readonly Moment[],
  values: string[],
  label: (row: Moment, k: number) => (string | undefined)[],
  attributes?: Record<string, string | undefined>,
): Child => {
  // A whole line of dashes would say nothing.
  if (rows.some((row) => row.pop != null)) values.push('rain');
  return (
    scene.has_(name) &&
    rows[0] &&
    h(
      `ul.${name}`,
      { role: 'list', ...attributes },
      rows.map((row, k) => {
        const seen = valuesOf(scene, row);
        const [short, day = short] = label(row, k);
        return h(
          `li.${name.slice(0, -1)}`,
          said(fill(text(scene.words_, Word.sentence), { ...valuesOf(scene, row, true), day })),
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

export const days = (scene: Scene): Child => {
  const { words_: words } = scene;
  return list(scene, 'days', scene.days_, ['high', 'low'], ({ today_: today, local_: local }) => {
    const k = local!.getUTCDay();
    return today
      ? [text(words, Word.todayShort), text(words, Word.today)]
      : [item(words, Word.weekdaysShort, k), item(words, Word.weekdays, k)];
  });
};

/** A strip that scrolls by finger, wheel and keyboard. */
export const hours = (scene: Scene): Child => {
  const { words_: words, get_: get } = scene;
  return list(
    scene,
    'hours',
    scene.hours_,
    ['temperature'],
    ({ local_: local }, k) => [
      !k
        ? text(words, Word.now)
        : local!.getUTCHours()
          ? clockAt(words, local!)
          : item(words, Word.weekdaysShort, local!.getUTCDay()),
    ],
    { tabindex: '0', dir: get('axis') || undefined, 'aria-label': text(words, Word.hourly) },
  );
};
