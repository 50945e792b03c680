/** An attribute of a URL's query; '' where it has no value. */
const pair = (name: string, value: string): string => value && `${name}=${encodeURIComponent(value)}&`;

/**
 * Path and query of the forecast, the same for all elements of a place; '' when none is named.
 * @param get An attribute.
 * @param picked What the tools have instead, as `forecast?place=1&`.
 */
export const pathOf = (get: (name: string) => string, lang: string, picked: string | undefined): string => {
  const query = ['place', 'city', 'lat', 'lon', 'country'].map((name) => pair(name, get(name))).join('');
  const path = picked || (query && `forecast?${query}`);
  // Nothing yet: a framework may set the attributes later. Half a place is sent; the answer says what is missing. Always the same
  // window, whatever is shown of it: one answer serves every layout.
  return path && `v1/${path}${pair('lang', lang)}days=7&hours=48&include=alerts,air`;
};
