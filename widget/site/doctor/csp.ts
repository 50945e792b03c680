// Content Security Policy Level 3, as far as it decides about the widget: which sources a policy lists, and what they match.

/** Directive -> its sources. The first directive of a name counts. */
export type Policy = ReadonlyMap<string, readonly string[]>;

const HEADER = /^\s*content-security-policy(-report-only)?\s*:\s*/i;

/** Policies in pasted text: a bare policy, one header line, or all headers of an answer. */
export const policiesOf = (text: string): { policies: Policy[]; reportOnly: boolean } => {
  const lines = text.split('\n');
  const headers = lines.filter((line) => HEADER.test(line));
  const enforced = headers.filter((line) => !HEADER.exec(line)![1]);
  const bodies = headers[0] ? enforced.map((line) => line.replace(HEADER, '')) : [lines.join(' ')];
  const policies = bodies.flatMap((body) => body.split(',')).map(parse);
  return { policies: policies.filter(({ size }) => size), reportOnly: !!headers[0] && !enforced[0] };
};

const parse = (text: string): Policy => {
  const policy = new Map<string, string[]>();
  for (const directive of text.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources);
  }
  return policy;
};

/** The directive that governs, and its sources; none when nothing restricts. */
export const governing = (policy: Policy, ...names: string[]): { directive: string; sources: readonly string[] } | undefined => {
  const directive = [...names, 'default-src'].find((name) => policy.has(name));
  return directive ? { directive, sources: policy.get(directive)! } : undefined;
};

const HOST = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^:/*]+|\[[^\]]+\])(?::(\d+|\*))?(\/.*)?$/i;
const PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' };

/** A source expression against an address (6.7.2.6). An expression for http also admits https. */
export const matches = (source: string, url: URL): boolean => {
  if (source === '*') return /^https?:$/.test(url.protocol);
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return matchesScheme(source.slice(0, -1), url);
  const [, scheme, host = '', port, path] = HOST.exec(source) ?? [];
  if (!host || source.startsWith("'") || (scheme && !matchesScheme(scheme, url))) return false;
  const name = host.toLowerCase();
  if (name !== '*' && (name.startsWith('*.') ? !url.hostname.endsWith(name.slice(1)) : name !== url.hostname)) return false;
  const actual = url.port || PORTS[url.protocol];
  if (port ? port !== '*' && port !== actual && !(port === '80' && actual === '443') : url.port) return false;
  return !path || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
};

const matchesScheme = (scheme: string, { protocol }: URL): boolean =>
  protocol === `${scheme.toLowerCase()}:` || (scheme.toLowerCase() === 'http' && protocol === 'https:');
