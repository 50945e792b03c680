// Lighthouse's four scores, layout shift and blocking time of the article with a card and without: medians of runs in turn.
import lighthouse from 'lighthouse';
import { launch } from './browser.mjs';
import { pages } from './pages.mjs';
import { serve } from './service.mjs';

const rounds = Number(process.argv[2] ?? 3);
const scores = ['performance', 'accessibility', 'best-practices', 'seo'];
const audits = ['cumulative-layout-shift', 'total-blocking-time'];

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const service = await serve();
const browser = await launch();
const port = Number(new URL(browser.wsEndpoint()).port);
const found = new Map([...pages.keys()].map((page) => [page, []]));
try {
  for (let round = 0; round < rounds; round++) {
    for (const [page, runs] of found) {
      const { lhr } = await lighthouse(service.url + page, { port, logLevel: 'error', onlyCategories: scores });
      runs.push([...scores.map((name) => lhr.categories[name].score * 100), ...audits.map((name) => lhr.audits[name].numericValue)]);
    }
  }
} finally {
  await browser.close();
  service.close();
}

console.log(`Medians of ${rounds} runs, in turn.`);
console.log(`| page | ${[...scores, ...audits].join(' | ')} |`);
console.log(`|---|${[...scores, ...audits].map(() => '---').join('|')}|`);
for (const [page, runs] of found) {
  console.log(`| ${page} | ${runs[0].map((_, column) => median(runs.map((run) => run[column])).toFixed(column < scores.length ? 0 : 3)).join(' | ')} |`);
}
