const NAMES = ['place', 'city', 'lat', 'lon', 'country'];

/**
 * Path and query of the forecast, the same for all elements of a place; '' when none is named.
 * @param picked What the visitor chose in its stead, as `place=1` or `lat=1&lon=2`.
 */
export const queryOf = (element: Element, lang: string, picked: string): string => {
  const query = new URLSearchParams(picked);
  const several = !picked && element.hasAttribute('places');
  for (const name of picked ? [] : several ? ['places'] : NAMES) {
    const value = element.getAttribute(name);
    if (value) query.set(name, value.replace(/, +/g, ','));
  }
  // Nothing yet: a framework may set the attributes later. Half a place is sent; the answer says what is missing.
  if (!`${query}`) return '';
  if (lang) query.set('lang', lang);
  // Always the same window, whatever is shown of it: one answer serves every layout.
  return `v1/forecast${several ? 's' : ''}?${query}&days=7&hours=48&include=alerts,air`;
};
