// Cells of the grid: edited in their place, filled down, pasted from a spreadsheet with a preview, and undone.

import assert from 'node:assert/strict';

import { faults } from './axe.mjs';
import { eventually, hasFocus, journey, seen } from './desk.mjs';

const column = (page, id) =>
  page.locator('.grid').locator(`[role=row][data-id] [data-column=${id}]`).evaluateAll((all) => all.map((one) => one.innerText.trim()));

/** What is told of an element besides its name. */
const describedBy = (locator) =>
  locator.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '));

/** The refusal stands at this field, which has the focus. */
async function refusedAt(field, words) {
  await eventually(async () => {
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.match(await describedBy(field), words);
    assert.ok(await hasFocus(field), 'the focus is at the field');
  });
}

/** All commitments, with these columns too. */
async function withColumns(page, ...ids) {
  const { rows, view } = seen(page);
  const dialog = page.getByRole('dialog');
  await view('All commitments').click();
  await page.getByRole('grid', { name: 'All commitments' }).waitFor();
  await rows.first().click();
  await page.keyboard.press('Shift+C');
  for (const id of ids) {
    await dialog.locator(`[data-line=${id}] input[type=checkbox]`).focus();
    await page.keyboard.press('Space');
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

journey('edits cells in their place: a due in words with its reason, a handler, and what is refused', { refuses: ['SetCells', 'ReadDue?'] }, async ({ page, call }) => {
  const { rows, said } = seen(page);
  const { keyboard } = page;
  const field = page.getByRole('dialog');
  await withColumns(page, 'handler');
  const id = await rows.first().getAttribute('data-id');
  const at = (column) => eventually(() => page.evaluate((column) => document.activeElement?.dataset.column === column, column), `the cell ${column}`);
  const row = async () => (await call('List', { kind: 'commitments', queue: 'all', limit: 100 })).commitments.find((one) => one.id === id);
  const go = async (column) => {
    await rows.first().click();
    await keyboard.press('ArrowRight');
    for (let i = 0; i < 12 && !(await page.evaluate((c) => document.activeElement?.dataset.column === c, column)); i += 1) await keyboard.press('ArrowRight');
    await at(column);
  };

  // Typing begins; Escape leaves the old value; Tab saves and goes on.
  await go('handler');
  await keyboard.press('A');
  await eventually(async () => assert.equal(await field.getByRole('textbox').inputValue(), 'A'));
  await keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  await at('handler');
  assert.equal((await row()).handler, null);
  await keyboard.press('F2');
  await field.getByRole('textbox').fill('Amina');
  await keyboard.press('Tab');
  await field.waitFor({ state: 'detached' });
  await eventually(async () => assert.equal((await row()).handler, 'Amina'));

  // One of a list is refused at the list, with the words about it.
  await go('status');
  await keyboard.press('Enter');
  await field.getByRole('option', { name: 'Implemented', exact: true }).click();
  await field.getByRole('textbox', { name: 'What happened' }).fill('It is there.');
  await keyboard.press('Enter');
  const list = field.getByRole('listbox');
  await eventually(() => list.evaluate((element) => element.contains(document.activeElement)), 'the focus on the list');
  assert.match(await describedBy(list), /verif/i);
  assert.equal(await field.getByRole('textbox', { name: 'What happened' }).inputValue(), 'It is there.');
  assert.deepEqual(await faults(page), []);
  await keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  await at('status');

  // A status is reported with what happened.
  await go('status');
  await keyboard.press('Enter');
  await field.getByRole('option', { name: 'Under implementation' }).click();
  await field.getByRole('textbox', { name: 'What happened' }).fill('Work has begun.');
  await keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
  await eventually(async () => assert.equal((await row()).status, 'under_implementation'));

  // What may not be set so is refused at the cell, and can be left.
  await go('due');
  await keyboard.press('F2');
  await field.getByRole('textbox', { name: 'Due' }).fill('before the 44th of Nevruary 20x');
  await keyboard.press('Enter');
  await field.getByRole('textbox', { name: 'Reason' }).fill('No reason.');
  await keyboard.press('Enter');
  // It stands at the field that it is about, which has the focus and what was typed.
  const due = field.getByRole('textbox', { name: 'Due' });
  await refusedAt(due, /no event/);
  assert.equal(await due.inputValue(), 'before the 44th of Nevruary 20x');
  assert.equal(await field.getByRole('textbox', { name: 'Reason' }).inputValue(), 'No reason.');
  assert.equal(await field.getByRole('alert').count(), 0);
  assert.deepEqual(await faults(page), []);
  await due.press('x');
  await eventually(async () => assert.equal(await due.getAttribute('aria-invalid'), null), 'what was said to go with the next letter');
  await keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  await at('due');

  // The due: what is typed is read back; a moved one asks for its reason.
  await go('due');
  await keyboard.press('F2');
  await field.getByRole('textbox', { name: 'Due' }).fill('Q2 2031');
  await field.getByText(/30 June 2031/).waitFor();
  assert.deepEqual(await faults(page), []);
  await keyboard.press('Enter');
  const reason = field.getByRole('textbox', { name: 'Reason' });
  await eventually(() => hasFocus(reason), 'the reason');
  await reason.fill('The budget came late.');
  await keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
  await said.getByText('Saved: Due.').waitFor();
  assert.equal((await row()).due_by, '2031-06-30');
  await at('due');
});

journey('fills down, pastes rows from a spreadsheet with a preview, and undoes each at once', { context: { permissions: ['clipboard-read', 'clipboard-write'] } }, async ({ page, call }) => {
  const { rows, said } = seen(page);
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');
  const all = async () => (await call('List', { kind: 'commitments', queue: 'all', limit: 100 })).commitments;
  await withColumns(page, 'handler');
  const before = await all();

  // One value pasted into a cell, then filled down over three rows.
  await rows.first().click();
  await keyboard.press('ArrowRight');
  await keyboard.press('End');
  await page.evaluate(() => navigator.clipboard.writeText('Amina'));
  await keyboard.press('Control+V');
  await dialog.getByText('One cell would change.').waitFor();
  await dialog.getByRole('button', { name: 'Set one cell' }).click();
  await dialog.waitFor({ state: 'detached' });
  await eventually(async () => assert.equal((await column(page, 'handler'))[0], 'Amina'));
  await eventually(() => page.evaluate(() => document.activeElement?.dataset.column === 'handler'), 'the focus back in the cell');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await page.locator('.selection').getByText('3 selected').waitFor();
  await keyboard.press('Control+D');
  await dialog.getByText('2 cells would change.').waitFor();
  assert.deepEqual(await faults(page), []);
  await dialog.getByRole('button', { name: 'Set 2 cells' }).click();
  await eventually(async () => assert.deepEqual((await column(page, 'handler')).slice(0, 4), ['Amina', 'Amina', 'Amina', '']));
  await said.getByText('2 cells were set.').waitFor();
  await keyboard.press('Control+Z');
  await eventually(async () => assert.deepEqual((await column(page, 'handler')).slice(0, 2), ['Amina', '']));

  // What was copied here comes back changed from a spreadsheet; a wrong row says why, and is left out.
  const text = [
    'Reference\tStatus\tHandler\tDue',
    `${before[1].commitment}\t\tBoris\t2031-06-30`,
    `${before[2].commitment}\tno such status\tBoris\t`,
  ].join('\n');
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await rows.first().focus();
  await keyboard.press('Control+V');
  await dialog.getByText('2 cells would change.').waitFor();
  await dialog.getByText(/2 may not be set so/).waitFor();
  await dialog.getByRole('textbox', { name: /Why dues move/ }).fill('As agreed in the meeting.');
  await dialog.getByText('3 cells would change.').waitFor();
  assert.deepEqual(await faults(page), []);
  await dialog.getByRole('button', { name: 'Set 3 cells' }).click();
  await said.getByText('3 cells were set.').waitFor();
  const after = await all();
  const found = (id) => after.find((one) => one.id === id);
  assert.equal(found(before[1].id).due_by, '2031-06-30');
  assert.equal(found(before[1].id).handler, 'Boris');
  assert.equal(found(before[2].id).handler, 'Boris');
  assert.equal(found(before[2].id).status, before[2].status);
  await keyboard.press('Control+Z');
  await eventually(async () => {
    const undone = await all();
    assert.equal(undone.find((one) => one.id === before[1].id).due_by, before[1].due_by);
    assert.equal(undone.find((one) => one.id === before[2].id).handler, null);
  });
});

journey('a block of cells is pasted from a cell on, and one line over all selected rows', { context: { permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1600, height: 900 } } }, async ({ page, call }) => {
  const { rows, said } = seen(page);
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');
  const all = async () => (await call('List', { kind: 'commitments', queue: 'all', limit: 100 })).commitments;
  const copy = (text) => page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await withColumns(page, 'handler', 'updated');
  const heads = await page.getByRole('columnheader').evaluateAll((all) => all.map((one) => one.dataset.column));
  const [due, updated, handler] = ['due', 'updated', 'handler'].map((id) => heads.indexOf(id));
  assert.ok(due < updated && updated < handler, `${heads}`);
  const before = await all();
  const to = async (row, column) => {
    await rows.nth(row).click();
    await keyboard.press('ArrowRight');
    for (let i = 0; i < heads.length && !(await page.evaluate((c) => document.activeElement?.dataset.column === c, column)); i += 1) await keyboard.press('ArrowRight');
    await eventually(() => page.evaluate((column) => document.activeElement?.dataset.column === column, column));
  };

  // Three rows from the second one on; what cannot be changed here, and an empty cell, stay.
  const line = (...cells) => {
    const row = Array.from({ length: handler - due + 1 }, () => '');
    for (const [at, value] of cells) row[at - due] = value;
    return row.join('\t');
  };
  await to(1, 'due');
  await copy([line([due, '2031-06-30'], [updated, 'x'], [handler, 'Amina']), line([handler, '"Boris, ""B"""']), line([due, '2032-06-30'])].join('\r\n'));
  await keyboard.press('Control+V');
  await dialog.getByText(/^Left out, because they cannot be changed/).waitFor();
  await dialog.getByRole('textbox', { name: /Why dues move/ }).fill('As agreed.');
  await dialog.getByText('4 cells would change.').waitFor();
  assert.deepEqual(await faults(page), []);
  await dialog.getByRole('button', { name: 'Set 4 cells' }).click();
  await said.getByText('4 cells were set.').waitFor();
  const after = await all();
  const found = (n) => after.find((one) => one.id === before[n].id);
  assert.deepEqual([1, 2, 3].map((n) => found(n).handler), ['Amina', 'Boris, "B"', null]);
  assert.deepEqual([1, 2, 3].map((n) => found(n).due_by), ['2031-06-30', before[2].due_by, '2032-06-30']);
  await eventually(() => page.evaluate(() => document.activeElement?.dataset.column === 'due'), 'the focus back in the cell');
  await keyboard.press('Control+Z');
  await eventually(async () => assert.deepEqual((await all()).map((one) => one.handler), before.map((one) => one.handler)));

  // One value over the selected rows; and a block that is longer than what is left of the list.
  await to(0, 'handler');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await copy('Chen');
  await keyboard.press('Control+V');
  await dialog.getByText('3 cells would change.').waitFor();
  await dialog.getByRole('button', { name: 'Set 3 cells' }).click();
  await said.getByText('3 cells were set.').waitFor();
  await eventually(async () => assert.deepEqual((await column(page, 'handler')).slice(0, 4), ['Chen', 'Chen', 'Chen', '']));
  // From the cell to its row, then to nothing selected.
  await eventually(() => page.evaluate(() => document.activeElement?.dataset.column === 'handler'), 'the focus back in the cell');
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await keyboard.press('End');
  await keyboard.press('ArrowRight');
  await keyboard.press('End');
  await eventually(() => page.evaluate(() => document.activeElement?.dataset.column === 'handler'));
  await copy('Dina\nElena');
  await keyboard.press('Control+V');
  await dialog.getByText(/^One copied row has no row left/).waitFor();
  await dialog.getByText('One cell would change.').waitFor();
});

journey('what is refused of many stands at its field, before and after it is looked at', { refuses: ['PreviewMany', 'SetMany', 'ReadDue?'] }, async ({ page }) => {
  const { rows } = seen(page);
  const { keyboard } = page;
  const form = page.locator('form.form');
  await withColumns(page);
  await rows.first().focus();
  await keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: /^Change them/ }).click();
  const due = form.getByRole('textbox', { name: 'New due' });
  await due.fill('30 February 2031');
  await keyboard.press('Control+Enter');
  await refusedAt(due, /30 February 2031/);
  assert.equal(await due.inputValue(), '30 February 2031');
  assert.equal(await form.getByRole('alert').count(), 0);
  await due.fill('2031');
  await keyboard.press('Control+Enter');
  const reason = form.getByRole('textbox', { name: 'Why' });
  await refusedAt(reason, /reason for the new due/);
  assert.deepEqual(await faults(page), []);

  // A change that one of them may not have is refused as a whole, at the field that would leave it out; and after that
  // what is looked at is refused at its own again.
  await due.fill('');
  await form.getByRole('textbox', { name: 'What happened' }).fill('It is there.');
  await form.getByRole('button', { name: /Status reported/ }).click();
  await page.getByRole('option', { name: 'Implemented', exact: true }).click();
  await keyboard.press('Control+Enter');
  await form.getByText(/may not be changed so/).first().waitFor();
  await keyboard.press('Control+Enter');
  const skip = form.getByRole('checkbox', { name: /Leave out/ });
  await refusedAt(skip, /may not be changed so/);
  await form.getByRole('textbox', { name: 'What happened' }).fill('');
  await keyboard.press('Control+Enter');
  await refusedAt(form.getByRole('textbox', { name: 'What happened' }), /empty|text/);
});
