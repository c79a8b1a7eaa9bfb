// The first screen: make a workspace with the catalogue, practise with the sample, come back to it under Recent; a recent
// file that is gone is marked; a file that is no workspace is refused with a sentence.

import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';

import { counts, eventually, hasFocus, journey, seen } from './desk.mjs';

// Without an open workspace the window asks for one, and is told that there is none.
const nothingOpen = ['Workspace'];

journey('makes a workspace with the catalogue; Recent has it the next time', { workspace: null, refuses: nothingOpen }, async (desk) => {
  const { page, another } = desk;
  const { view } = seen(page);
  await page.getByRole('heading', { level: 1, name: 'Followthrough' }).waitFor();
  await page.getByText('Workspaces that you open are listed here.').waitFor();
  await page.getByRole('button', { name: /^New, with the catalogue/ }).click();
  await page.getByRole('button', { name: 'Workspace Follow-up' }).waitFor();
  await counts(page, 'Sources', 5);
  await page.getByText('Nothing is overdue today').waitFor();
  await view('Recommendations').click();
  await page.getByText(/^\d+ recommendations, parts counted$/).waitFor();

  const { page: later } = await another();
  await later.getByRole('button', { name: /^Follow-up/ }).click();
  await later.getByRole('button', { name: 'Workspace Follow-up' }).waitFor();
  await counts(later, 'Sources', 5);
});

journey('practises with the sample, where something is really overdue', { workspace: null, refuses: nothingOpen }, async ({ page }) => {
  await page.getByRole('button', { name: /^Practise with the sample/ }).click();
  await page.getByRole('heading', { level: 1, name: '49 commitments are overdue' }).waitFor();
  await page.getByRole('button', { name: 'Workspace Practice' }).waitFor();
});

journey('marks a recent file that is gone', { workspace: null, refuses: nothingOpen }, async ({ page, run, folder }) => {
  await page.getByRole('heading', { level: 1, name: 'Followthrough' }).waitFor();
  const [there, gone] = ['There', 'Gone'].map((name) => path.join(folder, `${name}.followthrough`));
  for (const file of [there, gone]) await run('new', file);
  await rm(gone);
  await page.reload();
  // Named by its name alone; where it is and since when is told after it.
  const missing = page.getByRole('button', { name: 'Gone', exact: true });
  await missing.getByText('no longer there').waitFor();
  assert.equal(await missing.isDisabled(), true);
  await page.getByRole('button', { name: 'There', exact: true }).click();
  await page.getByRole('button', { name: 'Workspace There' }).waitFor();
  await page.getByText('This workspace is empty').waitFor();
});

journey('refuses a text file as a workspace, and stays on the first screen', { workspace: null, refuses: [...nothingOpen, 'Open'] }, async ({ page, run, folder, write }) => {
  await page.getByRole('heading', { level: 1, name: 'Followthrough' }).waitFor();
  await run('new', path.join(folder, 'Letter.followthrough'));
  await write('Letter.followthrough', 'Dear colleague,\nthis is not a workspace.\n');
  await page.reload();
  await page.getByRole('button', { name: /^Letter/ }).click();
  const sentence = await page.getByRole('alert').innerText();
  assert.match(sentence, /Letter\.followthrough/);
  assert.match(sentence, /not a .*workspace/i);
  await page.getByRole('button', { name: /^New and empty/ }).click();
  await page.getByText('This workspace is empty').waitFor();
});

journey('the manual is there before anything is open, and leads back', { workspace: null, refuses: nothingOpen }, async ({ page }) => {
  const first = page.getByRole('button', { name: /^New, with the catalogue/ });
  await eventually(async () => assert.equal(await hasFocus(first), true));
  await page.keyboard.press('F1');
  await page.getByRole('dialog').getByRole('heading', { level: 2 }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await hasFocus(first), true);
  await page.getByRole('button', { name: /^Manual/ }).click();
  await page.getByRole('dialog').getByRole('heading', { level: 2 }).first().waitFor();
});

journey('the sheet of keys is there before anything is open; a choice is named by its name alone', { workspace: null, refuses: nothingOpen }, async ({ page }) => {
  const first = page.getByRole('button', { name: 'New, with the catalogue', exact: true });
  await eventually(async () => assert.equal(await hasFocus(first), true));
  assert.match(await first.evaluate((one) => document.getElementById(one.getAttribute('aria-describedby')).textContent), /^A workspace that already holds/);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await hasFocus(first), true);
});
