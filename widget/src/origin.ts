// The service is where this script came from. Read while the script runs; later there is no current script. A script that was
// loaded as a module never has one.
const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="/weather-widget.js"]');

export const ownScript = script;

/** `https://weather.example/`, or with a path where the service lives under one. */
export const base = new URL('../..', script?.src || location.href).href;

export const wordsUrls = (lang: string): string[] =>
  // Another release may answer on this address: then its words are better than none.
  [VERSION, 'v1'].map((version) => `${base}widget/${version}/words/${lang}.json`);
