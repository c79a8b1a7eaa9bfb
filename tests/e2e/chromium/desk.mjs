// A desk to try the window at: a folder of its own with a workspace, the test host serving the built window on it, and
// a page of Chromium. A journey fails on any error in the page's console, and on any refusal of the core that it did
// not announce. Nothing is faked: what a page says goes to the same core that the program ships.
//
// FOLLOWTHROUGH_TEST_UI names another build of the window (a broken one, to see a journey fail),
// FOLLOWTHROUGH_TEST_PROFILE another build of the programs (release, for figures).

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const require = createRequire(new URL('../../../ui/package.json', import.meta.url));
const { chromium } = require('playwright-core');

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Where the build put the programs: cargo's folder, as cargo itself finds it. */
const PROGRAMS = path.resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target', process.env.FOLLOWTHROUGH_TEST_PROFILE ?? 'debug');
const UI = path.resolve(ROOT, process.env.FOLLOWTHROUGH_TEST_UI ?? 'ui/dist');
const PATIENCE = 10_000;
/** Two programs and a browser start at once, perhaps beside a build. */
const START = 30_000;

let browser;
let ending = false;
/** Ends the browser that the desks share. */
export const closeBrowser = () => browser?.close();

async function chrome() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
  return browser;
}

/**
 * A journey: one test at a desk of its own.
 *
 * @param {string} name
 * @param {object} options
 * @param {'sample' | 'catalogue' | 'empty' | null} [options.workspace] what lies on the desk; null: nothing is open
 * @param {string[]} [options.refuses] commands that the core is to refuse on the way, each at least once, with
 *   a question mark perhaps
 * @param {object} [options.context] further options of the browser's context
 * @param {string} [options.at] what follows the address, such as `?lang=ar`
 * @param {(desk: Desk) => Promise<void>} act
 */
export function journey(name, { workspace = 'sample', refuses = [], context = {}, at = '', ...options }, act) {
  if (!ending) after(closeBrowser);
  ending = true;
  test(name, options, async () => {
    const desk = await Desk.make(workspace, { ...context, at });
    try {
      await act(desk);
      await desk.settle(refuses);
    } catch (error) {
      await desk.tell(name, error);
      throw error;
    } finally {
      await desk.close();
    }
  });
}

/** Keeps what `which` picks of what is asked on its way, as a core that counts for long would, until it is let go. */
export async function delay(page, which) {
  let go;
  const open = new Promise((resolve) => (go = resolve));
  await page.route('**/call', async (route) => {
    if (which(route.request().postDataJSON())) await open;
    await route.continue().catch(() => {});
  });
  return go;
}

export class Desk {
  #undo = [];
  #errors = [];
  #refused = new Set();
  /** Refusals whose reason is still being read. */
  #telling = new Set();
  #pages = [];
  #open = new Set();

  static async make(workspace, options) {
    const desk = new Desk();
    try {
      desk.folder = await mkdtemp(path.join(tmpdir(), 'followthrough-journey-'));
      desk.#undo.push(() => rm(desk.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
      desk.env = { ...process.env, FOLLOWTHROUGH_HOME: path.join(desk.folder, 'home'), LANG: 'C.UTF-8' };
      delete desk.env.FOLLOWTHROUGH_WORKSPACE;
      desk.file = workspace === null ? null : path.join(desk.folder, 'Desk.followthrough');
      if (workspace === 'sample') await desk.run('sample', desk.file);
      else if (workspace === 'catalogue') await desk.run('new', desk.file, '--catalogue');
      else if (workspace === 'empty') await desk.run('new', desk.file);
      else if (workspace !== null) desk.file = workspace;
      Object.assign(desk, await desk.another(options));
      return desk;
    } catch (error) {
      await desk.close();
      throw error;
    }
  }

