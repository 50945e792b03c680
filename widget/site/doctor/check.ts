import { missingElement, pageLanguage, widgetsOf, type Widget } from './element';
import { error, ok, type Finding } from './finding';
import { forecastPath, idPaths, placeFindings, searchPath } from './place';
import { policyFindings } from './policy';
import { reserveFindings } from './reserve';
import { scan } from './scan';
import { namedScript, scriptFindings, type Integrity, type Service } from './script';
import {
  clockFindings,
  forecastFindings,
  releaseFindings,
  wordsFindings,
  type Answer,
  type Ask,
  type Forecast,
  type Place,
  type Problem,
} from './service';

export interface Pasted {
  html: string;
  policy: string;
}

export interface Result {
  page: Finding[];
  service: Finding[];
}

/** Elements whose place is asked for; a page with more of them repeats itself. */
const MOST = 5;

type Told = Answer<Forecast & Problem>;

const placeOf = async (widget: Widget, lang: string, ask: Ask): Promise<[Finding[], Told | undefined]> => {
  const { attributes } = widget;
  const [path, search] = [forecastPath(attributes, lang), searchPath(attributes, lang)];
  if (!path) return [[], undefined];
  const [forecast, places, ...ids] = await Promise.all([
    ask<Forecast & Problem>(path),
    search ? ask<readonly Place[]>(search) : undefined,
    ...idPaths(attributes).map(async ([id, place]) => ((await ask(place)).status === 404 ? [error('place-id-unknown', { id })] : [])),
  ]);
  return [[...placeFindings(attributes, forecast, places), ...ids.flat()], forecast];
};

/**
 * Checks what was pasted, and the service as far as that needs it.
 * @param lang The reader's language, for names and for elements that name none.
 * @param now The device's clock.
 */
export const check = async ({ html, policy }: Pasted, lang: string, origin: string, ask: Ask, now: () => number): Promise<Result> => {
  const [integrity, script] = await Promise.all([ask<Integrity>('/widget/integrity.json'), ask<string>('/widget/v1/weather-widget.js')]);
  const tags = scan(html);
  const service: Service = { origin, integrity: integrity.status === 200 ? integrity.value : undefined };
  const named = namedScript(tags, service);
  service.served = named ? (await ask(named)).status === 200 : undefined;
  const widgets = widgetsOf(tags);
  const own = pageLanguage(tags) ?? lang;
  const places = await Promise.all(widgets.slice(0, MOST).map((widget) => placeOf(widget, own, ask)));
  const told = places.map(([, answer]) => answer);
  const forecast = told.find((answer) => answer?.status === 200) ?? told[0];
  const spoken = forecast?.value?.lang ?? lang;
  const elements = widgets.flatMap(({ attributes, findings }, k) => {
    const found = [...findings, ...reserveFindings(tags, attributes), ...(places[k]?.[0] ?? [])];
    if (!findings.some(({ level }) => level === 'error' || level === 'warn')) found.unshift(ok('element-ok'));
    return widgets[1] ? found.map((finding) => ({ ...finding, element: k + 1 })) : found;
  });
  return {
    page: html.trim()
      ? [
          ...scriptFindings(tags, html, service),
          ...(widgets[0] ? elements : [missingElement(tags)]),
          ...policyFindings(policy, tags, service),
        ]
      : [],
    service: [
      ...releaseFindings(integrity, script),
      ...wordsFindings(await ask(`/widget/v1/words/${spoken}.json`), spoken),
      ...(forecast ? forecastFindings(forecast, now()) : []),
      ...clockFindings(integrity, now()),
    ],
  };
};
