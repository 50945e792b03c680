import { both, h, type Child } from '../dom';
import { item, MISSING } from '../format';
import { icon } from '../icons';
import { Quantity, Word } from '../order';
import type { Scene } from '../view';
import { say, value } from './say';
import { skyWords } from './sky';

/** Below this the air is calm (Beaufort 0) and its direction means nothing. m/s. */
const CALM = 0.3;

export const now = (scene: Scene): Child => {
  const { words_: words, hour_: hour, days_: days } = scene;
  const degrees = (amount: number | undefined, spoken?: boolean) => value(scene, Quantity.temperature, amount, spoken);
  const today = days[0]?.today_ ? days[0] : undefined;
  const direction = hour.direction != null && (hour.wind ?? 0) >= CALM ? hour.direction : undefined;
  return h(
    'div.now',
    hour.sky && h('div.icon', icon(hour.sky, !!hour.night)),
    // Without words beside it, a dash would say nothing.
    (hour.temp != null || hour.sky) &&
      both('div.temperature', degrees(hour.temp) ?? MISSING, degrees(hour.temp, true) ?? MISSING),
    h(
      'div._text',
      hour.sky && h('div.condition', skyWords(words, hour.sky) ?? MISSING),
      hour.feels != null && say('div.feels', scene, Word.feels, (spoken) => ({ value: degrees(hour.feels, spoken) })),
    ),
    h(
      'div.details',
      (today?.max ?? today?.min) != null &&
        h(
          'div.range',
          say('span.high', scene, Word.high, (spoken) => ({ value: degrees(today?.max, spoken) })),
          ' ',
          say('span.low', scene, Word.low, (spoken) => ({ value: degrees(today?.min, spoken) })),
        ),
      hour.pop != null &&
        say('div.rain', scene, Word.rain, (spoken) => ({ value: value(scene, Quantity.percent, hour.pop, spoken) })),
      hour.wind != null &&
        h(
          'div.wind',
          say('span', scene, Word.wind, (spoken) => ({
            speed: value(scene, Quantity.wind, hour.wind, spoken),
            direction:
              direction == null ? undefined : item(words, Word.compass, Math.round(direction / 45) % 8),
          })),
          // Wind is named by where it comes from; the arrow flies with it.
          direction != null && icon('wind', false, Math.round(direction + 180) % 360),
        ),
    ),
  );
};
