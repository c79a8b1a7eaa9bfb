// What the window said was saved is saved: after the program is killed, and while other programs use the same file.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { promisify } from 'node:util';

import { followthrough, PROGRAMS, ROOT, start } from './driver.mjs';

const run = promisify(execFile);

let folder;
let file;
let env;
let page;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'followthrough-survives-'));
  file = path.join(folder, 'Desk.followthrough');
  env = { FOLLOWTHROUGH_HOME: path.join(folder, 'home') };
  await followthrough(['sample', file], env);
  page = await start({ args: [file], env });
});

afterEach(async () => {
  await page?.quit();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const active = () => page.script('return document.activeElement?.tagName ?? ""');
const item = () => page.script('return document.querySelector("section.item")?.textContent ?? ""');

/** Logs an update on the row with the focus, and answers its id when the window says that it is saved. */
async function logUpdate(words) {
  const id = await page.waitFor(() => page.script('return document.activeElement?.dataset?.id ?? ""'), 'the focus in the list');
  await page.keys('u');
  await page.find('form[aria-label="Log an update"]');
  await page.waitFor(async () => (await active()) === 'TEXTAREA', 'the focus in the words');
  await page.keys(...words);
  await page.keyChord('Control', 'Enter');
  await page.waitFor(async () => /^The update of C-\S+ was logged\.$/.test(await page.text('footer [role=status]')), 'the update to be acknowledged');
  return id;
}

/** The program itself, found by its own binary and its home. */
async function programId() {
  const program = path.join(PROGRAMS, 'followthrough-desktop');
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [binary, environment] = await Promise.all([
      readlink(`/proc/${name}/exe`).catch(() => ''),
      readFile(`/proc/${name}/environ`, 'utf8').catch(() => ''),
    ]);
    if (binary === program && environment.includes(`FOLLOWTHROUGH_HOME=${env.FOLLOWTHROUGH_HOME}`)) return Number(name);
  }
  return assert.fail('the program runs');
}

test('an acknowledged update is there after the program is killed', async () => {
  const id = await logUpdate('Written just before the end.');
  process.kill(await programId(), 'SIGKILL');
  await page.quit();

  page = await start({ args: [file], env });
  await page.click(`[role=row][data-id="${id}"]`);
  await page.waitFor(async () => (await item()).includes('Written just before the end.'), 'the update');
  await page.screenshot(path.join(ROOT, 'out', 'shots', 'window-after-kill.png'));
  assert.equal(JSON.parse(await followthrough(['-w', file, '--json', 'check'], env)).ok, true);
});

// GTK's dialog opens and closes the files that it lists, in our own process, and with that all locks of the process on
// them are gone (POSIX). SQLite does not know; the next program that closes the file takes the log away under the window.
test('a file dialog in the folder of the workspace loses no edit', async () => {
  const tool = (...args) => run('xdotool', args, { env: { ...process.env, DISPLAY: page.display } });
  const find = async () => (await tool('search', '--onlyvisible', '--name', '^Open').catch(() => ({ stdout: '' }))).stdout.trim();
  const { ino } = await stat(file);
  const locked = async () => (await readFile('/proc/locks', 'utf8')).includes(`:${ino} `);
  await page.find('section.item h2');
  assert.equal(await locked(), true);

  await page.keyChord('Control', 'o');
  const id = (await page.waitFor(find, 'the dialog')).split('\n').at(-1);
  await tool('windowfocus', '--sync', id);
  await tool('key', 'ctrl+l');
  await tool('type', '--delay', '5', `${folder}/`);
  await page.waitFor(async () => !(await locked()), 'the lock to go', 2000).catch(() => {});
  for (let tries = 0; tries < 4 && (await find()) !== ''; tries += 1) await tool('key', 'Escape');
  await page.waitFor(async () => (await find()) === '', 'the end of the dialog');

  await followthrough(['-w', file, 'overdue', '--limit', '1'], env);
  const commitment = await logUpdate('Written after the dialog.');
  const { reply } = JSON.parse(await followthrough(['-w', file, 'call', 'Show', JSON.stringify({ item: commitment })], env));
  assert.equal(reply.timeline[0].text, 'Written after the dialog.');
});
