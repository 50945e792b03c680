// The service's clock. A visitor's clock and zone may be hours off, and a forecast picks its "now" by the hour.

/** An answer that differs more from what is known tells of a wrong clock, or came out of an old browser cache. */
const DOUBTFUL = 120_000;

let skew = 0;

/** Kept as a difference to Date.now(), which goes on while the device sleeps; performance.now() may not. */
export const now = (): number => Date.now() + skew;

/**
 * Learns from an answer.
 * @param checked The answer was asked for past the browser's cache.
 * @returns True when it must be, because it cannot be believed: a page reached by "back" may be handed an hours-old copy, whose
 * Date looks exactly like a wrong clock.
 */
export const learn = (headers: Headers, checked: unknown): boolean => {
  // Service time (Date plus Age, RFC 9110 and 9111) minus local time, in milliseconds.
  const found = Date.parse(headers.get('date')!) + +headers.get('age')! * 1000 - Date.now();
  const doubtful = Math.abs(found - skew) > DOUBTFUL && !checked;
  // An answer without a date, or with an odd age, teaches nothing.
  if (!doubtful) skew = found || skew;
  return doubtful;
};
