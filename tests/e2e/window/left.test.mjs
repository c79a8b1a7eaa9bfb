// What an officer left is there again: the run through the overdue at its item, a draft after the program was killed, the
// windows on their workspaces at their places. Each start of the program costs seconds, so a journey goes on with the
// program that the one before it started again.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, before } from 'node:test';

import { Desk, journey, seen } from './desk.mjs';
import { followthrough, PROGRAMS } from './driver.mjs';

let desk;

before(async () => {
  desk = await Desk.make();
  await desk.open();
});

after(() => desk?.close());

/** The run stands at this item, with the focus on its heading; answers which item it is. */
async function stands(n, of) {
  const { page } = desk;
  await page.waitFor(
    () => page.script('return document.querySelector(".run-place")?.textContent === arguments[0] && document.activeElement.matches(".card h2")', `${n} of ${of}`),
    `the run at ${n} of ${of}`,
  );
  return page.script('return document.querySelector("section.run-item .where bdi").textContent');
}

/** The form of an update of this item, with the focus in its words; answers what stands in them. */
async function form(not) {
  const { page } = desk;
  await page.waitFor(
    () => page.script('const at = document.activeElement; return at.matches("form[aria-label=\\"Log an update\\"] textarea") && at.value !== arguments[0]', not ?? null),
    'the focus in the words of an update',
  );
  return page.script('return document.activeElement.value');
}

const evidence = () =>
  desk.page.script('return document.querySelector("form[aria-label=\\"Log an update\\"]  input.input[dir=auto]").value');

journey('a review by keyboard goes on at its item after the program was ended', () => desk, async () => {
  let { page } = desk;
  await page.find('[role=row][aria-selected=true]');
  await page.keys('r');
  const refs = [await stands(1, 49)];
  await page.keys('j');
  refs.push(await stands(2, 49));
  // Put off, with two keys.
  await page.keys('m');
  await page.waitFor(() => page.script('return document.activeElement.matches("[type=radio]:checked")'), 'the focus on the choice');
  await page.keys('Enter');
  refs.push(await stands(3, 49));
  assert.equal(new Set(refs).size, 3);
  assert.ok((await desk.call('Show', { item: refs[1] })).desk.flag.on > (await desk.call('Workspace')).today);
  await desk.shot('window-review');
  await desk.quit();

  // Started with nothing said, as from the menu of the system.
  page = await desk.open([]);
  const { chosen, focus, shows } = seen(page);
  const onRow = () => page.waitFor(async () => (await focus()).id === (await chosen()), 'the focus on the chosen row');
  await shows('button', 'Go on with the review: Overdue, 3 of 49');
  await shows('section.item', refs[2]);
  await onRow();
  await shows('footer', '3 of 49');
  await page.keyChord('Shift', 'R');
  assert.equal(await stands(3, 49), refs[2]);
  // Back to the list: it stands at that item too, with the focus on its row.
  await page.keys('Escape');
  await shows('section.item', refs[2]);
  await onRow();
  assert.equal((await desk.call('Show', { item: await chosen() })).ref, refs[2]);
});

journey('updates by keyboard, one after the other, are drawn and durable; a draft outlives a killed program', () => desk, async () => {
  let { page } = desk;
  const { said, until, focus, words } = seen(page);
  await page.keys('Home');
  const ids = (await desk.call('Overdue', { by_lead: true, limit: 3 })).items.map((row) => row.id);
  await page.waitFor(async () => (await focus()).id === ids[0], 'the first row');
  await page.keys('u');
  await form();
  await page.keys(...'The board agreed.');
  await until('Tab', () => page.script('return document.activeElement.matches("button.choice")'));
  await page.keys('Enter');
  await page.find('[role=option]');
  await page.keys(...'under');
  await page.keys('Enter');
  await until('Tab', () => page.script('return document.activeElement.matches("input.input[dir=auto]")'));
  await page.keys(...'S/2026/123');
  await page.keyChord('Control', 'Shift', 'Enter');
  // The next item's form; what was said last is taken over with one key.
  assert.equal(await form('The board agreed.'), '');
  await page.keys(...'Reported in the annual report.');
  await page.keyChord('Control', 'd');
  await page.waitFor(async () => (await evidence()) === 'S/2026/123', 'the evidence that was said last');
  await page.keyChord('Control', 'Enter');
  await said(/^The update of C-\S+ was logged\.$/);
  await page.waitFor(async () => (await focus()).id === ids[1], 'the focus back on the second row');
  await page.waitFor(async () => /Under way/.test(await words(`[role=row][data-id="${ids[0]}"]`)), 'the row of the first');
  for (const [n, text] of [[0, 'The board agreed.'], [1, 'Reported in the annual report.']]) {
    const shown = await desk.call('Show', { item: ids[n] });
    assert.equal(shown.timeline[0].text, text);
    assert.equal(shown.timeline[0].evidence.length, 1);
  }
  assert.equal((await desk.call('Show', { item: ids[0] })).status, 'under_implementation');

  await page.keys('ArrowDown');
  await page.waitFor(async () => (await focus()).id === ids[2], 'the third row');
  await page.keys('u');
  await form();
  await page.keys(...'Half of a long');
  await desk.remembers('Half of a long');
  await desk.kill();

  page = await desk.open([]);
  await seen(page).shows('section.item', (await desk.call('Show', { item: ids[2] })).ref);
  await page.keys('u');
  assert.equal(await form(''), 'Half of a long');
  await seen(page).shows('form', 'This is what you had typed before.');
  await desk.shot('window-draft');
});

