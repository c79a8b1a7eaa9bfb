// A desk for the journeys in the real window: a folder of its own with the sample workspace, the program on it, the
// command line beside it, and the dialogs of the system. The folder also holds what the web view and the program keep for
// this machine, so that a program that is started again finds what it left. How a window is driven stands in driver.mjs.

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { followthrough, PROGRAMS, ROOT, start } from './driver.mjs';

const run = promisify(execFile);

export class Desk {
  /** A desk with the sample workspace on it; no window yet. */
  static async make(name = 'Desk') {
    const desk = new Desk();
    desk.folder = await mkdtemp(path.join(tmpdir(), 'followthrough-desk-'));
    desk.env = {
      FOLLOWTHROUGH_HOME: path.join(desk.folder, 'home'),
      XDG_CONFIG_HOME: path.join(desk.folder, 'config'),
      XDG_DATA_HOME: path.join(desk.folder, 'data'),
      XDG_CACHE_HOME: path.join(desk.folder, 'cache'),
    };
    desk.file = desk.at(`${name}.followthrough`);
    await followthrough(['sample', desk.file], desk.env);
    return desk;
  }

  /** A place in the folder of the desk. */
  at = (name) => path.join(this.folder, name);

  /** Starts the program, on the workspace if nothing else is said. */
  open = async (args = [this.file], options = {}) => {
    this.page = await start({ args, env: this.env, ...options });
    return this.page;
  };

  /** What the command line says about the workspace. */
  run = (...args) => followthrough(['-w', this.file, ...args], this.env);

  /** What a query of the window answers, by its name. */
  call = async (name, args = {}) => JSON.parse(await this.run('call', name, JSON.stringify(args))).reply;

  /** Ids of the programs that were started on this desk, not those of their web processes. */
  programs = async () => {
    const program = await realpath(path.join(PROGRAMS, 'followthrough-desktop'));
    const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const ours = await Promise.all(
      ids.map(async (id) => {
        const [binary, environment] = await Promise.all([
          readlink(`/proc/${id}/exe`).catch(() => ''),
          readFile(`/proc/${id}/environ`, 'utf8').catch(() => ''),
        ]);
        return binary === program && environment.includes(`FOLLOWTHROUGH_HOME=${this.env.FOLLOWTHROUGH_HOME}\0`);
      }),
    );
    return ids.filter((_, index) => ours[index]).map(Number);
  };

  /** Waits until what the window remembers on this machine, beside the workspace, has these words. */
  remembers = async (words) => {
    const kept = path.join(this.env.FOLLOWTHROUGH_HOME, 'window.sqlite');
    await this.page.waitFor(async () => (await readFile(kept)).includes(words), `“${words}” to be kept`);
  };

  /** Ends the program as a power cut would. */
  kill = async () => {
    for (const id of await this.programs()) process.kill(id, 'SIGKILL');
    await this.page.quit();
  };

  /** Ends the program as an officer does, and waits until it is gone. */
  quit = async () => {
    await this.key(' – Followthrough$', 'ctrl+q');
    await this.page.waitFor(async () => (await this.programs()).length === 0, 'the end of the program');
    await this.page.quit();
  };

