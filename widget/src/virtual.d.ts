// Modules and constants that build.mjs makes.
declare module 'virtual:icons' {
  /** From A on: classes, a comma, and the path. */
  export const LAYERS: readonly string[];
  /** Letter -> the letter after sunset; '-' where there is none. */
  export const NIGHT: Record<string, string>;
  /** Layers by condition code. */
  export const PICTURES: Record<string, string>;
}

declare module 'virtual:units' {
  /** Unit names by preset. */
  export const factors: Record<string, readonly [number, number?, number?]>;
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
/** Names of src/attributes.json, separated by spaces. */
declare const ATTRIBUTES: string;
