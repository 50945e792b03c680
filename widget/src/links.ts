/** Attributes of a link that leaves the page; none where the address is no web address. */
export const leaving = (href: string | undefined): Record<string, string> | undefined =>
  /^https?:/.test(href!) ? { href: href!, target: '_blank', rel: 'noopener' } : undefined;
