import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The browser of the tests (WEATHER_TEST_BROWSER), or the first that is installed. */
export const executable = () => {
  const named = process.env.WEATHER_TEST_BROWSER;
  const installed = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  const found = named || installed;
  if (!found) throw new Error('No Chromium: install one, or name it in WEATHER_TEST_BROWSER.');
  return found;
};

/** Root has no sandbox of its own. */
export const flags = ['--headless=new', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

export const launch = () => puppeteer.launch({ executablePath: executable(), args: flags });