journey('the windows come back on their workspaces, at their places, also after a power cut', () => desk, async () => {
  let { page } = desk;
  const second = desk.at('Second.followthrough');
  await followthrough(['new', second, '--catalogue'], desk.env);
  await page.keys('Escape');
  await page.keys('6');
  await page.find('.grid[aria-label="No evidence"]');
  await page.keys('ArrowDown');
  const row = await page.waitFor(() => page.script('const at = document.activeElement; return at.dataset.index === "1" && at.ariaSelected === "true" && at.dataset.id'), 'the second row');
  const [first] = await page.handles();
  await page.keyChord('Control', 'Shift', 'n');
  const other = await page.waitFor(async () => (await page.handles()).find((one) => one !== first), 'another window');
  // Nothing is open in it: the key of the menu asks for a file all the same.
  await page.front(other);
  await page.find('main.start h1');
  await seen(page).again(() => desk.key('^Followthrough$', 'ctrl+o'), async () => (await desk.titled('^Open')).length > 0, 'the dialog');
  await desk.leaveDialog('^Open');
  await seen(page).press('main.start .recent button', 'Second');
  await page.waitFor(async () => (await desk.titled('^Second – Followthrough$')).length === 1, 'the title of the second');
  await page.find('nav');
  await seen(page).press('nav button', 'Not taken up');
  await page.find('.grid[aria-label="Not taken up"] [aria-selected=true]');
  // What is shown is kept a moment later.
  await desk.remembers('not_taken_up');
  await page.front(first);
  await page.resize({ width: 1100, height: 700 });
  await desk.kill();

  page = await desk.open([], { size: null });
  await page.waitFor(async () => (await page.handles()).length === 2, 'both windows');
  const found = {};
  for (const handle of await page.handles()) {
    await page.front(handle);
    await page.find('.grid [aria-selected=true]');
    const [list, item] = await page.script('return [document.querySelector(".grid").getAttribute("aria-label"), document.querySelector("[aria-selected=true]").dataset.id]');
    found[list] = item;
  }
  assert.deepEqual(Object.keys(found).sort(), ['No evidence', 'Not taken up']);
  assert.equal(found['No evidence'], row);
  await page.waitFor(async () => (await desk.titled('^(Desk|Second) – Followthrough$')).length === 2, 'both titles');
});

journey('a workspace that is opened from outside comes in a window, and the others stay', () => desk, async () => {
  const { page } = desk;
  const third = desk.at('Third.followthrough');
  await followthrough(['new', third], desk.env);
  // As the system does on a double click.
  const program = spawn(path.join(PROGRAMS, 'followthrough-desktop'), [third], { env: page.env, stdio: 'ignore' });
  const gone = once(program, 'exit');
  await page.waitFor(async () => (await desk.titled('^Third – Followthrough$')).length === 1, 'the third');
  assert.equal((await desk.titled('– Followthrough$')).length, 3);
  await desk.key('^Third – Followthrough$', 'ctrl+q');
  assert.deepEqual(await gone, [0, null]);
  assert.equal((await desk.titled('– Followthrough$')).length, 2);
});
