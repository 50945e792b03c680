import { chunk } from '../chunk';
import { h, type Child } from '../dom';
import { kit } from '../kit';
import type { Scene } from '../scene';

/** Room for the chart, filled once its chunk is there. Without it the strip of hours still has all its numbers. */
export const chart = (scene: Scene): Child =>
  scene.has_('chart') && scene.hours_[1] && h('div.chart', chunk('chart')?.draw(scene, kit));
