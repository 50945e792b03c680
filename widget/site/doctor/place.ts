import { error, note, ok, type Finding } from './finding';
import type { Answer, Forecast, Place, Problem } from './service';

const NAMES = ['place', 'city', 'lat', 'lon', 'country'];

/** Path and query as the element asks; none when it names no place. Of several places the first. */
export const forecastPath = (attributes: ReadonlyMap<string, string>, lang: string): string | undefined => {
  const query = new URLSearchParams();
  const first = attributes.get('places')?.split(',')[0]?.trim();
  if (first) query.set('place', first);
  else for (const name of NAMES) if (attributes.get(name)) query.set(name, attributes.get(name)!);
  if (!['place', 'city', 'lat'].some((name) => query.has(name))) return undefined;
  query.set('lang', attributes.get('lang') || lang);
  return `/v1/forecast?${query}&days=7&hours=48&include=alerts%2Cair`;
};

/** The other ids of `places`: each is to be a place. */
export const idPaths = (attributes: ReadonlyMap<string, string>): [string, string][] =>
  (attributes.get('places')?.split(',').slice(1, 20) ?? [])
    .map((id) => id.trim())
    .filter((id) => /^\d+$/.test(id))
    .map((id) => [id, `/v1/places/${id}`]);

/** What else the name could mean; none where no name is asked for. */
export const searchPath = (attributes: ReadonlyMap<string, string>, lang: string): string | undefined => {
  const [city, country] = [attributes.get('city'), attributes.get('country')];
  if (!city || attributes.get('places') || attributes.get('place')) return undefined;
  const query = new URLSearchParams({ q: city, lang: attributes.get('lang') || lang, limit: '6' });
  if (country && /^[a-z]{2}$/i.test(country)) query.set('country', country);
  return `/v1/places?${query}`;
};

const name = ({ name, admin, country }: Place): string => [name, admin, country].filter(Boolean).join(' · ');
const listed = (places: readonly Place[]): string => places.map((place) => `${name(place)} (${place.id})`).join(' — ');

/** The place that was found, by what the forecast says; without a forecast by the search. */
export const placeFindings = (
  attributes: ReadonlyMap<string, string>,
  forecast: Answer<Forecast & Problem>,
  search: Answer<readonly Place[]> | undefined,
): Finding[] => {
  const { status, value } = forecast;
  const others = Array.isArray(search?.value) ? (search.value as readonly Place[]) : [];
  const [city, id] = [attributes.get('city'), attributes.get('places')?.split(',')[0]?.trim() || attributes.get('place')];
  if (status === 404) {
    if (id || !city) return [error('place-id-unknown', { id: id ?? '' })];
    const list = value?.suggestions?.[0] ? value.suggestions : others;
    return [list[0] ? error('place-suggestions', { city, list: listed(list), id: `${list[0].id}` }) : error('place-unknown', { city })];
  }
  if (status === 400) return [error('place-refused', { parameter: value?.parameter ?? '' })];
  const place = value?.place ?? others[0];
  if (!place) return [];
  const values = { place: name(place), id: `${place.id}` };
  const found = [place.id === undefined ? note('place-point', values) : ok('place-ok', values)];
  const rest = (value?.alternatives ?? others).filter(({ id }) => id !== place.id).slice(0, 5);
  return rest[0] ? [...found, note('place-others', { list: listed(rest) })] : found;
};
