/** What build/site.mjs reads out of the element's own sources. */
interface Facts {
  /** `0.1.0-1a2b3c4d`: the directory of the script that this page was built with. */
  readonly version: string;
  readonly languages: readonly string[];
  /** Names of all attributes. */
  readonly attributes: readonly string[];
  /** What an attribute may say, one of these: layout, theme, axis. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** What an attribute may say, any of these, separated by spaces: units, show, hide. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Whole numbers, from and to: days, hours. */
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  /** Height to reserve in rem by layout: wide, middle, narrow. */
  readonly reserve: Readonly<Record<string, readonly number[]>>;
}

declare const FACTS: Facts;
