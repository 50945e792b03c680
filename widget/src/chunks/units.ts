// Other units than those of the language.
import { factors, presets } from 'virtual:units';

export { factors };

/** Names of units and presets to names of units. */
export const unitsOf = (names: string): string => names.replace(/\w+/g, (name) => presets[name] ?? name);
