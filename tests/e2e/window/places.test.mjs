// The places of the window, each for what only the real one can tell: the clipboard and the files that WebKit writes, its
// keys and its drawing. One program for all; each journey begins at the overdue.

import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { after, before, beforeEach } from 'node:test';

import { Desk, journey, seen } from './desk.mjs';
import { readPng } from './png.mjs';

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
  await page.waitFor(() => page.script('return document.activeElement.matches("[role=dialog] [role=combobox]")'), 'the focus in the search');
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

const column = (id) => look.all(`.grid [role=row][data-id] [data-column="${id}"]`);
const heads = () => page.script('return [...document.querySelectorAll(".grid [role=columnheader]")].map((one) => one.dataset.column)');
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

journey('the grid: sorted by a column, other columns, several copied as a table, a value filled down', () => desk, async () => {
  // The head of the group, then that of the columns.
  await page.keys('ArrowUp', 'ArrowUp', 'ArrowRight');
  await page.waitFor(async () => (await look.focus()).column === 'deliverable', 'the focus on the head');
  const natural = await column('deliverable');
  await page.keys('Enter');
  await page.waitFor(() => page.script('return document.activeElement.ariaSort === "ascending"'), 'the order');
  await page.waitFor(async () => {
    const now = (await column('deliverable')).slice(0, 5);
    return String(now) !== String(natural.slice(0, 5)) && String(now) === String(now.toSorted((a, b) => a.localeCompare(b, 'en')));
  }, 'the rows in that order');

  assert.ok(!(await heads()).includes('handler'));
  await page.keyChord('Shift', 'C');
  await page.find('[role=dialog] [data-line=handler] input');
  await page.script('document.querySelector("[role=dialog] [data-line=handler] input").focus()');
  await page.keys('Space');
  await page.waitFor(async () => (await heads()).includes('handler'), 'the column');
  await page.keys('Escape');
  await look.gone('[role=dialog]');

  // A cell edited in its place, and filled down over what is selected.
  await atTop();
  const ids = await page.script('return [0, 1, 2].map((n) => document.querySelector(`[role=row][data-index="${n}"]`).dataset.id)');
  await look.until('ArrowRight', async () => (await look.focus()).column === 'handler');
  await page.keys('F2');
  await page.waitFor(() => page.script('return document.activeElement.matches("[role=dialog] input")'), 'the field');
  await page.keys(...'Amina');
  await page.keys('Enter');
  await look.gone('[role=dialog]');
  await page.waitFor(async () => (await column('handler'))[0] === 'Amina', 'the cell');
  await page.waitFor(async () => (await look.focus()).column === 'handler', 'the focus in the column');
  await page.click('[role=row][data-index="0"] [data-column=handler]');
  await look.until('ArrowRight', async () => (await look.focus()).column === 'handler');
  await page.keyChord('Shift', 'ArrowDown');
  await page.keyChord('Shift', 'ArrowDown');
  await look.shows('.selection', '3 selected');
  await page.keyChord('Control', 'd');
  await look.press('[role=dialog] button', 'Set 2 cells');
  await page.waitFor(async () => String((await column('handler')).slice(0, 4)) === 'Amina,Amina,Amina,', 'the filled cells');
  for (const id of ids) assert.equal((await desk.call('Show', { item: id })).handler, 'Amina');

  // The same three as a table for Word and a spreadsheet.
  await page.keyChord('Control', 'c');
  await look.said(/3 rows copied as a table\./);
  const copied = await clipboard();
  const lines = copied.text.split(/\r?\n/);
  assert.equal(lines.length, 4);
  assert.match(lines[0], /\tCommitment\tStatus\tOverdue by\tHandler$/);
  assert.match(lines[1], /\t\d{4}-\d\d-\d\d\tAmina$/, 'days as a spreadsheet reads them');
  assert.match(copied.html, /<th[^>]*>Commitment<\/th>/);
  assert.match(copied.html, /Amina/);
  await desk.shot('window-grid');
});

journey('the page of a source: its items in its own order, by keys, and back to the same place', () => desk, async () => {
  await open('CF17', 'CF17');
  await page.find('section.item .chapter');
  const outline = await desk.call('Outline', { source: 'CF17' });
  const ids = outline.rows.map((row) => row.id);
  assert.ok(ids.length > 200);
  await page.waitFor(
    async () => String(await page.script('return [...document.querySelectorAll("section.item .entry-row")].map((one) => one.dataset.id)')) === String(ids),
    'all items in their order',
  );
  await page.script('document.querySelector("section.item").focus()');
  for (const id of ids.slice(0, 8)) {
    await page.keys('j');
    await page.waitFor(async () => (await look.focus()).id === id, 'the focus on the next item');
  }
  const top = () => page.script('return Math.round(document.querySelector(`section.item [data-id="${arguments[0]}"]`)?.getBoundingClientRect().top ?? -1)', ids[7]);
  const was = await top();
  await page.keys('Enter');
  await page.find(`section.item[aria-label="Item ${outline.rows[7].recommendation}"]`);
  await page.keys('Escape');
  await page.waitFor(async () => (await look.focus()).id === ids[7], 'the focus on the same item');
  await page.waitFor(async () => Math.abs((await top()) - was) < 3, 'the same place');
  await page.keys('Escape');
});

