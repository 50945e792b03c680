import { chunk } from '../chunk';
import { h, type Child } from '../dom';
import { data, has, now, stale } from '../scene';

/**
 * Warnings in force. No data or a feed that may be out of date: no banner, and never "no warnings". Where the chunk that draws it
 * does not come, the plain words of the warning must do.
 */
export const alerts = (): Child => {
  const { alerts: list = [] } = data;
  const drawn = list[0] && has('alerts') && !stale && chunk('alerts');
  return drawn && (drawn.draw?.(data, now) ?? list.map(({ event }) => h('b.alert', event)));
};
