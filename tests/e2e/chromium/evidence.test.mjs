// Evidence comes in as people have it: a file dropped on the item, a link pasted on it. The same file twice is kept once.

import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';

import { eventually, journey, seen } from './desk.mjs';

/** Lets a file go over an element, as the system does. */
async function drop(page, locator, name, text) {
  const given = await page.evaluateHandle(([name, text]) => {
    const given = new DataTransfer();
    given.items.add(new File([text], name, { type: 'text/plain' }));
    return given;
  }, [name, text]);
  await locator.dispatchEvent('dragenter', { dataTransfer: given });
  await page.getByText(/^Drop to add as evidence to /).waitFor();
  await locator.dispatchEvent('dragover', { dataTransfer: given });
  await locator.dispatchEvent('drop', { dataTransfer: given });
}

async function paste(page, text) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

journey('a dropped file becomes evidence, and the same file twice is one', {}, async ({ page, file, call, ask }) => {
  const { chosen, item, said, form } = seen(page);
  await item.getByRole('heading', { level: 2 }).waitFor();
  const id = await chosen.getAttribute('data-id');
  const add = form(/^Add evidence to /);
  const text = 'Minutes of the meeting. '.repeat(20_000);

  await drop(page, item, 'minutes.txt', text);
  await add.getByText('minutes.txt').waitFor();
  await page.getByText(/^Drop to add/).waitFor({ state: 'detached' });
  await add.getByLabel('Page').fill('12');
  await add.getByRole('button', { name: 'Add evidence' }).click();
  await said.getByText(/^EV-?\S+ was added to C-\S+\.$|was added to/).waitFor();
  await item.getByRole('heading', { level: 3, name: 'Evidence one piece' }).waitFor();
  await item.getByRole('link', { name: 'minutes.txt', exact: true }).waitFor();
  await item.getByText('page 12').waitFor();
  const size = (await stat(file)).size;

  // The same bytes under another name, in an update this time: nothing more is stored.
  await page.keyboard.press('u');
  const update = form('Log an update');
  await update.getByLabel('What happened').fill('Sent again by the mission.');
  await drop(page, item, 'copy of minutes.txt', text);
  await update.getByText('copy of minutes.txt').waitFor();
  assert.equal(await update.getByLabel('What happened').inputValue(), 'Sent again by the mission.');
  await update.getByRole('button', { name: 'Log update' }).click();
  await update.waitFor({ state: 'detached' });
  await item.getByText('Sent again by the mission.').waitFor();
  const shown = await call('Show', { item: id });
  const uses = [...shown.evidence, ...shown.timeline.flatMap((entry) => entry.evidence ?? [])];
  assert.equal(uses.length, 2);
  assert.equal(new Set(uses.map((use) => use.sha256 ?? use.evidence)).size, 1, 'one piece of evidence, used twice');
  assert.ok((await stat(file)).size - size < text.length / 2, 'the bytes are kept once');
  assert.equal((await ask('check')).evidence_files, 1);

  // It comes out as it went in.
  await item.getByRole('link', { name: 'minutes.txt', exact: true }).first().click();
  await item.getByRole('heading', { level: 3, name: 'Used for 2' }).waitFor();
  await item.getByRole('button', { name: 'Save the file as…' }).click();
  await said.getByText(/^Written to /).waitFor();
});

journey('a pasted link becomes evidence; other words that are pasted do nothing', {}, async ({ page }) => {
  const { item, form, rows } = seen(page);
  const add = form(/^Add evidence to /);
  await item.getByRole('heading', { level: 2 }).waitFor();
  await rows.first().focus();
  await paste(page, 'just some words');
  await paste(page, ' https://example.org/report?year=2024 \n');
  await add.getByText('Read as a link.').waitFor();
  assert.equal(await add.getByLabel('Evidence').inputValue(), 'https://example.org/report?year=2024');
  await page.keyboard.press('Control+Enter');
  await item.getByRole('link', { name: 'https://example.org/report?year=2024' }).waitFor();
  await add.waitFor({ state: 'detached' });

  // A document symbol and a note are told apart as one types.
  await page.keyboard.press('e');
  await add.getByLabel('Evidence').fill('S/2024/123');
  await add.getByText('Read as a document symbol.').waitFor();
  await add.getByLabel('Evidence').fill('Said by the head of the planning unit');
  await add.getByText('Read as a note.').waitFor();
  await add.getByText('Contradicts').click();
  await page.keyboard.press('Control+Enter');
  await item.getByRole('heading', { level: 3, name: 'Evidence 2 pieces' }).waitFor();
  await eventually(async () => assert.match(await item.innerText(), /Contradicts\s+Said by the head of the planning unit/));
});