journey('a picture: a mark opens its list; saved as SVG and as PNG', () => desk, async () => {
  await page.keyChord('Shift', 'P');
  await look.press('.picture-names button', 'Status by lead');
  await page.find('.drawn [data-spot][tabindex="0"]');
  const label = await page.script('const mark = document.querySelector(`.drawn [data-spot][tabindex="0"]`); mark.focus(); return mark.getAttribute("aria-label")');
  const count = Number(label.match(/([\d,]+)\P{Nd}*$/u)[1].replaceAll(',', ''));
  assert.ok(count > 0, label);
  await page.keys('Enter');
  await page.waitFor(() => page.script('return Number(document.querySelector(".grid")?.getAttribute("aria-rowcount")) === arguments[0] + 1', count), `the list of ${label}`);
  await page.keys('Escape');
  await page.waitFor(async () => (await look.focus()).name === label, 'the focus on the same mark');
  await desk.shot('window-picture');

  for (const [kind, name] of [['SVG', 'picture.svg'], ['PNG', 'picture.png']]) {
    await look.press('main button', 'Save picture');
    await look.press('[role=menuitem]', kind);
    await desk.dialog('^Save', 'ctrl+a', desk.at(name));
    await look.said(new RegExp(name));
  }
  const svg = await readFile(await file('picture.svg', 1000), 'utf8');
  assert.match(svg, /^<svg [^>]*viewBox="0 0 960 /);
  assert.match(svg, /Source: Desk/);
  const png = readPng(await readFile(await file('picture.png', 1000)));
  assert.equal(png.width, 1920);
  assert.ok(png.drawn > 0.02 && png.drawn < 0.9, `${png.drawn} of it is drawn`);
});

journey('the diary: an older line is undone; two days are compared', () => desk, async () => {
  const id = await page.waitFor(look.chosen, 'the chosen row');
  const { ref } = await desk.call('Show', { item: id });
  await desk.run('edit-commitment', ref, '--post', 'Deputy for plans');
  await desk.run('set-due', ref, '30 September 2027', '--reason', 'The budget came late');
  await page.keyChord('Shift', 'H');
  await look.shows('main [data-entry] ins', '30 September 2027');
  const entry = await page.script('return [...document.querySelectorAll("main [data-entry]")].find((one) => one.textContent.includes("Deputy for plans")).dataset.entry');
  await look.until('j', async () => (await look.focus()).entry === entry, 10);
  await page.keys('z');
  await look.said(/^Undone: edit of commitment/);
  await look.shows(`main [data-entry="${entry}"]`, 'undone');
  await page.waitFor(async () => (await look.focus()).entry === entry, 'the focus on the same line');
  const shown = await desk.call('Show', { item: id });
  assert.deepEqual([shown.post, shown.due.stated], [null, '30 September 2027']);
  await desk.shot('window-diary');

  await page.keyChord('Shift', 'D');
  await look.press('main button', 'Start of the year');
  const { today } = await desk.call('Workspace');
  const told = await desk.call('Compare', { from: `${today.slice(0, 4)}-01-01`, to: today });
  assert.ok(told.overdue.from > told.overdue.to, 'one due was moved');
  await look.shows('main', `${told.overdue.from} on`);
  await look.shows('main', `${told.overdue.to} on`);
  await look.press('main button', 'Copy as a table');
  await look.said(/copied as a table/);
  assert.match((await clipboard()).text, new RegExp(`Overdue\t${told.overdue.from}\t${told.overdue.to}\t`));
});

journey('Arabic is chosen in the menu: everything from right to left, the place as it was; and back', () => desk, async () => {
  const dir = (want) => page.waitFor(() => page.script('return document.documentElement.dir === arguments[0] && document.querySelector(".grid [role=row][data-id]") !== null', want), `the direction ${want}`);
  const chosen = await page.waitFor(look.chosen, 'the chosen row');
  const settings = async () => page.click((await page.findAll('header.bar button')).at(-1));
  await settings();
  await look.press('[role=menuitemradio]', 'العربية');
  await dir('rtl');
  await page.waitFor(async () => (await look.chosen()) === chosen, 'the same row');
  const places = await page.script('return ["nav", "main", "section.item"].map((one) => document.querySelector(one).getBoundingClientRect().left)');
  assert.deepEqual(places, places.toSorted((a, b) => b - a));
  await desk.shot('window-arabic-chosen');
  await settings();
  await look.press('[role=menuitemradio]', 'English');
  await dir('ltr');
  await page.waitFor(async () => (await look.chosen()) === chosen, 'the same row again');
});
