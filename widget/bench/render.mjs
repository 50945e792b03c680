// What the element costs a slow phone's main thread: evaluation and first render of a card at 4x slowdown, beside the same page without it.
import { launch } from './browser.mjs';
import { serve } from './service.mjs';
import { accounts, CATEGORIES, NAMES } from './trace.mjs';

const rounds = +(process.argv[2] ?? 15);
const slowdown = +(process.argv[3] ?? 4);
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Runs in the page before its scripts: how long connecting an element takes, and when it has shown its data. */
const watch = () => {
  const define = customElements.define.bind(customElements);
  window.connected = 0;
  customElements.define = (name, type) => {
    const { connectedCallback } = type.prototype;
    type.prototype.connectedCallback = function () {
      const start = performance.now();
      connectedCallback.call(this);
      window.connected += performance.now() - start;
    };
    define(name, type);
  };
  window.shown = new Promise((resolve) => addEventListener('weather-load', resolve, { once: true }));
};

const measure = async (browser, address, hasElement) => {
  // A context of its own: no cache is warm.
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 2, isMobile: true });
    if (hasElement) await page.evaluateOnNewDocument(watch);
    await page.emulateCPUThrottling(slowdown);
    await page.tracing.start({ categories: ['-*', ...CATEGORIES] });
    await page.goto(address, { waitUntil: 'load' });
    if (hasElement) await page.evaluate(() => window.shown);
    // Two frames later it is on the screen; the rest of the second is for what comes after.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 700)))));
    const connect = hasElement ? await page.evaluate(() => window.connected) : 0;
    const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
    const sums = accounts(traceEvents, address);
    return { ...sums, connect, evaluate: sums.evaluate - connect };
  } finally {
    await context.close();
  }
};

const service = await serve();
const browser = await launch();
try {
  const kinds = { 'with it': [], without: [] };
  const run = async (kind) => kinds[kind].push(await measure(browser, `${service.url}/${kind === 'without' ? kind : 'with'}`, kind !== 'without'));
  for (let round = 0; round <= rounds; round++) {
    for (const kind of round % 2 ? ['without', 'with it'] : ['with it', 'without']) await run(kind);
    // The first round warms the browser.
    if (round === 0) for (const list of Object.values(kinds)) list.length = 0;
  }
  const total = (sums) => NAMES.reduce((all, name) => all + sums[name], 0);
  const columns = (value) => {
    const each = Object.values(kinds).map((list) => median(list.map(value)));
    const more = median(kinds['with it'].map((sums, k) => value(sums) - value(kinds.without[k])));
    return [...each, more].map((number) => number.toFixed(1).padStart(9)).join('');
  };
  console.log(`Main thread, ms at ${slowdown}x slowdown, medians of ${rounds} rounds (${await browser.version()})`);
  console.log(`${''.padEnd(18)}  with it  without  the element`);
  for (const name of NAMES) console.log(name.padEnd(16) + columns((sums) => sums[name]));
  console.log('all'.padEnd(16) + columns(total));
} finally {
  await browser.close();
  service.close();
}
