import { both, h, type Child } from '../dom';
import { fill, item, MISSING, type Values } from '../format';
import { FACTS, MORE_FACTS, Word } from '../order';
import { days, has, hours, valuesOf } from '../scene';
import { icon } from '../sky';
import { head } from './head';

/** The current hour, and the facts of it and of its day. */
export const now = (): Child => {
  const [hour] = hours;
  const [day] = days;
  // The sky and the rain of this hour, never of the day.
  const at = { ...(day?.current_ && day), sky: undefined, pop: undefined, ...hour };
  const seen = valuesOf(at);
  const heard = valuesOf(at, true);
  const facts = [...FACTS, ...MORE_FACTS].map((name, k) => {
    const write = (values: Values): string =>
      fill(item(Word.facts, k) ?? '', { ...values, value: values[name], level: values[`${name}Level`] });
    const line = has(name) && write(seen);
    // A fact without its value says nothing.
    return line && !line.includes(MISSING) && both(`div.${name}`, line + (seen[`${name}Arrow`] ?? ''), write(heard));
  });
  return h(
    'div.now',
    head(),
    has('icon') && at.sky && h('div.icon', icon(at.sky, at.night)),
    has('temperature') && hour && both('div.temperature', seen['temperature'] ?? MISSING, heard['temperature'] ?? MISSING),
    h('div._text', has('condition') && at.sky && h('div.condition', seen['sky'] ?? MISSING), facts.shift()),
    h('div.details', facts),
  );
};
