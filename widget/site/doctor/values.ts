import { error, warn, type Finding } from './finding';
import { nearest } from './nearest';

type Attributes = ReadonlyMap<string, string>;

const wrong = (name: string, value: string, list: readonly string[]): Finding => {
  const meant = nearest(value, list);
  const values = { name, value, list: list.join(' ') };
  return meant ? warn('value-misspelt', { ...values, meant }) : warn('value-unknown', values);
};

const listed = (attributes: Attributes): Finding[] => [
  ...Object.entries(FACTS.choices).flatMap(([name, list]) => {
    const value = attributes.get(name);
    return value === undefined || list.includes(value) ? [] : [wrong(name, value, list)];
  }),
  ...Object.entries(FACTS.lists).flatMap(([name, list]) =>
    (attributes.get(name) ?? '')
      .split(/\s+/)
      .filter((word) => word && !list.includes(word))
      .map((word) => wrong(name, word, list)),
  ),
];

const numbers = (attributes: Attributes): Finding[] =>
  Object.entries(FACTS.ranges).flatMap(([name, [from, to]]) => {
    const value = attributes.get(name);
    const whole = /^\d+$/.test(value ?? '') ? Number(value) : NaN;
    return value === undefined || (whole >= from && whole <= to)
      ? []
      : [warn('value-number', { name, value, from: `${from}`, to: `${to}` })];
  });

/** Degrees with a point: "31,6" is what a keyboard in Morocco or France writes. */
const coordinate = (name: string, most: number, attributes: Attributes): Finding[] => {
  const value = attributes.get(name);
  if (!value) return [];
  const fits = /^-?\d+(\.\d+)?$/.test(value) && Math.abs(Number(value)) <= most;
  return fits ? [] : [error('value-degrees', { name, value, most: `${most}` })];
};

const ids = (value: string, most: number): boolean => {
  const list = value.split(/, */);
  return list.length <= most && list.every((id) => /^\d{1,18}$/.test(id));
};

/** Values that the element or the service would not take. */
export const valueFindings = (attributes: Attributes): Finding[] => {
  const value = (name: string): string => attributes.get(name) ?? '';
  const degrees = [...coordinate('lat', 90, attributes), ...coordinate('lon', 180, attributes)];
  const found = [...listed(attributes), ...numbers(attributes), ...degrees];
  if (value('place') && !ids(value('place'), 1)) found.push(error('value-id', { name: 'place', value: value('place') }));
  if (value('places') && !ids(value('places'), 20)) found.push(error('value-ids', { value: value('places') }));
  if (value('country') && !/^[a-z]{2}$/i.test(value('country'))) found.push(error('value-country', { value: value('country') }));
  return found;
};
