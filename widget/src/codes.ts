/** What `find` knows of a code (`rain-showers-3`, `fr-MA`): of the code itself, else without its last part, and so on. */
export const byCode = <T>(code: string | undefined, find: (code: string) => T | undefined): T | undefined => {
  for (let rest = code; rest; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('-')))) {
    const found = find(rest);
    if (found) return found;
  }
  return undefined;
};
