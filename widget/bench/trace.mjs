// What a page's main thread did, from a trace of the DevTools protocol: each event's own time (without what ran inside it) goes to one account.
export const CATEGORIES = [
  'devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-lighthouse', 'toplevel', 'v8', 'v8.execute', 'blink.user_timing',
];

const ACCOUNTS = [
  ['compile', /^(v8\.compile|V8\.Compile|v8\.compileModule|v8\.parseOnBackground|V8\.Parse)/],
  ['collect garbage', /^(V8\.GC|MinorGC|MajorGC|BlinkGC|CppGC)/],
  ['style', /^(UpdateLayoutTree|ParseAuthorStyleSheet|ScheduleStyleRecalculation|Document::.*[sS]tyle)/],
  ['layout', /^(Layout|LocalFrameView::layout)$/],
  ['paint', /^(PrePaint|Paint|Layerize|Commit|UpdateLayer|CompositeLayers|PaintImage|RasterTask)$/],
  ['parse page', /^ParseHTML$/],
  ['script', /^(EvaluateScript|v8\.run|v8\.callFunction|FunctionCall|RunMicrotasks|TimerFire|FireAnimationFrame|EventDispatch|V8\.)/],
];
export const NAMES = ['evaluate', 'connect', 'render', ...ACCOUNTS.map(([name]) => name).filter((name) => name !== 'script'), 'other'];

const accountOf = (event, open) => {
  const account = ACCOUNTS.find(([, pattern]) => pattern.test(event.name))?.[0] ?? 'other';
  if (account !== 'script') return account;
  // Script is told apart by what it ran in: the file itself, or what was called later.
  return open.some(({ name }) => name === 'EvaluateScript') || event.name === 'EvaluateScript' ? 'evaluate' : 'render';
};

/** Milliseconds by account, of the main thread that showed the page at an address, from its navigation on. */
export const accounts = (trace, url) => {
  const start = trace.find(({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL === url);
  if (!start) throw new Error(`The trace holds no navigation to ${url}.`);
  const own = (event) => event.pid === start.pid && event.tid === start.tid && event.ts >= start.ts;
  const sums = Object.fromEntries(NAMES.map((name) => [name, 0]));
  const open = [];
  for (const event of trace.filter((e) => e.ph === 'X' && own(e)).sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    while (open.length && open.at(-1).ts + open.at(-1).dur <= event.ts) open.pop();
    const time = (event.tdur ?? event.dur ?? 0) / 1000;
    const outer = open.at(-1);
    if (outer) sums[outer.account] -= time;
    else if (event.name !== 'RunTask' && !/RunTask$/.test(event.name)) continue;
    event.account = accountOf(event, open);
    sums[event.account] += time;
    open.push(event);
  }
  return sums;
};
