// What cannot be taken is refused with a sentence beside the form, and nothing that was typed is lost. A text of a
// megabyte is taken, and the window stays as wide as it was.

import assert from 'node:assert/strict';

import { faults } from './axe.mjs';
import { eventually, hasFocus, journey, seen } from './desk.mjs';

/** The page itself is not wider than the window. */
const fits = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.querySelectorAll('main, section, form, nav, header')].filter((one) => one.scrollWidth > one.clientWidth + 1);
    return scrollWidth <= clientWidth && wide.length === 0 ? '' : `${scrollWidth} > ${clientWidth}: ${wide.map((one) => one.className || one.tagName)}`;
  });

journey('a due that is no day, and a window that ends before it begins', { refuses: ['ReadDue', 'SetDue'] }, async ({ page, call }) => {
  const { chosen, item, form } = seen(page);
  await item.getByRole('heading', { level: 2 }).waitFor();
  const id = await chosen.getAttribute('data-id');
  await item.getByRole('button', { name: 'Change due' }).click();
  const due = form('Change the due date');
  const words = due.getByLabel('Due, in the words that were said');
  await due.getByLabel('Reason').fill('A reason that must not be lost');
  for (const [typed, sentence] of [['2023-02-30', /30|day|calendar/i], ['2023-2021', /before|begin|end/i]]) {
    await words.fill(typed);
    // Already while one types, and again when it is saved.
    await eventually(async () => assert.match(await due.getByRole('status').innerText(), sentence));
    await page.keyboard.press('Control+Enter');
    // It stands at its field, which takes the focus; the head of the form says nothing.
    const wrong = due.locator('[data-wrong] .field-error');
    await eventually(async () => assert.match(await wrong.innerText(), sentence));
    assert.match(await wrong.innerText(), /\.\s*$/);
    await eventually(() => hasFocus(words));
    assert.equal(await words.getAttribute('aria-invalid'), 'true');
    assert.ok((await words.getAttribute('aria-describedby')).split(' ').includes(await wrong.getAttribute('id')));
    assert.equal(await due.getByRole('alert').count(), 0);
    assert.deepEqual(await faults(page), []);
    assert.equal(await words.inputValue(), typed);
    assert.equal(await due.getByLabel('Reason').inputValue(), 'A reason that must not be lost');
  }
  // Without a reason it is not sent at all; the field that wants something takes the focus.
  await words.fill('Q2 2027');
  await due.getByLabel('Reason').fill('');
  await page.keyboard.press('Control+Enter');
  await due.getByText('This is needed.').waitFor();
  await eventually(() => due.getByLabel('Reason').evaluate((field) => field === document.activeElement));
  assert.equal((await call('Show', { item: id })).slips, 0);
});

journey('an update without words, and an actor that is not there', {}, async ({ page, call }) => {
  const { chosen, item, form } = seen(page);
  await item.getByRole('heading', { level: 2 }).waitFor();
  const id = await chosen.getAttribute('data-id');
  const before = (await call('Show', { item: id })).timeline.length;
  await page.keyboard.press('u');
  const update = form('Log an update');
  const by = update.getByRole('combobox', { name: 'Reported by' });
  await update.getByText('More', { exact: true }).click();
  await update.getByLabel('Obstacle', { exact: true }).fill('No budget yet');
  await page.keyboard.press('Control+Enter');
  await update.getByText('This is needed.').waitFor();
  await eventually(() => update.getByLabel('What happened').evaluate((field) => field === document.activeElement));
  assert.equal(await update.getByLabel('Obstacle', { exact: true }).inputValue(), 'No budget yet');

  // An unknown actor cannot be chosen: it is said, and the last one that was known comes back.
  const known = await by.inputValue();
  await by.fill('Ministry of Nowhere');
  await page.getByText('Nothing found.').waitFor();
  await page.keyboard.press('Tab');
  await eventually(async () => assert.equal(await by.inputValue(), known));
  assert.equal((await call('Show', { item: id })).timeline.length, before);
});

journey('an evidence file of 0 bytes', { refuses: ['LogUpdate'] }, async ({ page, call }) => {
  const { chosen, item, form } = seen(page);
  await item.getByRole('heading', { level: 2 }).waitFor();
  const id = await chosen.getAttribute('data-id');
  const before = (await call('Show', { item: id })).timeline.length;
  await page.keyboard.press('u');
  const update = form('Log an update');
  await update.getByLabel('What happened').fill('With an empty annex.');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    update.getByRole('button', { name: 'Choose a file…' }).click(),
  ]);
  await chooser.setFiles({ name: 'annex.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) });
  // The focus goes from the button that is gone to the one that takes the file away again, a moment after that is painted.
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await eventually(async () => assert.equal(await focused(), 'Remove: annex.pdf'));
  await page.keyboard.press('Control+Enter');
  const sentence = await update.getByRole('alert').innerText();
  assert.match(sentence, /annex\.pdf/);
  assert.match(sentence, /empty|0 bytes|nothing/i);
  await update.getByText('annex.pdf', { exact: true }).waitFor();
  assert.equal(await update.getByLabel('What happened').inputValue(), 'With an empty annex.');
  assert.equal((await call('Show', { item: id })).timeline.length, before, 'nothing half done');

  // Without the file it goes through.
  await update.getByRole('button', { name: 'Remove: annex.pdf' }).click();
  await update.getByRole('button', { name: 'Log update' }).click();
  await update.waitFor({ state: 'detached' });
  await item.getByText('With an empty annex.').waitFor();
});

journey('a text of a megabyte, with control characters and without a space', {}, async ({ page, call }) => {
  const { chosen, item, form, rows } = seen(page);
  await item.getByRole('heading', { level: 2 }).waitFor();
  const id = await chosen.getAttribute('data-id');
  await page.keyboard.press('u');
  const update = form('Log an update');
  const text = `Begins.${'x'.repeat(1_000_000)}.Ends`;
  await update.getByLabel('What happened').evaluate((field, text) => {
    field.focus();
    document.execCommand('insertText', false, text);
  }, text);
  assert.equal((await update.getByLabel('What happened').inputValue()).length, text.length);
  assert.equal(await fits(page), '');
  await page.keyboard.press('Control+Enter');
  await update.waitFor({ state: 'detached' });
  await eventually(async () => assert.equal((await call('Show', { item: id })).timeline[0].text, text));
  await item.getByText(/^Begins\./).waitFor();
  assert.equal(await fits(page), '');
  // And the window still does what it is asked.
  await rows.nth(1).click();
  await eventually(async () => assert.notEqual(await chosen.getAttribute('data-id'), id));
  await item.getByText(/^Begins\./).waitFor({ state: 'detached' });
});

journey('a refusal in the language of the window, at its field', { at: '?lang=fr', refuses: ['ReadDue', 'SetDue'] }, async ({ page }) => {
  await page.getByRole('region', { name: /C-/ }).getByRole('heading', { level: 2 }).waitFor();
  await page.keyboard.press('d');
  const due = page.locator('form.form');
  const read = page.waitForResponse((answer) => answer.url().endsWith('/call') && answer.request().postDataJSON().name === 'ReadDue');
  await due.getByRole('textbox').first().fill('2023-2021');
  await read;
  await due.locator('textarea').fill('Convenu.');
  await page.keyboard.press('Control+Enter');
  await due.locator('[data-wrong] .field-error').getByText('La fin précède le début').waitFor();
});
