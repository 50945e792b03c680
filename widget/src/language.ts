/** The element's own language, else the nearest ancestor's, also across shadow roots, else the browser's. */
export const languageOf = (element: Element): string => {
  for (let node: Element | undefined = element; node; node = (node.getRootNode() as Partial<ShadowRoot>).host) {
    const found = node.closest('[lang]')?.getAttribute('lang');
    if (found) return found;
  }
  // WebKit on a plain system says "C", which is no language.
  return /^[a-z]{2}/i.test(navigator.language) ? navigator.language : '';
};

/** Languages of this release; the first is the fall-back for messages. */
const languages = LANGUAGES.split(' ');

/**
 * The language whose words the answer will surely need, so that both can be asked for at once: "fr-MA" needs fr. Plain "ar" may
 * become ar-MA by the place, and ar-EG is ar: where we have several, that is for the answer to say, unless one is named exactly.
 * @param sure False for a message, when there is no answer to say which: then the closest will do.
 */
export const expected = (tag: string, sure: boolean): string | undefined => {
  const lower = tag.toLowerCase();
  const kin = languages.filter((language) => language.startsWith(lower.slice(0, 2)));
  const exact = kin.find((language) => lower[2] && language.toLowerCase() === lower);
  return exact ?? (sure ? (kin[1] ? undefined : kin[0]) : (kin[0] ?? languages[0]));
};
