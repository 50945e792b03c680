import { error, note, ok, warn, type Finding } from './finding';
import type { Tag } from './scan';

/** `/widget/integrity.json` of this service. */
export interface Integrity {
  version: string;
  files: Readonly<Record<string, string>>;
}

export interface Service {
  /** Without a slash at the end. */
  origin: string;
  integrity?: Integrity | undefined;
  /** Whether the script that the page names is there; not known unless it is asked for. */
  served?: boolean | undefined;
}

const FILE = 'weather-widget.js';
const PATH = /^\/widget\/([^/]+)\/weather-widget\.js$/;
const RUNS = /^(|module|(text|application)\/(x-)?(java|ecma)script)$/i;
const ABSOLUTE = /^(https?:)?\/\//i;
const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

export const scriptLine = ({ origin }: Service): string => `<script async src="${origin}/widget/v1/${FILE}"></script>`;
const pinned = ({ origin }: Service, { version, files }: Integrity): string =>
  `<script async crossorigin src="${origin}/widget/${version}/${FILE}" integrity="${files[FILE]}"></script>`;

/** The tags that mean to load the widget. */
export const widgetScripts = (tags: readonly Tag[]): Tag[] =>
  tags.filter(({ name, attributes }) => name === 'script' && /weather-?widget/i.test(attributes.get('src') ?? ''));

/** The address as a page elsewhere on an https site would resolve it. */
export const addressOf = (tag: Tag): URL | undefined => {
  const src = tag.attributes.get('src') ?? '';
  try {
    return ABSOLUTE.test(src) ? new URL(src, 'https://page.invalid') : undefined;
  } catch {
    return undefined;
  }
};

const tagFindings = ({ attributes, closed }: Tag): Finding[] => {
  const found: Finding[] = [];
  const type = attributes.get('type') ?? '';
  if (!closed) found.push(error('script-open'));
  if (attributes.has('nomodule')) found.push(error('script-nomodule'));
  if (/^module$/i.test(type)) found.push(error('script-module'));
  else if (!RUNS.test(type)) found.push(error('script-type', { value: type }));
  else if (!attributes.has('async') && !attributes.has('defer')) found.push(warn('script-blocking'));
  return found;
};

const integrityFindings = (tag: Tag, version: string, service: Service): Finding[] => {
  const { integrity } = service;
  const [own, current] = [tag.attributes.get('integrity'), integrity?.version];
  if (!integrity || !current) return [];
  if (own === undefined) return [version === 'v1' ? ok('script-floating') : note('integrity-none', { code: pinned(service, integrity) })];
  if (version === 'v1') return [error('integrity-floating', { code: pinned(service, integrity) })];
  if (!tag.attributes.has('crossorigin')) return [error('integrity-crossorigin', { code: pinned(service, integrity) })];
  if (version !== current) return [];
  return own.split(/\s+/).includes(integrity.files[FILE] ?? '')
    ? [ok('integrity-ok')]
    : [error('integrity-wrong', { code: pinned(service, integrity) })];
};

const addressFindings = (tag: Tag, service: Service): Finding[] => {
  const [src, code, url] = [tag.attributes.get('src') ?? '', scriptLine(service), addressOf(tag)];
  if (!url) return [error(ABSOLUTE.test(src) ? 'script-path' : 'script-relative', { src, code })];
  const version = PATH.exec(url.pathname)?.[1];
  const mixed = url.protocol === 'http:' && !LOOPBACK.test(url.hostname);
  const found = mixed ? [error('script-http', { src, code: src.replace(/^http:/i, 'https:') })] : [];
  if (url.host !== new URL(service.origin).host) return [...found, error('script-host', { host: url.host, service: service.origin, code })];
  if (!version) return [...found, error('script-path', { src, code })];
  const current = service.integrity?.version;
  if (service.served === false) return [...found, error('script-gone', { version, code })];
  if (version !== 'v1' && current && version !== current) found.push(warn('script-old', { version, current, code }));
  return [...found, ...integrityFindings(tag, version, service)];
};

/** Where this service is to have the script that the page names. */
export const namedScript = (tags: readonly Tag[], { origin }: Service): string | undefined => {
  const [first] = widgetScripts(tags);
  const url = first && addressOf(first);
  return url && url.host === new URL(origin).host && PATH.test(url.pathname) ? url.pathname : undefined;
};

/** What is wrong with the tag that loads the script. */
export const scriptFindings = (tags: readonly Tag[], html: string, service: Service): Finding[] => {
  const [first, second] = widgetScripts(tags);
  const code = scriptLine(service);
  if (!first) return [/&lt;\s*(script|weather-widget)/i.test(html) ? error('script-escaped') : error('script-none', { code })];
  if (first.badQuotes) return [error('quotes', { tag: 'script' })];
  const found = [...tagFindings(first), ...addressFindings(first, service)];
  if (second) found.push(warn('script-twice'));
  const data = [...first.attributes.keys()].filter((name) => name.startsWith('data-'));
  if (data[0] && !data.some((name) => FACTS.attributes.includes(name.slice(5)))) found.push(warn('script-data', { list: data.join(' ') }));
  return found.some(({ level }) => level === 'error') ? found : [ok('script-ok', { src: first.attributes.get('src') ?? '' }), ...found];
};
