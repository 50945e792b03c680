// The service is where this script came from.

/** Read while the script runs: later there is no current script. A module has none at all. */
export const ownScript = document.currentScript as HTMLScriptElement | null;

/**
 * `https://weather.example/`, or with a path where the service lives under one. A module learns its address from a stack trace, where it
 * comes first in every engine; its line and column go with the last part of the path.
 */
export const base = new URL('../..', ownScript?.src || /https?:\S+/.exec(Error().stack!)?.[0] || location.href).href;

/** A file of this script's own version. */
export const own = (file: string): string => `${base}widget/${VERSION}/${file}`;
