import { h, svg } from './dom';
import { clockAt, fill, isolate, item, measure, text } from './format';
import { frame } from './frame';
import { leaving } from './links';
import { base, own } from './origin';
import { localTime } from './rows';
import { retry, tick } from './store';

/** What the script lends to its chunks, so that nothing is loaded twice; by position, which is lighter than by name. */
export const lent = [h, svg, clockAt, fill, isolate, item, measure, text, frame, leaving, base, own, localTime, retry, tick] as const;
