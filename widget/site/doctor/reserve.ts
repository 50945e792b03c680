import { note, ok, warn, type Finding } from './finding';
import type { Tag } from './scan';

interface Rule {
  selector: string;
  /** In rem; NaN for what cannot be told here, such as vh. */
  height: number | undefined;
  display: string | undefined;
}

const RULE = /([^{}]*)\{([^{}]*)\}/g;
const ELEMENT = /(?:^|[\s>+~])weather-widget((?:\[[^\]]*\]|[.#][\w-]+)*)$/i;
const CONDITION = /\[\s*([\w-]+)\s*(?:=\s*["']?([^"'\]]*?)["']?\s*)?\]|\.([\w-]+)|#([\w-]+)/g;
const REM = 16;

const rem = (text: string | undefined): number | undefined => {
  if (!text) return undefined;
  const [, value, unit] = /^([\d.]+)(rem|em|px)$/i.exec(text) ?? [];
  return unit ? Number(value) / (/px/i.test(unit) ? REM : 1) : NaN;
};

const declaration = (body: string, names: string): string | undefined =>
  new RegExp(`(?:^|;)\\s*(?:${names})\\s*:\\s*([^;!]+)`, 'i').exec(body)?.[1]?.trim();

const rule = (selector: string, body: string): Rule => ({
  selector,
  height: rem(declaration(body, 'min-block-size|min-height|block-size|height')),
  display: declaration(body, 'display'),
});

/** Rules of a sheet that are about the element. */
const rulesOf = (sheet: string): Rule[] =>
  [...sheet.replace(/\/\*[^]*?\*\//g, '').matchAll(RULE)].flatMap(([, selectors = '', body = '']) =>
    selectors
      .split(',')
      .map((selector) => selector.trim())
      .filter((selector) => ELEMENT.test(selector))
      .map((selector) => rule(selector, body)),
  );

const applies = (selector: string, attributes: ReadonlyMap<string, string>): boolean =>
  [...(ELEMENT.exec(selector)?.[1] ?? '').matchAll(CONDITION)].every(([, name, value, className, id]) =>
    className
      ? (attributes.get('class') ?? '').split(/\s+/).includes(className)
      : id
        ? attributes.get('id') === id
        : attributes.has(name!) && (value === undefined || attributes.get(name!) === value),
  );

const layoutOf = (attributes: ReadonlyMap<string, string>): string => {
  const layout = attributes.get('layout') ?? '';
  return FACTS.reserve[layout] ? layout : 'card';
};

/** Tabs and buttons above the forecast. */
const TOOLS = 3;

/** <style> elements that hold the rule. */
export const styleTags = (tags: readonly Tag[]): Tag[] => tags.filter(({ name, text }) => name === 'style' && rulesOf(text)[0]);

/** Whether the page keeps the height free, so that nothing moves when the forecast arrives. */
export const reserveFindings = (tags: readonly Tag[], attributes: ReadonlyMap<string, string>): Finding[] => {
  const layout = layoutOf(attributes);
  const tools = ['places', 'search', 'locate'].some((name) => attributes.has(name)) ? TOOLS : 0;
  const [wide = 0, middle = 0, narrow = 0] = (FACTS.reserve[layout] ?? []).map((height) => height + tools);
  const code = `<style>weather-widget{display:block;min-block-size:${middle}rem}</style>`;
  const own = rule('', attributes.get('style') ?? '');
  const rules = [...tags.flatMap(({ name, text }) => (name === 'style' ? rulesOf(text) : [])), own].filter(
    ({ selector }) => !selector || applies(selector, attributes),
  );
  const height = rules.findLast((found) => found.height !== undefined)?.height;
  const display = rules.findLast((found) => found.display)?.display;
  const values = { layout, wide: `${wide}rem`, middle: `${middle}rem`, narrow: `${narrow}rem`, height: `${height}rem`, code };
  if (height === undefined) return [warn('reserve-none', values)];
  if (Number.isNaN(height)) return [note('reserve-odd', values)];
  if (!display || /^inline$/i.test(display)) return [warn('reserve-inline', values)];
  return [height < wide ? warn('reserve-low', values) : ok('reserve-ok', values)];
};
