import { chunk } from '../chunk';
import { h, type Child } from '../dom';
import { kit } from '../kit';
import { get, has, hours as rows, more } from '../scene';

export const hours = (): Child => more?.hours(rows, get('axis'), kit);

/** Room for the chart, filled once its chunk is there. Without it the strip of hours still has all its numbers. */
export const chart = (): Child => has('chart') && rows[1] && h('div.chart', chunk('chart')?.draw(rows, get('axis'), kit));
