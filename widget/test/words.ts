import type { Words } from '../src/contract';

declare const SERVED: Record<string, Words>;
declare const LOCALES: Record<string, Record<string, unknown>>;

/** Words as a visitor gets them. */
export const served = SERVED;
/** Words as people write them. */
export const locales = LOCALES;
export const ar = SERVED['ar-MA']!;
export const fr = SERVED['fr']!;
export const en = SERVED['en']!;

/** Without the isolates, to compare what is read. */
export const plain = (text: string | undefined): string | undefined => text?.replace(/[\u2066-\u2069]/g, '');
