import { error, note, ok, warn, type Finding } from './finding';
import { nearest } from './nearest';
import type { Tag } from './scan';
import { widgetScripts } from './script';
import { valueFindings } from './values';

const NAME = 'weather-widget';
/** Attributes that every element has (HTML 3.2.6). */
const GLOBAL = new RegExp(
  '^(accesskey|class|dir|draggable|enterkeyhint|exportparts|hidden|id|inert|is|item(id|prop|ref|scope|type)|nonce|part|role|slot|' +
    'style|tabindex|title|translate|aria-.+|data-.+|on.+)$',
);

/** A widget of the page: a tag of its own, or a script tag that carries the configuration. */
export interface Widget {
  attributes: ReadonlyMap<string, string>;
  findings: Finding[];
}

const attributeFindings = (attributes: ReadonlyMap<string, string>): Finding[] =>
  [...attributes.keys()]
    .filter((name) => !FACTS.attributes.includes(name) && !GLOBAL.test(name))
    .map((name) => {
      const meant = nearest(name, FACTS.attributes);
      return meant ? warn('attribute-misspelt', { name, meant }) : warn('attribute-unknown', { name });
    });

/** Exactly one way must name the place. */
const wayFindings = (attributes: ReadonlyMap<string, string>): Finding[] => {
  const point = attributes.has('lat') || attributes.has('lon');
  const ways = ['places', 'place', 'city'].filter((name) => attributes.get(name));
  if (point) ways.push('lat');
  if (!ways[0]) return [error('place-none')];
  if (ways[1] && ways[0] !== 'places') return [error('place-many', { list: ways.join(' ') })];
  return point && !(attributes.get('lat') && attributes.get('lon')) ? [error('place-half')] : [];
};

const languageFindings = (attributes: ReadonlyMap<string, string>, page: string | undefined): Finding[] => {
  const lang = attributes.get('lang') || page;
  if (!lang) return [note('lang-none')];
  const primary = lang.split('-')[0]!.toLowerCase();
  return FACTS.languages.some((tag) => tag.split('-')[0] === primary)
    ? [ok('lang-ok', { lang })]
    : [error('lang-unknown', { lang, list: FACTS.languages.join(' ') })];
};

const check = (attributes: ReadonlyMap<string, string>, page: string | undefined): Widget => ({
  attributes,
  findings: [
    ...attributeFindings(attributes),
    ...wayFindings(attributes),
    ...valueFindings(attributes),
    ...languageFindings(attributes, page),
  ],
});

const checkTag = (tag: Tag, page: string | undefined): Widget => {
  if (tag.badQuotes) return { attributes: new Map(), findings: [error('quotes', { tag: NAME })] };
  const widget = check(tag.attributes, page);
  if (!tag.closed) widget.findings.unshift(error('element-open', { code: `</${NAME}>` }));
  return widget;
};

/** The data-* attributes of a script tag that makes its own element. */
const configuration = (tag: Tag): Map<string, string> =>
  new Map([...tag.attributes].flatMap(([name, value]) => (name.startsWith('data-') ? [[name.slice(5), value] as const] : [])));

/** The page's language, where the pasted part shows it. */
export const pageLanguage = (tags: readonly Tag[]): string | undefined =>
  tags.find(({ name }) => name === 'html')?.attributes.get('lang') || undefined;

export const widgetsOf = (tags: readonly Tag[]): Widget[] => {
  const page = pageLanguage(tags);
  const configured = widgetScripts(tags)
    .map(configuration)
    .filter((attributes) => [...attributes.keys()].some((name) => FACTS.attributes.includes(name)));
  return [
    ...tags.filter(({ name }) => name === NAME).map((tag) => checkTag(tag, page)),
    ...configured.map((attributes) => check(attributes, page)),
  ];
};

/** What is wrong when there is no element: nothing there, or a name that nearly is it. */
export const missingElement = (tags: readonly Tag[]): Finding => {
  const meant = tags.find(({ name }) => nearest(name, [NAME]));
  return meant ? error('element-misspelt', { name: meant.name }) : error('element-none');
};
