import { chunk } from '../chunk';
import { h, type Child } from '../dom';
import { kit } from '../kit';
import type { Scene } from '../scene';

/**
 * Warnings in force. No data or a feed that may be out of date: no banner, and never "no warnings". Where the chunk that draws it
 * does not come, the plain words of the warning must do.
 */
export const alerts = (scene: Scene): Child => {
  const { alerts: list = [] } = scene.data_;
  const drawn = list[0] && scene.has_('alerts') && !scene.stale_ && chunk('alerts');
  return drawn ? drawn.draw(scene, kit) : drawn === null && list.map(({ event }) => h('b.alert', event));
};
