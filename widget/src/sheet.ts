import css from './style.css';

/**
 * One sheet for all elements; constructed, because a style element would need the page's permission. A browser that cannot do that
 * stops here, before the element is defined: then the page's own text stays.
 */
export const sheet = new CSSStyleSheet();

let rules = '';

/** Adds rules; chunks bring their own. */
export const extend = (more: string): void => sheet.replaceSync((rules += more));

extend(css);
