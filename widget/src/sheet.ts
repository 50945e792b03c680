import css from './style.css';

let made: CSSStyleSheet | undefined;

/** One sheet for all elements; constructed, because a style element would need the page's permission. */
export const sheet = (): CSSStyleSheet => {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(css);
  }
  return made;
};
