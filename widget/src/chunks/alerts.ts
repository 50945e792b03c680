// The banner of warnings in force.
import type { Forecast } from '../contract';
import { clockAt, fill, h, item, leaving, localTime, text as say } from '../borrowed';
import type { Child } from '../dom';
import { Word } from '../order';
import css from './style/alerts.css';

export { borrow } from '../borrowed';
export { css };

/** Levels that call for attention, mildest first, with a shape each: colour alone says nothing to many. */
const LEVELS = ['yellow', 'orange', 'red'];
const SHAPES = '●▲■';

/** An unknown level or one that has ended makes no banner. */
export const draw = (data: Forecast, now: number): Child =>
  data.alerts!.map(({ event, level, until, href }) => {
    const k = LEVELS.indexOf(level);
    const end = Date.parse(until!);
    const text = fill(say(Word.alert), {
      level: item(Word.alertLevels, k),
      event,
      until: end ? clockAt(localTime(data.place.offsets, end)) : undefined,
    });
    return (
      k >= 0 &&
      !(end < now) &&
      h(`a.alert ${level}`, leaving(href), { title: text }, h('span', { 'aria-hidden': 'true' }, SHAPES[k]), ' ', text)
    );
  });
