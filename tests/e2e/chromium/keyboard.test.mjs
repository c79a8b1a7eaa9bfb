// The main job without a mouse, from the first key: log an update, move a due date for a reason, be refused a verdict
// without evidence, add the evidence, verify, undo and redo, export. After each act the focus is where one can go on.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { counts, eventually, hasFocus, journey, seen, tabTo } from './desk.mjs';

/** The focus stands on this row, and the row can be seen. */
async function onRow(page, id) {
  await eventually(() => page.evaluate((id) => {
    const at = document.activeElement;
    if (at?.dataset.id !== id) throw new Error(`the focus is on ${at?.outerHTML.slice(0, 120)}`);
    const box = at.getBoundingClientRect();
    return at.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
  }, id), 'the row with the focus to be in sight');
}

/** The focus is somewhere from where the keys go on. */
async function notLost(page) {
  await eventually(
    () => page.evaluate(() => document.activeElement?.closest('main, section[aria-label]') !== null && document.activeElement !== document.body),
    'the focus to be in the list or the item',
  );
}

const focused = (page) => page.evaluate(() => document.activeElement?.dataset.id);

journey('does the main job by keyboard alone', { refuses: ['VerifyResult', 'ReadDue?'] }, async (desk) => {
  const { page, call } = desk;
  const { keyboard } = page;
  const { rows, chosen, item, said, form } = seen(page);

  // The list has the focus as soon as it is there; what the arrows pass is shown.
  await rows.first().waitFor();
  await eventually(async () => assert.ok(await focused(page)), 'the focus in the list');
  await keyboard.press('ArrowDown');
  await onRow(page, await rows.nth(1).getAttribute('data-id'));
  await keyboard.press('End');
  await page.getByText('49 of 49').waitFor();
  await eventually(async () => assert.equal(await focused(page), await chosen.getAttribute('data-id')));
  const id = await focused(page);
  await onRow(page, id);

  // An update: words, then the status.
  await keyboard.press('u');
  const update = form('Log an update');
  const words = update.getByLabel('What happened');
  await eventually(() => hasFocus(words), 'the focus in the first field');
  assert.equal(await words.inputValue(), '', 'the key that opened the form is not typed into it');
  await keyboard.type('A draft is with the missions.');
  const status = async (name) => {
    await tabTo(page, update.getByRole('button', { name: /^Status/ }));
    await keyboard.press('Enter');
    await page.getByRole('option', { name, exact: true }).waitFor();
    await keyboard.type(name.slice(0, 3));
    await keyboard.press('Enter');
    await update.getByRole('button', { name: `Status: ${name}` }).waitFor();
  };
  await status('Under implementation');
  await keyboard.press('Control+Enter');
  await said.getByText(/^The update of C-\S+ was logged\.$/).waitFor();
  await onRow(page, id);
  await item.getByText('A draft is with the missions.').waitFor();
  await chosen.getByText('Under way').waitFor();

  // A due date, in the words that were said; what they mean is shown before anything is saved.
  await keyboard.press('d');
  const due = form('Change the due date');
  await eventually(() => hasFocus(due.getByLabel('Due, in the words that were said')), 'the focus in the due');
  await keyboard.type('end of Q2 2024');
  await due.getByText('30 June 2024').waitFor();
  await keyboard.press('Tab');
  await keyboard.type('Extended once by the board');
  await keyboard.press('Control+Enter');
  await said.getByText(/is now due by 30 June 2024\.$/).waitFor();
  await item.getByText('“end of Q2 2024”, so by 30 June 2024').first().waitFor();
  await item.getByText('moved once, 182 days later').waitFor();
  await onRow(page, id);

  // What is reported as done is overdue no more: its row goes, the item stays, and so does the focus.
  await keyboard.press('u');
  await eventually(() => hasFocus(words), 'the focus in the first field');
  await keyboard.type('Agreed in the steering group; reported as done.');
  await status('Reported implemented');
  await keyboard.press('Control+Enter');
  await said.getByText(/^The update of C-\S+ was logged\.$/).waitFor();
  await page.getByRole('heading', { level: 1, name: '48 commitments are overdue' }).waitFor();
  await item.getByText('Agreed in the steering group; reported as done.').waitFor();
  await counts(page, 'Awaiting verification', 1);
  await notLost(page);

  // Verifying is refused while nothing supports it, with the core's sentence; what was typed stays.
  await keyboard.press('v');
  const verify = form('Verify the reported result');
  await verify.getByText('No supporting evidence yet.').waitFor();
  await tabTo(page, verify.getByRole('radio', { name: 'Returned' }));
  await keyboard.press('ArrowLeft');
  await verify.getByRole('radio', { name: 'Verified', checked: true }).waitFor();
  await tabTo(page, verify.getByLabel('Note'));
  await keyboard.type('Seen in the minutes.');
  await keyboard.press('Control+Enter');
  const sentence = await verify.locator('[data-wrong] .field-error').innerText();
  assert.match(sentence, /evidence/i);
  assert.match(sentence, /\.\s*$/);
  assert.equal(await verify.getByLabel('Note').inputValue(), 'Seen in the minutes.');
  assert.equal((await call('Show', { item: id })).status, 'reported_implemented');

  // Escape steps back; the evidence is a link; then the verdict is as it was typed before.
  await keyboard.press('Escape');
  await verify.waitFor({ state: 'detached' });
  await notLost(page);
  await keyboard.press('e');
  const evidence = form(/^Add evidence to /);
  await eventually(() => hasFocus(evidence.getByLabel('Evidence')), 'the focus in the evidence');
  await keyboard.type('https://example.org/minutes/2024-02.pdf');
  await evidence.getByText('Read as a link.').waitFor();
  await keyboard.press('Control+Enter');
  await evidence.waitFor({ state: 'detached' });
  await item.getByRole('link', { name: 'https://example.org/minutes/2024-02.pdf' }).waitFor();
  await notLost(page);
  await keyboard.press('v');
  await verify.getByText('There is evidence that supports it.').waitFor();
  assert.equal(await verify.getByLabel('Note').inputValue(), 'Seen in the minutes.');
  await verify.getByRole('radio', { name: 'Verified', checked: true }).waitFor();
  await keyboard.press('Control+Enter');
  await said.getByText(/is verified and implemented\.$/).waitFor();
  await item.getByRole('definition').getByText('Implemented', { exact: true }).waitFor();
  await counts(page, 'Closed', 1);
  assert.equal((await call('Show', { item: id })).status, 'implemented');

  // Undo and redo, and the next key goes on in the list.
  await notLost(page);
  await keyboard.press('Control+z');
  await said.getByText(/^Undone: verdict /).waitFor();
  await item.getByRole('definition').getByText('Reported implemented').waitFor();
  assert.equal((await call('Show', { item: id })).status, 'reported_implemented');
  await keyboard.press('Control+Shift+z');
  await said.getByText(/^Done again: verdict /).waitFor();
  await item.getByRole('definition').getByText('Implemented', { exact: true }).waitFor();
  await keyboard.press('j');
  await eventually(async () => assert.ok(await focused(page)), 'the focus in the list again');
  await onRow(page, await chosen.getAttribute('data-id'));

  // The summary, as a page that opens by itself.
  await keyboard.press('Control+e');
  const window = page.getByRole('dialog', { name: 'Export the status summary' });
  await window.getByRole('radio', { name: 'Web page', checked: true }).waitFor();
  await keyboard.press('Control+Enter');
  await window.getByText('Written to').waitFor();
  await eventually(() => hasFocus(window.getByRole('button', { name: 'Open the folder' })), 'the focus on the next act');
  const file = (await window.getByText('Written to').innerText()).replace('Written to', '').trim();
  const summary = await readFile(file, 'utf8');
  assert.match(summary, /<title>[^<]*where the commitments stand<\/title>/);
  assert.match(summary, /Agreed in the steering group; reported as done\./);
  assert.doesNotMatch(summary, /<(script|link|img)[^>]*(src|href)="?(https?:)?\/\//i, 'it needs nothing from elsewhere');
  await keyboard.press('Escape');
  await window.waitFor({ state: 'detached' });
});

journey('Escape goes back one step at a time and loses nothing', {}, async ({ page }) => {
  const { keyboard } = page;
  const { rows, item, form } = seen(page);
  await rows.first().waitFor();
  await eventually(async () => assert.ok(await focused(page)), 'the focus in the list');
  const id = await focused(page);
  await keyboard.press('u');
  const update = form('Log an update');
  await eventually(() => hasFocus(update.getByLabel('What happened')), 'the focus in the first field');
  await keyboard.type('Half a sentence');
  await keyboard.press('Escape');
  await update.waitFor({ state: 'detached' });
  await onRow(page, id);
  await keyboard.press('h');
  await item.getByRole('heading', { level: 3, name: 'History' }).waitFor();
  await keyboard.press('u');
  await eventually(async () => assert.equal(await update.getByLabel('What happened').inputValue(), 'Half a sentence'));
  await update.getByText('This is what you had typed before.').waitFor();
  await keyboard.press('Escape');
  await update.waitFor({ state: 'detached' });
  await item.getByRole('heading', { level: 3, name: 'History' }).waitFor();
  await keyboard.press('Escape');
  await item.getByRole('heading', { level: 3, name: /^What happened/ }).waitFor();
  await onRow(page, id);

  // The panes in turn, and into the item and back.
  await keyboard.press('F6');
  await eventually(() => hasFocus(item), 'the focus on the item');
  await keyboard.press('F6');
  await eventually(() => page.evaluate(() => document.activeElement?.closest('nav') !== null), 'the focus at the side');
  await keyboard.press('F6');
  await onRow(page, id);
  await keyboard.press('Enter');
  await eventually(() => hasFocus(item), 'the focus on the item');
  await keyboard.press('Escape');
  await onRow(page, id);

  // All keys on one sheet.
  await keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).getByText('Log an update').waitFor();
  await keyboard.press('Escape');
  await onRow(page, id);
});
