// Every layout but the card, the blocks that the card has not, and the link of a whole element.
import type { Forecast } from '../contract';
import type { Child } from '../dom';
import type { Values } from '../format';
import type { Kit } from '../kit';
import { MORE_FACTS, Quantity, Word } from '../order';
import type { Row } from '../rows';
import { CARD } from '../scene';
import css from './style/layouts.css';

export { css, MORE_FACTS as facts };

const BADGE = 'place icon temperature ';
const LINE = `${BADGE}condition `;

/** Blocks by layout. */
export const layouts: Record<string, string> = {
  badge: BADGE,
  line: LINE,
  strip: `${LINE}date high low hours `,
  full: `${CARD}hours chart ${MORE_FACTS.join(' ')} `,
};

const UV_STEPS = [3, 6, 8, 11];

/** The further values of a moment, by the name that templates use. */
export const values = (at: Partial<Row>, { air }: Forecast, spoken: boolean | undefined, kit: Kit): Values => {
  const { clock_: clock, item_: item, measure_: measure } = kit;
  return {
    dew: measure(Quantity.temperature, at.dew, spoken),
    humidity: measure(Quantity.percent, at.humidity, spoken),
    pressure: measure(Quantity.pressure, at.pressure, spoken),
    visibility: measure(Quantity.distance, at.visibility, spoken),
    uv: measure(Quantity.index, at.uv, spoken),
    // A missing number becomes NaN, and no list has an item there.
    uvLevel: item(Word.uvLevels, UV_STEPS.filter((step) => Math.round(at.uv!) >= step).length),
    rise: clock(at.sunrise),
    set: clock(at.sunset),
    moon: item(Word.moons, Math.round(at.moon! * 8) % 8),
    air: measure(Quantity.index, air?.value, spoken),
    airLevel: item(Word.airLevels, air?.level! - 1),
  };
};

/** A strip that scrolls by finger, wheel and keyboard. */
export const hours = (rows: readonly Row[], axis: string, kit: Kit): Child => {
  const { clockAt_: clockAt, item_: item, text_: text } = kit;
  return kit.list_(
    'hours',
    rows,
    ['temperature'],
    ({ local_: local }, k) => [
      !k ? text(Word.now) : local.getUTCHours() ? clockAt(local) : item(Word.weekdaysShort, local.getUTCDay()),
    ],
    { tabindex: '0', dir: axis, 'aria-label': text(Word.hourly) },
  );
};
