// Reads pasted HTML as text. This page forbids DOMParser and innerHTML (trusted-types 'none'), and foreign markup should not become
// nodes anyway: only start tags, their attributes and the text of <script> and <style> are wanted.

export interface Tag {
  /** In lower case. */
  name: string;
  /** The first of a name counts, as in browsers. */
  attributes: Map<string, string>;
  /** What stands in <script> and <style>. */
  text: string;
  /** An end tag follows; <name /> closes nothing in HTML. */
  closed: boolean;
  /** A quotation mark is missing, or is a typographic one. */
  badQuotes: boolean;
}

/** Elements whose content is no markup (HTML 13.1.2). */
const RAW = /^(script|style|textarea|title|iframe|xmp|noembed|noframes)$/;
const NAME = /[a-z][^\s/>]*/iy;
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
const END = /[\s/]*>/y;
const QUOTES = /["'“”„«»‘’]/;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });

/** What a sticky expression finds at a position. */
const at = (pattern: RegExp, text: string, position: number): RegExpExecArray | null => {
  pattern.lastIndex = position;
  return pattern.exec(text);
};

const readTag = (html: string, start: number, name: string): [Tag, number] => {
  const tag: Tag = { name: name.toLowerCase(), attributes: new Map(), text: '', closed: false, badQuotes: false };
  let position = start + name.length;
  for (let found; (found = at(ATTRIBUTE, html, position)); position += found[0].length) {
    const [, attribute = '', double, single, bare] = found;
    if (QUOTES.test(attribute) || QUOTES.test(bare ?? '')) tag.badQuotes = true;
    const key = attribute.toLowerCase();
    if (!tag.attributes.has(key)) tag.attributes.set(key, decode(double ?? single ?? bare ?? '').trim());
  }
  const end = at(END, html, position);
  return [tag, end ? position + end[0].length : html.length];
};

/** The start tags of a piece of HTML, in order; never fails. */
export const scan = (html: string): Tag[] => {
  const tags: Tag[] = [];
  const open = new Map<string, Tag[]>();
  const close = (name: string): void => {
    const last = open.get(name)?.pop();
    if (last) last.closed = true;
  };
  for (let position = html.indexOf('<'); position >= 0; position = html.indexOf('<', position)) {
    if (html.startsWith('<!--', position)) {
      const end = html.indexOf('-->', position + 4);
      position = end < 0 ? html.length : end + 3;
      continue;
    }
    const ending = html[position + 1] === '/';
    const name = at(NAME, html, position + (ending ? 2 : 1))?.[0];
    if (!name) {
      position++;
    } else if (ending) {
      close(name.toLowerCase());
      position += 2 + name.length;
    } else {
      const [tag, after] = readTag(html, position + 1, name);
      tags.push(tag);
      open.set(tag.name, [...(open.get(tag.name) ?? []), tag]);
      position = after;
      if (RAW.test(tag.name)) {
        const end = html.slice(after).search(new RegExp(`</${tag.name}[\\s/>]`, 'i'));
        tag.text = html.slice(after, end < 0 ? undefined : after + end);
        position = end < 0 ? html.length : after + end;
      }
    }
  }
  return tags;
};
