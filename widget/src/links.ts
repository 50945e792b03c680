/** Attributes of a link that leaves the page; one that leads nowhere where the address is no web address. */
export const leaving = (href = ''): Record<string, string> => ({
  href: /^https?:/.test(href) ? href : '',
  target: '_blank',
  rel: 'noopener',
});
