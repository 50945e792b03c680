import { both, h, type Child } from '../dom';
import { fill, item, MISSING, type Values } from '../format';
import { icon } from '../icons';
import { FACTS, Word } from '../order';
import { valuesOf, windFrom, type Moment, type Scene } from '../scene';

/** The current hour, and the facts of it and of its day. */
export const now = (scene: Scene): Child => {
  const { words_: words, hours_: hours, days_: days, has_: has } = scene;
  // The sky and the rain of this hour, never of the day.
  const at: Moment = { ...(days[0]?.today_ && { ...days[0], sky: undefined, pop: undefined }), ...hours[0] } as Moment;
  const seen = valuesOf(scene, at);
  const heard = valuesOf(scene, at, true);
  const fact = (name: string, k: number): Child => {
    const template = item(words, Word.facts, k) ?? '';
    const write = (values: Values): string => fill(template, { ...values, value: values[name], level: values[`${name}Level`] });
    const line = has(name) && write(seen);
    // A fact without its value says nothing.
    if (!line || line.includes(MISSING)) return;
    const from = name === 'wind' ? windFrom(at) : undefined;
    return h(
      `div.${name}`,
      both('span', line, write(heard)),
      // Wind is named by where it comes from; the arrow flies with it.
      from != null && h('span._arrow', icon('wind', 0, Math.round(from + 180) % 360)),
    );
  };
  const facts = FACTS.map(fact);
  return h(
    'div.now',
    has('icon') && at.sky && h('div.icon', icon(at.sky, at.night)),
    has('temperature') &&
      hours[0] &&
      both('div.temperature', seen['temperature'] ?? MISSING, heard['temperature'] ?? MISSING),
    h('div._text', has('condition') && at.sky && h('div.condition', seen['sky'] ?? MISSING), facts.shift()),
    h('div.details', facts),
  );
};
