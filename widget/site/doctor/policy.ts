import { governing, matches, policiesOf, type Policy } from './csp';
import { error, note, ok, warn, type Finding } from './finding';
import { styleTags } from './reserve';
import type { Tag } from './scan';
import { addressOf, widgetScripts, type Service } from './script';

const has = (sources: readonly string[], keyword: string): boolean => sources.some((source) => source.toLowerCase() === keyword);
const hasNonce = (sources: readonly string[], nonce: string | undefined): boolean => !!nonce && sources.includes(`'nonce-${nonce}'`);

/** The script, and what it imports from the directory of its own version (a nonce is handed on to those, a hash is not). */
const scriptFindings = (policy: Policy, tag: Tag | undefined, service: Service): Finding[] => {
  const rule = governing(policy, 'script-src-elem', 'script-src');
  if (!rule) return [];
  const { directive, sources } = rule;
  const nonce = tag?.attributes.get('nonce');
  const hashes = tag?.attributes.get('integrity')?.split(/\s+/) ?? [];
  const listed = (url: URL): boolean => sources.some((source) => matches(source, url));
  const version = service.integrity?.version ?? FACTS.version;
  const chunk = listed(new URL(`${service.origin}/widget/${version}/tools.js`));
  const script = listed((tag && addressOf(tag)) ?? new URL(`${service.origin}/widget/v1/weather-widget.js`));
  const strict = has(sources, "'strict-dynamic'");
  const values = { directive, source: service.origin };
  if (hasNonce(sources, nonce)) return [];
  const byHash = !!hashes[0] && hashes.every((hash) => sources.includes(`'${hash}'`));
  if (byHash) return strict || chunk ? [] : [error('policy-chunks', values)];
  if (nonce && sources.some((source) => /^'nonce-/i.test(source))) return [warn('policy-nonce', { directive })];
  if (strict) return [error('policy-strict', { directive })];
  return script && chunk ? [] : [error(script ? 'policy-chunks' : 'policy-script', values)];
};

const connectFindings = (policy: Policy, { origin, integrity }: Service): Finding[] => {
  const rule = governing(policy, 'connect-src');
  const paths = ['/v1/forecast', '/v1/places', `/widget/${integrity?.version ?? FACTS.version}/words/en.json`];
  const open = paths.every((path) => rule?.sources.some((source) => matches(source, new URL(origin + path))));
  return !rule || open ? [] : [error('policy-connect', { directive: rule.directive, source: origin })];
};

/** The element brings its style past the policy; the style line of the page does not. */
const styleFindings = (policy: Policy, tags: readonly Tag[]): Finding[] => {
  const rule = governing(policy, 'style-src-elem', 'style-src');
  const [style] = styleTags(tags);
  if (!rule || !style) return [];
  const bound = rule.sources.some((source) => /^'(nonce-|sha\d+-)/i.test(source));
  const allowed = hasNonce(rule.sources, style.attributes.get('nonce')) || (has(rule.sources, "'unsafe-inline'") && !bound);
  return allowed || rule.sources.some((source) => /^'sha\d+-/i.test(source)) ? [] : [warn('policy-style', { directive: rule.directive })];
};

/** Whether a page under these policies can load the widget, its words and its forecasts. */
export const policyFindings = (pasted: string, tags: readonly Tag[], service: Service): Finding[] => {
  const isPolicy = ({ attributes }: Tag): boolean => /^content-security-policy$/i.test(attributes.get('http-equiv') ?? '');
  const metas = tags.filter((tag) => tag.name === 'meta' && isPolicy(tag));
  const { policies, reportOnly } = policiesOf(pasted);
  const all = [...policies, ...metas.flatMap(({ attributes }) => policiesOf(attributes.get('content') ?? '').policies)];
  if (!all[0]) return [note(reportOnly ? 'policy-report' : 'policy-none')];
  const [script] = widgetScripts(tags);
  const found = all.flatMap((policy) => [
    ...scriptFindings(policy, script, service),
    ...connectFindings(policy, service),
    ...styleFindings(policy, tags),
  ]);
  const typed = all.some((policy) => policy.has('require-trusted-types-for') || policy.has('trusted-types'));
  return [...(found.some(({ level }) => level === 'error') ? [] : [ok('policy-ok')]), ...found, ...(typed ? [ok('policy-types')] : [])];
};
