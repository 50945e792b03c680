import { byCode } from './codes';

/** The element's own language, else the nearest ancestor's, also across shadow roots, else the browser's. */
export const languageOf = (element: Element): string => {
  for (let node: Element | undefined = element; node; ) {
    const found = node.closest('[lang]')?.getAttribute('lang');
    if (found) return found;
    node = (node.getRootNode() as Partial<ShadowRoot>).host;
  }
  try {
    // WebKit on a plain system says "C", which is no language.
    return /^[a-z]{2}/i.test(navigator.language) ? navigator.language : '';
  } catch {
    return '';
  }
};

/**
 * The language whose words the answer will surely need, so that both can be asked for at once: "fr-MA" needs fr. Plain "ar" may
 * become ar-MA or another one by the place: that is for the answer to say.
 */
export const expected = (tag: string): string | undefined =>
  byCode(tag.toLowerCase(), (rest) => LANGUAGES.find((language) => language.toLowerCase() === rest));

/** The language for a message when there is no answer to say which. */
export const closest = (tag: string): string =>
  expected(tag) ?? LANGUAGES.find((language) => language.split('-')[0] === tag.slice(0, 2).toLowerCase()) ?? LANGUAGES[0]!;
