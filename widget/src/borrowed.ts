// What a chunk uses of the script. Its own copy would work on words of its own.
import type { lent } from './lent';

type Lent = typeof lent;

export let h: Lent[0];
export let svg: Lent[1];
export let clockAt: Lent[2];
export let fill: Lent[3];
export let isolate: Lent[4];
export let item: Lent[5];
export let measure: Lent[6];
export let text: Lent[7];
export let frame: Lent[8];
export let leaving: Lent[9];
export let base: Lent[10];
export let own: Lent[11];
export let localTime: Lent[12];
export let retry: Lent[13];
export let tick: Lent[14];

/** Called once, before anything else of the chunk. */
export const borrow = (lent: Lent): void => {
  [h, svg, clockAt, fill, isolate, item, measure, text, frame, leaving, base, own, localTime, retry, tick] = lent;
};
