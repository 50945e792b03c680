// Modules and constants that build.mjs makes.
declare module 'virtual:icons' {
  /** From A on: classes, a comma, and the path. */
  export const LAYERS: readonly string[];
  /** Letter -> the letter after sunset; '-' where there is none. */
  export const NIGHT: Record<string, string>;
  /** Codes that have a picture of their own but no words. */
  export const EXTRA: readonly string[];
  /** Layers by the order of `SKY` and then `EXTRA`; '' where a shorter code has the picture. */
  export const PICTURES: readonly string[];
}

declare module 'virtual:units' {
  /** Units per quantity as [name, scale 1, offset 0, digits 0], and presets as unit names. The texts are in the words. */
  export const units: readonly (readonly (readonly [string, number?, number?, number?])[])[];
  export const presets: Record<string, string>;
}

declare module '*.css' {
  const text: string;
  export default text;
}

/** `1.0.0-1a2b3c4d`: the directory of this script's own words. */
declare const VERSION: string;
/** Languages of this release; the first is the fall-back for messages. */
declare const LANGUAGES: readonly string[];