  /** Runs the command line beside the window: `{ code, out, said }`. */
  tryRun = async (...args) => {
    const child = spawn(path.join(PROGRAMS, 'followthrough'), args, {
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let said = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (said += data));
    const [code] = await once(child, 'close');
    return { code, out, said };
  };

  run = async (...args) => {
    const { code, out, said } = await this.tryRun(...args);
    if (code !== 0) throw new Error(`followthrough ${args.join(' ')} ended with ${code}: ${said}`);
    return out;
  };

  /** What a command answers about the workspace on the desk. */
  ask = async (...args) => JSON.parse(await this.run('-w', this.file, '--json', ...args));

  /** What a query of the window answers, by its name. */
  call = async (name, args = {}) => JSON.parse(await this.run('-w', this.file, 'call', name, JSON.stringify(args))).reply;

  /** One more host on the same file with a page of its own: another window. */
  another = async ({ at = '', ...options } = {}) => {
    const args = ['--ui', UI, '--port', '0', ...(this.file ? ['--workspace', this.file] : [])];
    const host = spawn('setpriv', ['--pdeathsig', 'TERM', path.join(PROGRAMS, 'followthrough-host'), ...args], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#undo.push(async () => {
      if (host.exitCode !== null || host.signalCode !== null) return;
      const gone = once(host, 'exit');
      host.kill('SIGTERM');
      await gone;
    });
    let out = '';
    let said = '';
    host.stdout.on('data', (data) => (out += data));
    host.stderr.on('data', (data) => (said += data));
    await eventually(() => {
      if (host.exitCode !== null) throw new Error(`the host ended: ${said}`);
      return out.includes('\n');
    }, 'the host to say its address');
    const address = out.trim();
    const context = await (await chrome()).newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    });
    this.#undo.push(() => context.close());
    context.setDefaultTimeout(PATIENCE);
    context.setDefaultNavigationTimeout(START);
    context.on('page', (page) => this.#listen(page));
    const page = await context.newPage();
    await page.goto(`${address}/${at}`);
    return { page, address, context };
  };

  #listen(page) {
    this.#pages.push(page);
    page.on('pageerror', (error) => this.#errors.push(`${error.stack ?? error}`));
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // A refusal is announced by the browser too; which one it was is seen below.
      if (/status of 422/.test(message.text()) && message.location().url.endsWith('/call')) return;
      this.#errors.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
    page.on('response', (response) => {
      if (response.status() !== 422) return;
      const asked = response.request().postDataJSON();
      const name = asked?.name ?? response.url();
      if (!asked?.envelope?.job) {
        this.#refused.add(name);
        return;
      }
      // Ended by the next key, or by a person. What cannot be read any more came as its page was left.
      const telling = response.json().catch(() => null).then((problem) => {
        if (problem && problem.code !== 'cancelled') this.#refused.add(name);
        this.#telling.delete(telling);
      });
      this.#telling.add(telling);
    });
    page.on('request', (request) => this.#open.add(request));
    page.on('requestfinished', (request) => this.#open.delete(request));
    page.on('requestfailed', (request) => {
      this.#open.delete(request);
      const why = request.failure()?.errorText ?? '';
      if (!why.includes('ERR_ABORTED')) this.#errors.push(`${request.url()} failed: ${why}`);
    });
  }

  /** Nothing went wrong that was not announced, and what was announced came. */
  async settle(refuses) {
    await Promise.all(this.#telling);
    const known = refuses.map((name) => name.replace('?', ''));
    const unasked = [...this.#refused].filter((name) => !known.includes(name));
    const missing = refuses.filter((name) => !name.endsWith('?') && !this.#refused.has(name));
    if (this.#errors.length > 0) throw new Error(`the page said:\n${this.#errors.join('\n')}`);
    if (unasked.length > 0) throw new Error(`refused without need: ${unasked.join(', ')}`);
    if (missing.length > 0) throw new Error(`not refused: ${missing.join(', ')}`);
  }

  /** What the pages looked like when a journey failed. */
  async tell(name, error) {
    const told = [];
    const folder = path.join(ROOT, 'out', 'shots', 'failed');
    const base = name.replaceAll(/[^a-zA-Z0-9]+/g, '-').slice(0, 60);
    for (const [i, page] of this.#pages.entries()) {
      const file = path.join(folder, `${base}-${i}.png`);
      await page.screenshot({ path: file, timeout: 5000 }).catch(() => {});
      told.push(`see ${path.relative(ROOT, file)}`);
    }
    for (const request of this.#open) told.push(`not answered: ${request.url()} ${request.postData()?.slice(0, 200) ?? ''}`);
    if (this.#errors.length > 0) told.push('the page said:', ...this.#errors);
    error.stack = `${error.stack}\n${told.join('\n')}`;
  }

  async close() {
    while (this.#undo.length > 0) await this.#undo.pop()();
  }

  /** A file on the desk. */
  write = async (name, content) => {
    const file = path.join(this.folder, name);
    await writeFile(file, content);
    return file;
  };
}

/** Waits until `what` gives something true and does not throw; an assertion may stand in it. */
export async function eventually(what, name = String(what), patience = PATIENCE) {
  const last = Date.now() + patience;
  let why;
  for (;;) {
    try {
      const got = await what();
      if (got !== false && got !== null && got !== 0) return got;
      why = new Error(`waited ${patience} ms for ${name}`);
    } catch (error) {
      why = error;
    }
    if (Date.now() > last) throw why;
    await sleep(40);
  }
}

/** The list, its chosen row, and the pane of the item, by what a screen reader calls them. */
export const seen = (page) => ({
  headline: page.getByRole('heading', { level: 1 }),
  grid: page.locator('.grid'),
  rows: page.locator('.grid').locator('[role=row][data-id]'),
  chosen: page.getByRole('row', { selected: true }),
  views: page.getByRole('navigation', { name: 'Views' }),
  item: page.getByRole('region', { name: /^Item / }),
  said: page.getByRole('contentinfo').getByRole('status'),
  form: (name) => page.getByRole('form', { name }),
  view: (name) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: new RegExp(`^${name}`) }),
});

/** Whether this is what the focus is on. */
export const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

/** Goes on with Tab until the focus is there, as one without a mouse does. */
export async function tabTo(page, locator, most = 40) {
  for (let i = 0; i < most; i += 1) {
    if ((await locator.count()) === 1 && (await hasFocus(locator))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${most} presses of Tab did not come to ${locator}`);
}

/** The number that stands beside a view at the side, waited for where it is not there yet. */
export async function countOf(page, view) {
  let count = '';
  await eventually(async () => {
    count = (await seen(page).view(view).innerText()).replace(/\D+/g, ' ').trim().split(' ').at(-1);
    assert.notEqual(count, '', `a number beside ${view}`);
  });
  return Number(count);
}

/** Waits until that number is this: an edit does not wait for it. */
export const counts = (page, view, n) => eventually(async () => assert.equal(await countOf(page, view), n, `beside ${view}`));

/** Takes the line of the palette that has these words: an act, a place, or an item by its reference. */
export async function command(page, words, typed = words) {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill(typed);
  // What is listed before it has answered is still for other words, and moves away.
  await eventually(async () => assert.notEqual(await dialog.getByRole('status').innerText(), ''), 'the palette to answer');
  await dialog.getByRole('option').filter({ has: page.getByText(words, { exact: true }) }).first().click();
  await dialog.waitFor({ state: 'detached' });
}
