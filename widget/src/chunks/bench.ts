import type { h } from '../dom';

/** What a tool gets to work with. */
export interface Bench {
  root: ShadowRoot;
  base: string;
  lang: string;
  /** Texts by `More`. */
  more: readonly string[];
  h: typeof h;
  /** Shows another place: `place=1`, or `lat=1&lon=2`; remembers it when told so. */
  pick(query: string, keep?: boolean): void;
}
