// Where things are, and a page of either kind under the same three words: run in it, press keys, close it.

import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { Desk } from '../e2e/chromium/desk.mjs';
import { start } from '../e2e/window/driver.mjs';
import { PROBE } from './probe.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const OUT = path.join(ROOT, 'out', 'bench-ui');
export const PROGRAMS = path.resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target', process.env.FOLLOWTHROUGH_TEST_PROFILE ?? 'debug');
export const UI = path.join(ROOT, 'ui', 'dist');
export const require = createRequire(new URL('../../ui/package.json', import.meta.url));

/** FOLLOWTHROUGH_BENCH_IN=chromium: keys are measured there, where there is no WebKitWebDriver. */
const IN_CHROMIUM = process.env.FOLLOWTHROUGH_BENCH_IN === 'chromium';

/** The window of the program on a file. */
export async function openWindow(file) {
  if (IN_CHROMIUM) return openBrowser(file);
  // Caches of the system's libraries are kept from run to run, as they are for a user.
  const env = { XDG_CACHE_HOME: path.join(OUT, 'cache') };
  const page = await start({ args: [file], binary: path.join(PROGRAMS, 'followthrough-desktop'), env });
  const window = {
    page,
    where: 'real window (WebKitGTK)',
    /** Runs the body of an async function in the page. */
    run: (body, ...args) => page.asyncScript(body, ...args),
    keys: (...names) => page.keys(...names),
    chord: (...names) => page.keyChord(...names),
    probe: () => page.asyncScript(PROBE),
    close: () => page.quit(),
  };
  await ready(window);
  return window;
}

async function openBrowser(file) {
  const desk = await Desk.make(file, {});
  const { page } = desk;
  // A letter that has no key of its own is put in as a keyboard of its script would.
  const press = (name) => (/^[^\0-~]$/.test(name) ? page.keyboard.insertText(name) : page.keyboard.press(name === ' ' ? 'Space' : name));
  const window = {
    page: {
      script: (body) => page.evaluate(`(() => { ${body} })()`).catch(() => false),
      async waitFor(what, name, patience) {
        for (const last = Date.now() + patience; Date.now() < last; ) {
          if (await what()) return;
          await new Promise((done) => setTimeout(done, 50));
        }
        throw new Error(`waited ${patience} ms for ${name}`);
      },
    },
    where: 'Chromium',
    run: (body, ...args) => page.evaluate(`(async function () { ${body} })(...${JSON.stringify(args)})`),
    async keys(...names) {
      for (const name of names) await press(name);
    },
    chord: (...names) => press(names.join('+')),
    probe: () => page.evaluate(`(() => { ${PROBE} })()`),
    close: () => desk.close(),
  };
  await ready(window);
  return window;
}

/** The page as it was at the start: the cache of answers is gone. */
export async function again(window) {
  await window.run('setTimeout(() => location.reload(), 0)');
  await window.page.waitFor(() => window.page.script('return window.bench === undefined && performance.getEntriesByName("usable").length > 0'), 'the page after its reload', 60_000);
  await ready(window);
}

async function ready(window) {
  await window.page.waitFor(() => window.page.script('return performance.getEntriesByName("usable").length > 0'), 'the first list', 60_000);
  await window.probe();
  // What is loaded after the first screen is there, and the first item is shown.
  await window.run('await new Promise((done) => setTimeout(done, 1500)); await window.bench.until(window.bench.settled)');
}
