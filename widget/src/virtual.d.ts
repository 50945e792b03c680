// Modules and constants that build.mjs makes.
declare module 'virtual:icons' {
  /** The first letter of the tone, and the path. */
  export const LAYERS: readonly string[];
  /** By layer: the layer after sunset, where it is another. */
  export const NIGHTS: readonly number[];
  /** '', and then condition codes in the order of `SKY`, each followed by its layers: from A on, or from a on for those of a row. */
  export const CODES: readonly string[];
}

declare module 'virtual:units' {
  export type Factors = Record<string, readonly [scale: number, offset?: number, digits?: number]>;
  /** Of the first unit of each quantity. */
  export const defaults: Factors;
  /** Of the others. */
  export const factors: Factors;
  /** Unit names by preset. */
  export const presets: Record<string, string>;
}

declare module '*.css' {
  const text: string;
  export default text;
}

/** `1.0.0-1a2b3c4d`: the directory of this script's own words. */
declare const VERSION: string;
/** Languages of this release, separated by spaces. */
declare const LANGUAGES: string;
