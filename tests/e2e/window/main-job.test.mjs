// The main job in the window that officers get: an update by keyboard with its evidence through the system's own dialog,
// and a summary through the save dialog.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { followthrough, ROOT, start } from './driver.mjs';

const run = promisify(execFile);
const shot = (page, name) => page.screenshot(path.join(ROOT, 'out', 'shots', `${name}.png`));

let folder;
let file;
let env;
let page;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'followthrough-main-job-'));
  file = path.join(folder, 'Desk.followthrough');
  env = { FOLLOWTHROUGH_HOME: path.join(folder, 'home') };
  await followthrough(['sample', file], env);
  page = await start({ args: [file], env });
});

after(async () => {
  await page?.quit();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const show = async (item) => JSON.parse(await followthrough(['-w', file, 'call', 'Show', JSON.stringify({ item })], env)).reply;

const focused = () => page.script('return document.activeElement?.dataset?.id ?? ""');
const active = () => page.script('const at = document.activeElement; return at ? `${at.tagName} ${at.getAttribute("aria-label") ?? at.textContent.slice(0, 40)}` : ""');

/** Names a file in the dialog of the system, which the driver of the page cannot see. */
async function inDialog(title, select, name) {
  const tool = (...args) => run('xdotool', args, { env: { ...process.env, DISPLAY: page.display } });
  const find = async () => (await tool('search', '--onlyvisible', '--name', title).catch(() => ({ stdout: '' }))).stdout.trim();
  const id = (await page.waitFor(find, `the dialog ${title}`)).split('\n').at(-1);
  await tool('windowfocus', '--sync', id);
  await tool('key', select);
  await tool('type', '--delay', '5', name);
  // The first Return may only close the list of what fits the words.
  for (let tries = 1; ; tries += 1) {
    await tool('key', 'Return');
    const gone = page.waitFor(async () => (await find()) === '', `the end of the dialog ${title}`, 3000);
    if (tries === 3) return gone;
    if (await gone.then(() => true, () => false)) return true;
  }
}

/** All words of the item, also those that one would have to scroll to. */
const item = () => page.script('return document.querySelector("section.item").textContent');
const said = (pattern) => page.waitFor(async () => pattern.test(await page.text('footer [role=status]')), String(pattern));

test('logs an update by keyboard, with a file from the dialog', async () => {
  await page.waitFor(async () => (await focused()) !== '', 'the focus in the list');
  await page.keys('ArrowDown');
  const id = await page.waitFor(focused, 'the focus on a row');
  const minutes = path.join(folder, 'Minutes of March.txt');
  await writeFile(minutes, 'The board agreed.\n'.repeat(100));

  await page.keys('u');
  const form = await page.find('form[aria-label="Log an update"]');
  await page.waitFor(async () => (await active()).startsWith('TEXTAREA'), 'the focus in the words');
  await page.keys(...'The board agreed on 3 March.');
  for (let i = 0; i < 30 && !(await active()).startsWith('BUTTON Choose a file'); i += 1) await page.keys('Tab');
  assert.match(await active(), /^BUTTON Choose a file/);
  await page.keys('Enter');
  await inDialog('^Open', 'ctrl+l', minutes);
  await page.waitFor(async () => (await page.text(form)).includes('Minutes of March.txt'), 'the file in the form');
  await shot(page, 'window-update');
  await page.keyChord('Control', 'Enter');
  await said(/^The update of C-\S+ was logged\.$/);
  await page.waitFor(async () => (await item()).includes('The board agreed on 3 March.'), 'the update in the timeline');
  assert.match(await item(), /Minutes of March\.txt/);
  assert.equal(await focused(), id, 'the focus is back on its row');
  await shot(page, 'window-logged');

  const shown = await show(id);
  assert.equal(shown.timeline[0].text, 'The board agreed on 3 March.');
  assert.equal(shown.timeline[0].evidence[0].title, 'Minutes of March.txt');
});

test('exports the summary through the save dialog', async () => {
  const output = path.join(folder, 'summary.html');
  await page.keyChord('Control', 'e');
  await page.find('[role=dialog] form');
  await page.waitFor(async () => (await active()).startsWith('INPUT'), 'the focus in the window');
  await page.keyChord('Control', 'Enter');
  await inDialog('^Save', 'ctrl+a', output);
  await page.waitFor(async () => (await stat(output)).size > 1000, 'the summary');
  await page.waitFor(async () => (await page.text('[role=dialog]')).includes(output), 'where it was written');
  await shot(page, 'window-exported');
  assert.ok((await readFile(output, 'utf8')).includes('The board agreed on 3 March.'));
  await page.keys('Escape');
  await page.waitFor(async () => (await page.findAll('[role=dialog]')).length === 0, 'the window to close');
});
