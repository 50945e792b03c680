// The attributes of the element: one list for the script, the README, the types and the manifest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const attributes = (here) => JSON.parse(readFileSync(join(here, 'src/attributes.json'), 'utf8'));

const table = (here) =>
  ['| attribute | meaning |', '|---|---|', ...Object.entries(attributes(here)).map(([name, text]) => `| \`${name}\` | ${text} |`)].join('\n');

/** The README with the table as the list has it. */
export const documented = (here, readme) =>
  readme.replace(/(<!-- attributes:[^\n]*-->\n)[^]*(<!-- \/attributes -->)/, (_, start, end) => `${start}${table(here)}\n${end}`);

/** Types for who writes the element in TypeScript or JSX. */
export const types = (here) => {
  const fields = Object.entries(attributes(here))
    .map(([name, text]) => `  /** ${text} */\n  ${name}?: string;`)
    .join('\n');
  return `/** Attributes of <weather-widget>. */
export interface WeatherWidgetAttributes {
${fields}
}

/** The forecast as \`GET /v1/forecast\` answers it. */
export type WeatherForecast = Record<string, unknown>;

export interface WeatherWidgetEventMap {
  'weather-load': CustomEvent<WeatherForecast>;
  'weather-place': CustomEvent<{ place: { id?: number; name: string }; alternatives?: readonly { id?: number; name: string }[] }>;
  'weather-stale': CustomEvent<Record<string, unknown>>;
  'weather-error': CustomEvent<{ status: number; problem?: Record<string, unknown>; code?: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'weather-widget': HTMLElement;
  }
  interface HTMLElementEventMap extends WeatherWidgetEventMap {}
}
`;
};

/** Custom Elements Manifest (schema 1.0.0), from the list and from what the README says of parts and properties. */
export const manifest = (here, readme) => {
  const words = (pattern) => [...(pattern.exec(readme)?.[1] ?? '').matchAll(/[a-z][\w-]*/g)].map(([name]) => ({ name }));
  return {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path: 'weather-widget.js',
        declarations: [
          {
            kind: 'class',
            customElement: true,
            name: 'WeatherWidget',
            tagName: 'weather-widget',
            attributes: Object.entries(attributes(here)).map(([name, description]) => ({
              name,
              description,
              type: { text: 'string' },
            })),
            events: ['load', 'place', 'stale', 'error'].map((name) => ({ name: `weather-${name}`, type: { text: 'CustomEvent' } })),
            cssParts: words(/Parts: `([^`]*)`/),
            cssProperties: words(/Custom properties: `--weather-` `([^`]*)`/).map(({ name }) => ({ name: `--weather-${name}` })),
            slots: [{ name: '', description: 'Shown until there is a forecast, and beside an error.' }],
          },
        ],
        exports: [{ kind: 'custom-element-definition', name: 'weather-widget', declaration: { name: 'WeatherWidget' } }],
      },
    ],
  };
};