  close = async () => {
    await this.page?.quit();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  /** What a person does on the display beside the page, which its driver does not see. */
  tool = async (...args) =>
    (await run('xdotool', args, { env: { ...process.env, DISPLAY: this.page.display } })).stdout.trim();

  /** Windows on the display whose title fits, by their ids. */
  titled = async (title) => (await this.tool('search', '--onlyvisible', '--name', title).catch(() => '')).split('\n').filter(Boolean);

  /** Presses keys as the system hears them, in the newest window with such a title: those of the menu are heard only so. */
  key = async (title, ...keys) => {
    const id = await this.page.waitFor(async () => (await this.titled(title)).at(-1), `the window ${title}`);
    await this.tool('windowfocus', '--sync', id);
    await this.tool('key', ...keys);
  };

  /** Names a file in a dialog of the system; `select` is the key after which a name can be typed. */
  dialog = async (title, select, name) => {
    const id = await this.page.waitFor(async () => (await this.titled(title)).at(-1), `the dialog ${title}`);
    await this.tool('windowfocus', '--sync', id);
    await this.tool('key', select);
    await this.tool('type', '--delay', '5', name);
    // The first Return may only close the list of what fits the words.
    for (let tries = 1; ; tries += 1) {
      await this.tool('key', 'Return');
      const gone = this.page.waitFor(async () => (await this.titled(title)).length === 0, `the end of the dialog ${title}`, 3000);
      if (tries === 3) return gone;
      if (await gone.then(() => true, () => false)) return true;
    }
  };

  /** Leaves a dialog of the system without an answer. */
  leaveDialog = async (title) => {
    const id = await this.page.waitFor(async () => (await this.titled(title)).at(-1), `the dialog ${title}`);
    const left = async () => {
      if ((await this.titled(title)).length === 0) return true;
      await this.tool('windowfocus', id);
      await this.tool('key', 'Escape');
      return false;
    };
    await this.page.waitFor(left, `the end of the dialog ${title}`);
  };

  /** A picture of the page among what a run of the tests leaves. */
  shot = (name) => this.page.screenshot(path.join(ROOT, 'out', 'shots', `${name}.png`));
}

/** What a page shows, read and waited for by plain selectors; all words, also those that one would have to scroll to. */
export const seen = (page) => {
  const has = (selector, text) =>
    page.script(
      'const [selector, text] = arguments; return [...document.querySelectorAll(selector)].some((one) => one.textContent.includes(text));',
      selector,
      text,
    );
  const words = (selector) => page.script('return document.querySelector(arguments[0])?.textContent ?? ""', selector);
  return {
    words,
    all: (selector) => page.script('return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent.trim())', selector),
    /** Waits until an element with this text is there, or (`not`) is gone. */
    shows: (selector, text) => page.waitFor(() => has(selector, text), `${selector} with “${text}”`),
    gone: (selector) => page.waitFor(async () => (await page.findAll(selector)).length === 0, `the end of ${selector}`),
    /** The element that has the focus, by its id of the register, its column, its name or its words. */
    focus: () =>
      page.script(`const at = document.activeElement;
        return { tag: at?.tagName ?? '', id: at?.dataset.id ?? '', column: at?.dataset.column ?? '', entry: at?.dataset.entry ?? '',
          name: at?.getAttribute('aria-label') ?? at?.textContent.slice(0, 60) ?? '' };`),
    said: (pattern) => page.waitFor(async () => pattern.test(await words('footer [role=status]')), `the foot to say ${pattern}`),
    chosen: () => page.script('return document.querySelector("[role=row][aria-selected=true]")?.dataset.id ?? ""'),
    /** Clicks the first of these with this text, waited for. */
    press: async (selector, text) => {
      let found;
      const find = async () => {
        for (const one of await page.findAll(selector)) {
          if ((await page.script('return arguments[0].textContent', one)).includes(text)) return (found = one);
        }
        return false;
      };
      await page.waitFor(find, `${selector} with “${text}”`);
      await page.click(found);
    },
    /** Presses again what may have come before the page heard keys, until it led there. */
    again: async (press, there, name) => {
      for (let tries = 1; ; tries += 1) {
        await press();
        const came = page.waitFor(there, name, 5000);
        if (tries === 6) return came;
        if (await came.then(() => true, () => false)) return true;
      }
    },
    /** Goes on with a key until the focus is where it should be. */
    until: async (key, there, most = 40) => {
      for (let i = 0; i < most; i += 1) {
        if (await there()) return;
        await (Array.isArray(key) ? page.keyChord(...key) : page.keys(key));
      }
      throw new Error(`${most} presses of ${key} did not come there: ${await page.script('return document.activeElement?.outerHTML.slice(0, 200)')}`);
    },
  };
};

/** A test at a desk that others use too; says what the window showed when it failed. */
export function journey(name, desk, act) {
  test(name, async () => {
    try {
      await act();
    } catch (error) {
      const { page } = desk();
      const picture = `failed/window-${name.replaceAll(/[^a-zA-Z0-9]+/g, '-').slice(0, 60)}`;
      await desk().shot(picture).catch(() => {});
      const focus = await seen(page).focus().catch(() => null);
      const said = await seen(page).words('footer [role=status]').catch(() => null);
      error.stack = `${error.stack}\nthe focus was on ${JSON.stringify(focus)}, the foot said ${JSON.stringify(said)}; see out/shots/${picture}.png`;
      throw error;
    }
  });
}
