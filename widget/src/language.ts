/** The element's own language, else the nearest ancestor's, also across shadow roots, else the browser's. */
export const languageOf = (element: Element): string => {
  for (let node: Element | undefined = element; node; ) {
    const found = node.closest('[lang]')?.getAttribute('lang');
    if (found) return found;
    node = (node.getRootNode() as Partial<ShadowRoot>).host;
  }
  // WebKit on a plain system says "C", which is no language.
  return /^[a-z]{2}/i.test(navigator.language) ? navigator.language : '';
};

/** Languages of this release; the first is the fall-back for messages. */
const languages = LANGUAGES.split(' ');

/** Languages that share a tag's first two letters. */
const kin = (tag: string): string[] => languages.filter((language) => language.slice(0, 2) === tag.slice(0, 2).toLowerCase());

/**
 * The language whose words the answer will surely need, so that both can be asked for at once: "fr-MA" needs fr. Plain "ar" may
 * become ar-MA by the place, and ar-EG is ar: where we have several, that is for the answer to say, unless one is named exactly.
 */
export const expected = (tag: string): string | undefined => {
  const found = kin(tag);
  return found[1] ? found.find((language) => tag[2] && language.toLowerCase() === tag.toLowerCase()) : found[0];
};

/** The language for a message when there is no answer to say which. */
export const closest = (tag: string): string => expected(tag) ?? kin(tag)[0] ?? languages[0]!;
