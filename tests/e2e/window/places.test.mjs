// The places of the window, each for what only the real one can tell: the clipboard and the files that WebKit writes, its
// keys and its drawing. One program for all; each journey begins at the overdue.

import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { after, before, beforeEach } from 'node:test';

import { Desk, journey, seen } from './desk.mjs';

let desk;
let page;
let look;

before(async () => {
  desk = await Desk.make();
  page = await desk.open();
  look = seen(page);
  await page.find('[role=row][data-id]');
});

after(() => desk?.close());

beforeEach(async () => {
  await page.script('location.reload()');
  await page.find('nav');
  await look.again(
    () => page.keys('1'),
    async () => (await page.findAll('.grid[aria-label="Overdue"] [role=row][data-id]')).length > 0,
    'the overdue',
  );
  await atTop();
});

/** The first row has the focus, and is chosen. */
async function atTop() {
  await page.script('document.querySelector(".grid [role=row][data-id]").click()');
  await page.waitFor(async () => (await look.focus()).id !== '', 'the focus on a row');
  await page.keys('Home');
  await page.waitFor(() => page.script('const at = document.activeElement; return at.dataset.index === "0" && at.ariaSelected === "true"'), 'the first row');
}

/** Opens something by the palette. */
async function open(words, hit) {
  await page.keyChord('Control', 'k');
  await typed(words);
  await look.press('[role=dialog] [role=option]', hit);
  await look.gone('[role=dialog]');
}

/** Types into the palette. */
async function typed(words) {
  await page.waitFor(() => page.script('return document.activeElement.matches("[role=dialog] [type=search]")'), 'the focus in the search');
  await page.keyChord('Control', 'a');
  await page.keys(...words);
}

/** What would be pasted here: read from the clipboard of the system as any program gets it, by a real Ctrl+V. */
async function clipboard() {
  await page.script(`
    window.pasted = null;
    const field = document.body.appendChild(document.createElement('textarea'));
    field.focus();
    window.addEventListener('paste', (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      window.pasted = { text: event.clipboardData.getData('text/plain'), html: event.clipboardData.getData('text/html') };
      field.remove();
    }, { capture: true, once: true });
  `);
  await page.keyChord('Control', 'v');
  return page.waitFor(() => page.script('return window.pasted'), 'what is on the clipboard');
}

const file = async (name, least) => {
  const there = desk.at(name);
  await page.waitFor(async () => (await stat(there)).size > least, `the file ${name}`);
  return there;
};

journey('search as one types: hits are marked, a misspelt word gets a suggestion, an act is done', () => desk, async () => {
  const [row] = (await desk.call('Overdue', { by_lead: true, limit: 1 })).items;
  await desk.call('LogUpdate', { commitment: row.id, text: 'The quartermaster has drawn up a list of wheelbarrows.' });
  await page.keyChord('Control', 'k');
  await typed('quarterm');
  await look.shows('[role=dialog] [role=option] mark', 'quarterm');
  await typed('The qartermastr list');
  await look.shows('[role=dialog] [role=option]', 'Did you mean “The quartermaster list”?');
  await page.waitFor(async () => /Did you mean/.test(await look.words('[role=dialog] [role=option][data-focused]')), 'the suggestion at hand');
  await desk.shot('window-search');
  await page.keys('Enter');
  await page.waitFor(async () => (await page.script('return document.activeElement.value')) === 'The quartermaster list', 'the words put right');
  await look.shows('[role=dialog] [role=option]', 'quartermaster has drawn');
  await page.keys('Enter');
  await look.gone('[role=dialog]');
  await look.shows('section.item', 'The quartermaster has drawn up a list of wheelbarrows.');

  await page.keyChord('Control', 'k');
  await typed('change the due');
  await look.shows('[role=dialog] [role=option][data-focused]', 'Change');
  await page.keys('Enter');
  await page.find('form[aria-label="Change the due date"]');
  await page.keys('Escape');
  await look.gone('form[aria-label="Change the due date"]');
});

journey('the page of an actor, and its letter on the clipboard and in a file', () => desk, async () => {
  await open('DPO', 'Department of Peace Operations');
  await page.find('section.item .numbers');
  const { id } = await desk.call('Show', { item: 'DPO' });
  const account = await desk.call('Account', { actor: id });
  await page.waitFor(
    async () => String(await look.all('section.item .numbers strong')) === String(['asked', 'decided', 'undertook', 'owes', 'delivered'].map((one) => account[one].n)),
    'the numbers of the account',
  );
  await page.keyChord('Shift', 'L');
  await page.find('[role=dialog] textarea.letter-text');
  await page.waitFor(async () => (await look.focus()).name.startsWith('Copy'), 'the focus on Copy');
  const text = await page.script('return document.querySelector("textarea.letter-text").value');
  const owed = await desk.call('Owed', { actor: id });
  assert.ok(text.startsWith('Dear colleagues,') && text.includes(`OVERDUE (${owed.overdue.length})`));
  assert.ok(owed.overdue.every((one) => text.includes(one.commitment)));
  await page.keyChord('Control', 'c');
  await look.shows('[role=dialog] [role=status]', 'The letter is on the clipboard.');
  await look.press('[role=dialog] button', 'Save as text…');
  await desk.dialog('^Save', 'ctrl+a', desk.at('letter.txt'));
  await look.shows('[role=dialog] [role=status]', desk.at('letter.txt'));
  assert.equal(await readFile(await file('letter.txt', 100), 'utf8'), text);
  await page.keys('Escape');
  await look.gone('[role=dialog]');
  assert.equal((await clipboard()).text.replaceAll('\r', ''), text);
});
