// Drives the real window: plain W3C WebDriver spoken to WebKitWebDriver through fetch, and nothing else.
//
// One driver process for each session (a reused one hangs now and then), each on a port of its own; the program is
// ended by its process id, because it outlives its driver. Where there is no display, or a test wants its own, an Xvfb
// is started. The driver is WebKitGTK's, so this runs on Linux only; it does not know what the window shows.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Where the build put the programs: cargo's folder, as cargo itself finds it. */
export const PROGRAMS = path.resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target', 'debug');

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PATIENCE = 30_000;
const MARK = 'FOLLOWTHROUGH_TEST_SESSION';

/** WebDriver's key codes, by the names that `keys` and `keyChord` take. */
export const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A',
  Escape: '\uE00C', Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017',
  F1: '\uE031', F2: '\uE032', F3: '\uE033', F4: '\uE034', F5: '\uE035', F6: '\uE036',
};

/**
 * Opens the program's window.
 *
 * @param {object} [options]
 * @param {string[]} [options.args] arguments of the program, such as the file to open
 * @param {Record<string, string>} [options.env] added to the environment of the program
 * @param {{width: number, height: number} | null} [options.size] of the window in pixels, 1280 by 800 if not given; null:
 *   as the program itself opens it
 * @param {string} [options.binary] the program; the one built for the tests if not given
 * @returns {Promise<Page>}
 */
export async function start({ args = [], env = {}, size = { width: 1280, height: 800 }, binary } = {}) {
  const home = await mkdtemp(path.join(tmpdir(), 'followthrough-window-'));
  const undo = [() => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })];
  const undoAll = async () => {
    while (undo.length > 0) await undo.pop()();
  };
  try {
    const display = process.env.FOLLOWTHROUGH_TEST_DISPLAY ?? (await startDisplay(undo));
    const port = await freePort();
    const environment = {
      ...process.env,
      [MARK]: home,
      DISPLAY: display,
      // Without it WebKitWebDriver's request is never answered.
      TAURI_WEBVIEW_AUTOMATION: 'true',
      GDK_BACKEND: 'x11',
      GTK_USE_PORTAL: '0',
      GSETTINGS_BACKEND: 'memory',
      NO_AT_BRIDGE: '1',
      LANG: 'C.UTF-8',
      // Nothing of the user's is read or written.
      FOLLOWTHROUGH_HOME: path.join(home, 'followthrough'),
      XDG_CONFIG_HOME: path.join(home, 'config'),
      XDG_DATA_HOME: path.join(home, 'data'),
      XDG_CACHE_HOME: path.join(home, 'cache'),
      ...env,
    };
    delete environment.WAYLAND_DISPLAY;
    await mkdir(environment.FOLLOWTHROUGH_HOME, { recursive: true });
    const driver = launch('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = gather(driver);
    undo.push(() => end(driver));
    const base = `http://127.0.0.1:${port}`;
    const program = await realpath(binary ?? path.join(PROGRAMS, 'followthrough-desktop'));
    await until(async () => (await fetch(`${base}/status`)).ok, 'WebKitWebDriver to listen', said);
    undo.push(() => endProcesses(home));
    const session = await ask('POST', `${base}/session`, {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: program, args } } },
    });
    const page = new Page(`${base}/session/${session.sessionId}`, { display, env: environment, home, said, undoAll, driver: driver.pid });
    // The driver answers before the page is there.
    await page.waitFor(() => page.script('return document.readyState === "complete" && location.href !== "about:blank"'), 'the page');
    if (size) await page.resize(size);
    return page;
  } catch (error) {
    await undoAll();
    throw error;
  }
}

/** One window, and what a person can do in it. Elements are opaque: they come from `find` and go to the others. */
export class Page {
  #url;
  #undoAll;
  #driver;

  constructor(url, { display, env, home, said, undoAll, driver }) {
    this.#url = url;
    this.#undoAll = undoAll;
    this.#driver = driver;
    /** The X display, for tools such as xdotool. */
    this.display = display;
    /** The program's environment: give it to the command line to meet the same machine data. */
    this.env = env;
    /** A folder that goes away with the window. */
    this.home = home;
    /** What the program and the driver printed so far. */
    this.said = said;
  }

