// The banner of warnings in force.
import type { Forecast } from '../contract';
import type { Child } from '../dom';
import type { Kit } from '../kit';
import { Word } from '../order';
import css from './style/alerts.css';

export { css };

/** Levels that call for attention, mildest first, with a shape each: colour alone says nothing to many. */
const LEVELS = ['yellow', 'orange', 'red'];
const SHAPES = '●▲■';

/** An unknown level or one that has ended makes no banner. */
export const draw = (data: Forecast, now: number, kit: Kit): Child =>
  data.alerts!.map(({ event, level, until, href }) => {
    const k = LEVELS.indexOf(level);
    const end = Date.parse(until!);
    const text = kit.fill_(kit.text_(Word.alert), {
      level: kit.item_(Word.alertLevels, k),
      event,
      until: end ? kit.clockAt_(kit.localTime_(data.place.offsets, end)) : undefined,
    });
    return (
      k >= 0 &&
      !(end < now) &&
      kit.h_(`a.alert ${level}`, kit.leaving_(href), { title: text }, kit.h_('span', { 'aria-hidden': 'true' }, SHAPES[k]), ' ', text)
    );
  });
