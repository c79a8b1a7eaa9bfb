// The window opens on the sample workspace, from the command line's argument to the first heading.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { followthrough, PROGRAMS, ROOT, start } from './driver.mjs';

let folder;
let page;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'followthrough-smoke-'));
  const file = path.join(folder, 'sample.followthrough');
  await followthrough(['sample', file], { FOLLOWTHROUGH_HOME: path.join(folder, 'home') });
  page = await start({ args: [file], env: { FOLLOWTHROUGH_HOME: path.join(folder, 'home') } });
});

after(async () => {
  await page?.quit();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('the window shows the program and the overdue review', async () => {
  assert.match(await page.title(), /Followthrough/);
  const heading = await page.find('h1');
  await page.waitFor(async () => (await page.text(heading)).trim() !== '', 'words in the main heading');
  await page.screenshot(path.join(ROOT, 'out', 'screenshots', 'smoke.png'));
});

test('the page cannot leave, reach the network or run what is not ours', async () => {
  const refused = await page.asyncScript(`
    return fetch('https://example.org/').then(() => false, () => true);
  `);
  assert.equal(refused, true);
  const inline = await page.script(`
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.body.append(script);
    return window.ranInline === true;
  `);
  assert.equal(inline, false);
});

test('a call of a command that is not there is refused with a sentence', async () => {
  const answer = await page.asyncScript(`
    return window.__TAURI_INTERNALS__.invoke('call', { name: 'NoSuchCommand', args: '{}', envelope: '{}' })
      .then(() => null, (problem) => problem);
  `);
  assert.equal(typeof answer.message, 'string');
  assert.notEqual(answer.message, '');
});

test('without a display the program says so in a sentence', async () => {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  // Without the name of the other backend it would look for a display of that one.
  const options = { env: { ...env, GDK_BACKEND: 'x11' }, timeout: 20_000 };
  const refused = await promisify(execFile)(path.join(PROGRAMS, 'followthrough-desktop'), [], options).then(() => null, (error) => error);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /^The window could not be opened: there is no display[^\n]*\n$/);
});

test('without a graphics card the program says so to its web views, else not', async () => {
  const names = (await Promise.all(['/dev', '/dev/dri'].map((folder) => readdir(folder).catch(() => [])))).flat();
  const card = names.some((name) => /^(renderD.*|nvidiactl|dxg)$/.test(name));
  const told = [];
  for (const id of await page.processes()) {
    if (!(await readFile(`/proc/${id}/comm`, 'utf8')).startsWith('WebKitWebProc')) continue;
    told.push(/(?:^|\0)WEBKIT_DISABLE_COMPOSITING_MODE=(\d)/.exec(await readFile(`/proc/${id}/environ`, 'utf8'))?.[1]);
  }
  assert.deepEqual(told, [card ? undefined : '1']);
});
