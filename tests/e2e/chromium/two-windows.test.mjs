// One file, three hands: two windows and the terminal. Each sees the edits of the others by itself, and keeps what it had
// chosen and typed.

import assert from 'node:assert/strict';

import { journey, seen } from './desk.mjs';

const SOON = 3000;

journey('an edit in one window appears in the other within three seconds', {}, async (desk) => {
  const { page: here, run, file, call } = desk;
  const { page: there } = await desk.another();
  const [one, other] = [seen(here), seen(there)];
  await one.rows.nth(3).click();
  await other.rows.nth(3).click();
  const id = await one.chosen.getAttribute('data-id');
  const { ref } = await call('Show', { item: id });
  assert.equal(await other.chosen.getAttribute('data-id'), id);
  await other.item.getByRole('heading', { level: 2 }).waitFor();

  // From window to window.
  await here.keyboard.press('u');
  await one.form('Log an update').getByLabel('What happened').fill('Logged in the first window.');
  await here.keyboard.press('Control+Enter');
  await one.said.getByText(`The update of ${ref} was logged.`).waitFor();
  await other.item.getByText('Logged in the first window.').waitFor({ timeout: SOON });
  assert.equal(await other.chosen.getAttribute('data-id'), id, 'what was chosen stays chosen');

  // From the terminal to both, also what moves a row to another place; an open form is left alone.
  await there.keyboard.press('u');
  await other.form('Log an update').getByLabel('What happened').fill('Not yet saved');
  await run('-w', file, 'log-update', ref, '--text', 'Logged in the terminal.', '--status', 'under_implementation');
  const shown = Date.now();
  await one.item.getByText('Logged in the terminal.').waitFor({ timeout: SOON });
  await other.item.getByText('Logged in the terminal.').waitFor({ timeout: SOON });
  await other.chosen.getByText('Under way').waitFor({ timeout: SOON });
  assert.ok(Date.now() - shown < SOON);
  assert.equal(await other.form('Log an update').getByLabel('What happened').inputValue(), 'Not yet saved');
  await run('-w', file, 'set-due', ref, '31 March 2022', '--reason', 'As it was first said');
  await one.rows.first().and(here.locator(`[data-id="${id}"]`)).waitFor({ timeout: SOON });
  assert.equal(await one.chosen.getAttribute('data-id'), id);

  // And from a window to the terminal; undo takes back the newest edit of the file, whoever made it.
  await there.keyboard.press('Control+Enter');
  await other.item.getByText('Not yet saved').waitFor();
  await one.item.getByText('Not yet saved').waitFor({ timeout: SOON });
  assert.match(await run('-w', file, 'show', ref), /Not yet saved/);
  await one.rows.first().focus();
  await here.keyboard.press('Control+z');
  await one.said.getByText(/^Undone: update /).waitFor();
  await other.item.getByText('Not yet saved').waitFor({ state: 'detached', timeout: SOON });
  assert.equal((await call('Check')).ok, true);
});
