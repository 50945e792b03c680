// The service's clock. A visitor's clock and zone may be hours off, and a forecast picks its "now" by the hour.

/** An answer that differs more from what is known tells of a wrong clock, or came out of an old browser cache. */
const DOUBTFUL = 120_000;

let skew = 0;

/** Service time (Date plus Age, RFC 9110 and 9111) minus local time, in milliseconds. */
export const skewOf = (headers: Headers, local: number): number | undefined => {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : date + (Number(headers.get('age')) || 0) * 1000 - local;
};

/** Kept as a difference to Date.now(), which goes on while the device sleeps; performance.now() may not. */
export const now = (): number => Date.now() + skew;

/**
 * Learns from an answer.
 * @param checked The answer was asked for past the browser's cache.
 * @returns True when it must be, because it cannot be believed: a page reached by "back" may be handed an hours-old copy, whose
 * Date looks exactly like a wrong clock.
 */
export const learn = (headers: Headers, checked: boolean): boolean => {
  const found = skewOf(headers, Date.now()) ?? skew;
  if (!checked && Math.abs(found - skew) > DOUBTFUL) return true;
  skew = found;
  return false;
};