  #ask(method, tail, body) {
    return ask(method, `${this.#url}${tail}`, body);
  }

  /** The first element that fits the CSS selector, waited for. */
  async find(selector, { within, timeout = PATIENCE } = {}) {
    let found;
    await this.waitFor(async () => ([found] = await this.findAll(selector, { within })).length > 0 && found, `“${selector}”`, timeout);
    return found;
  }

  /** All elements that fit the CSS selector now. */
  findAll(selector, { within } = {}) {
    const from = within ? `/element/${within[ELEMENT]}` : '';
    return this.#ask('POST', `${from}/elements`, { using: 'css selector', value: selector });
  }

  /** The first element with this computed role and accessible name (a string or a pattern), waited for. */
  async findByRole(role, name, { within, timeout = PATIENCE } = {}) {
    const selector = ROLES[role] ?? `[role="${role}"]`;
    let found;
    await this.waitFor(
      async () => {
        for (const element of await this.findAll(selector, { within })) {
          const label = await this.label(element);
          if (name === undefined || (name instanceof RegExp ? name.test(label) : label === name)) {
            found = element;
            return true;
          }
        }
        return false;
      },
      `a ${role} named ${name}`,
      timeout,
    );
    return found;
  }

  async #element(of) {
    return typeof of === 'string' ? this.find(of) : of;
  }

  /** Clicks an element, or the first that fits a selector. */
  async click(of) {
    await this.#ask('POST', `/element/${(await this.#element(of))[ELEMENT]}/click`, {});
  }

  /** The visible text of an element, or of the first that fits a selector. */
  async text(of) {
    return this.#ask('GET', `/element/${(await this.#element(of))[ELEMENT]}/text`);
  }

  /** The accessible name. */
  async label(of) {
    return this.#ask('GET', `/element/${(await this.#element(of))[ELEMENT]}/computedlabel`);
  }

  /** The computed role. */
  async role(of) {
    return this.#ask('GET', `/element/${(await this.#element(of))[ELEMENT]}/computedrole`);
  }

  /** Types text into an element, after what is there. */
  async type(of, text) {
    await this.#ask('POST', `/element/${(await this.#element(of))[ELEMENT]}/value`, { text });
  }

  /** Empties a field. */
  async clear(of) {
    await this.#ask('POST', `/element/${(await this.#element(of))[ELEMENT]}/clear`, {});
  }

  /** Presses keys one after the other, wherever the focus is: names from `KEYS`, or single characters. */
  async keys(...names) {
    const actions = names.map(keyCode).flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.#ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Presses keys together, such as `keyChord('Control', 's')`. */
  async keyChord(...names) {
    const values = names.map(keyCode);
    const actions = [
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
    ];
    await this.#ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Runs the body of a function in the page. */
  script(body, ...args) {
    return this.#ask('POST', '/execute/sync', { script: body, args });
  }

  /** Runs the body of an async function in the page and waits for what it returns; what it throws is thrown here. */
  async asyncScript(body, ...args) {
    const script = `const given = [...arguments];
      const done = given.pop();
      (async function () { ${body} }).apply(null, given)
        .then((ok) => done({ ok }), (error) => done({ error: error instanceof Error ? error.message : JSON.stringify(error) }));`;
    const answer = await this.#ask('POST', '/execute/async', { script, args });
    if ('error' in answer) throw new Error(answer.error);
    return answer.ok;
  }

  /** Waits until `what` gives something true; says what it waited for if it never does. */
  waitFor(what, name = String(what), timeout = PATIENCE) {
    return until(what, name, this.said, timeout);
  }

  /** The title of the document. */
  title() {
    return this.#ask('GET', '/title');
  }

  /** The windows of the program that the driver sees, by names of its own; `front` makes one of them the page. */
  handles() {
    return this.#ask('GET', '/window/handles');
  }

  /** From here on this window is what everything else speaks to. */
  async front(handle) {
    await this.#ask('POST', '/window', { handle });
  }

  /** Sets the size of the window. */
  async resize({ width, height }) {
    await this.#ask('POST', '/window/rect', { x: 0, y: 0, width, height });
  }

  /** Writes a picture of the page to a file. */
  async screenshot(file) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, Buffer.from(await this.#ask('GET', '/screenshot'), 'base64'));
  }

  /** Ids of the program's processes: its own and those of the web view, not the driver's. */
  async processes() {
    return (await processesOf(this.home)).filter((id) => id !== this.#driver);
  }

  /** Closes the window, the program, the driver and the display. */
  async quit() {
    try {
      await ask('DELETE', this.#url, undefined, 3000);
    } catch {
      // The driver may be gone or stuck; everything is ended by process id below.
    }
    await this.#undoAll();
  }
}

/** Elements that have a role without saying so. */
const ROLES = {
  button: 'button, [role="button"]',
  heading: 'h1, h2, h3, h4, h5, h6, [role="heading"]',
  link: 'a[href], [role="link"]',
  textbox: 'input:not([type]), input[type="text"], input[type="search"], textarea, [role="textbox"], [role="searchbox"]',
  checkbox: 'input[type="checkbox"], [role="checkbox"]',
  row: 'tr, [role="row"]',
};

function keyCode(name) {
  const code = KEYS[name] ?? ([...name].length === 1 ? name : undefined);
  if (code === undefined) throw new Error(`there is no key “${name}”`);
  return code;
}

async function ask(method, url, body, timeout = 30_000) {
  const response = await fetch(url, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(timeout),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message} (${method} ${new URL(url).pathname})`);
  return value;
}

async function until(what, name, said, timeout = PATIENCE) {
  const last = Date.now() + timeout;
  let why = '';
  while (Date.now() < last) {
    try {
      const got = await what();
      if (got) return got;
    } catch (error) {
      why = `: ${error.message}`;
    }
    await sleep(50);
  }
  throw new Error(`waited ${timeout} ms for ${name}${why}\n${said?.() ?? ''}`);
}

/** Starts a program that ends with this process, however that ends: a test that hangs is killed by its runner. */
function launch(program, args, options) {
  return spawn('setpriv', ['--pdeathsig', 'TERM', program, ...args], options);
}

/** Keeps what a process prints, for when something goes wrong. */
function gather(child) {
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => parts.push(data));
  return () => Buffer.concat(parts).toString().slice(-4000);
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 2000);
  await gone;
  clearTimeout(killer);
}

/** A display of our own; Xvfb itself finds a free number and tells it. */
async function startDisplay(undo) {
  const xvfb = launch('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  undo.push(() => end(xvfb));
  let problem = '';
  xvfb.stderr.on('data', (data) => (problem += data));
  xvfb.on('error', (error) => (problem += error.message));
  let number = '';
  xvfb.stdio[3].on('data', (data) => (number += data));
  await until(() => number.endsWith('\n'), 'Xvfb to say its display', () => problem);
  return `:${number.trim()}`;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** The processes of a session: the program and its web processes inherit the name of its folder. */
async function processesOf(home) {
  const mark = `${MARK}=${home}\0`;
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const environments = await Promise.all(ids.map((id) => readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')));
  return ids.filter((_, index) => `${environments[index]}\0`.includes(mark));
}

/** Ends what is left of a session: asks first, then insists. */
async function endProcesses(home) {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    for (const id of await processesOf(home)) {
      try {
        process.kill(id, signal);
      } catch {
        // It ended by itself in between.
      }
    }
    for (let tries = 0; tries < 40 && (await processesOf(home)).length > 0; tries += 1) await sleep(50);
  }
}

/** Runs the command line as the window would see it; gives what it printed. */
export async function followthrough(args, env = {}) {
  const child = spawn(path.join(PROGRAMS, 'followthrough'), args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let problem = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (problem += data));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`followthrough ${args.join(' ')} ended with ${code}: ${problem}`);
  return out;
}
