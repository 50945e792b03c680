const NAMES = ['place', 'city', 'lat', 'lon', 'country'];

/** The forecast's query, the same for all elements of a place; '' when none is named. */
export const queryOf = (element: Element, lang: string): string => {
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = element.getAttribute(name)?.trim();
    if (value) query.set(name, value);
  }
  // Nothing yet: a framework may set the attributes later. Half a place is sent; the answer says what is missing.
  if (!`${query}`) return '';
  if (lang) query.set('lang', lang);
  // Always the same window, whatever is shown of it: one answer serves every layout.
  return `${query}&days=7&hours=48`;
};
