// The page of an actor: its five numbers and the lists that they open, what is under it on a switch, and the letter: its
// words against what is owed, on the clipboard and in a file, in another language, without what is private.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { faults } from './axe.mjs';
import { command, eventually, hasFocus, journey, seen } from './desk.mjs';

/** A number as the window writes it. */
const days = (count) => count.toLocaleString('en-GB');

/** Opens an actor by the palette. */
async function open(page, ref) {
  await command(page, ref);
  await page.locator('section.item:not(.stale) .numbers').waitFor();
}

/** The actor that owes most, with a question, a private commitment and a moved due. */
async function busy({ page, call, run, file }) {
  const { actors } = await call('Counts');
  const { id } = actors.toSorted((a, b) => b.overdue - a.overdue)[0];
  const { ref, name } = await call('Show', { item: id });
  const of = async () => (await call('Owed', { actor: id })).overdue;
  const [secret, moved, told] = await of();
  const act = (...args) => run('-w', file, ...args);
  await act('edit-commitment', secret.commitment, '--deliverable', 'A plan that stays secret');
  await act('set-private', secret.commitment, '--reason', 'Said in confidence.');
  await act('set-due', moved.commitment, '2025-06-30', '--reason', 'The mission closed.', '--on', '2024-07-01');
  await act('log-update', told.commitment, '--text', 'The tents have come.', '--on', '2024-08-01');
  await act('ask-actor', id, '--about', told.commitment, '--text', 'Where do the tents stand?');
  await page.reload();
  await seen(page).rows.first().waitFor();
  return { id, ref, name, secret, moved, told };
}

journey('the numbers of an actor open the lists that they count', {}, async (desk) => {
  const { page, call } = desk;
  const { id, ref } = await busy(desk);
  await open(page, ref);
  const { item, rows } = seen(page);
  const numbers = item.getByRole('list', { name: 'In numbers' }).getByRole('button');
  const account = await call('Account', { actor: id });
  const expected = ['asked', 'decided', 'undertook', 'owes', 'delivered'].map((one) => account[one].n);
  assert.deepEqual(await numbers.locator('strong').allInnerTexts(), expected.map(String));
  assert.ok(account.overdue.n > 1 && account.asked.n > 0);

  await numbers.filter({ hasText: 'Owes now' }).press('Enter');
  const shown = async () => Number(await page.getByRole('contentinfo').innerText().then((text) => text.match(/of (\d+)/)?.[1] ?? 0));
  await rows.first().click();
  await eventually(async () => assert.equal(await shown(), account.owes.n));

  // Back on the page, another way: the section's own button; the rows name what is overdue and by how many days.
  await open(page, ref);
  const overdue = item.getByRole('region', { name: /^Overdue/ });
  assert.match(await overdue.innerText(), new RegExp(`${days(account.overdue_rows[0].days_overdue)} days late`));
  await overdue.getByRole('button', { name: /^All / }).click();
  await rows.first().click();
  await eventually(async () => assert.equal(await shown(), account.overdue.n));
});

journey('a letter says what is owed, and nothing that is private', { context: { permissions: ['clipboard-read', 'clipboard-write'] } }, async (desk) => {
  const { page, call } = desk;
  const { id, ref, name, secret, moved, told } = await busy(desk);
  await open(page, ref);
  const { keyboard } = page;
  await keyboard.press('Shift+L');
  const dialog = page.getByRole('dialog', { name: `Letter to ${name}` });
  const letter = dialog.getByRole('textbox', { name: 'The letter' });
  await letter.waitFor();
  await eventually(() => hasFocus(dialog.getByRole('button', { name: 'Copy' })), 'the focus on Copy');
  const owed = await call('Owed', { actor: id });
  const text = await letter.inputValue();
  for (const one of owed.overdue) {
    assert.ok(text.includes(one.commitment) && text.includes(one.deliverable), one.commitment);
    assert.ok(text.includes(`${days(one.days_overdue)} days overdue`), one.commitment);
  }
  assert.ok(text.startsWith('Dear colleagues,') && text.includes(name) && text.trimEnd().endsWith(owed.desk));
  assert.ok(text.includes(`OVERDUE (${owed.overdue.length})`));
  assert.match(text, new RegExp(`${moved.commitment}[^]*Due at first: “[^]*30 June 2025|30 June 2025[^]*Due at first`));
  assert.ok(text.includes('Last word, 1 August 2024: The tents have come.') && text.includes(told.commitment));
  assert.ok(text.includes('QUESTIONS WITHOUT AN ANSWER (1)') && text.includes('Where do the tents stand?'));
  assert.ok(!text.includes('secret') && !text.includes(secret.commitment));
  assert.match(await dialog.innerText(), /Not in the letter, as kept out of exports: 1\./);

  // Ctrl+C with nothing selected takes the letter.
  await keyboard.press('Control+c');
  await dialog.getByText('The letter is on the clipboard.').waitFor();
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r', ''), text);

  // In another language: our words in it, theirs as they were.
  await dialog.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitemradio', { name: /^Français/ }).click();
  await eventually(async () => assert.match(await letter.inputValue(), /^Chers et chères collègues,/));
  const french = await letter.inputValue();
  assert.ok(french.includes('The tents have come.') && french.includes('1 août 2024'));
  assert.equal(await letter.getAttribute('lang'), 'fr');

  await dialog.getByRole('button', { name: 'Save as text…' }).click();
  const said = dialog.getByRole('status');
  await eventually(async () => assert.match(await said.innerText(), /\.txt/));
  const file = (await said.innerText()).match(/(\/.*\.txt)/)?.[1];
  assert.equal(await readFile(file, 'utf8'), french);

  // Too long for the address of a mail: it is on the clipboard and the window says to paste it.
  await page.evaluate(() => {
    window.open = (url) => {
      window.mailed = url;
      return null;
    };
  });
  await dialog.getByRole('button', { name: 'Open in mail' }).click();
  await dialog.getByText(/paste it into the mail/).waitFor();
  assert.match(await page.evaluate(() => window.mailed), /^mailto:\?subject=[^&]+$/);

  // Escape goes back to the page, and the focus with it.
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await eventually(() => page.evaluate(() => document.activeElement !== document.body));
});

for (const [name, options] of [
  ['light', {}],
  ['dark', { context: { colorScheme: 'dark' } }],
  ['Arabic', { at: '?lang=ar' }],
]) {
  journey(`axe finds nothing on an actor's page and its letter: ${name}`, options, async (desk) => {
    const { page } = desk;
    await seen(page).rows.first().waitFor();
    await open(page, 'DPO');
    assert.deepEqual(await faults(page), []);
    await page.keyboard.press('Shift+L');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    assert.deepEqual(await faults(page), []);
  });
}
