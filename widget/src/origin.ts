// The service is where this script came from. Read while the script runs; later there is no current script.
export const ownScript = document.currentScript as HTMLScriptElement | null;

/** `https://weather.example/`, or with a path where the service lives under one. */
export const base = new URL('../..', ownScript?.src || location.href).href;

/** A file of this script's own version. */
export const own = (file: string): string => `${base}widget/${VERSION}/${file}`;
