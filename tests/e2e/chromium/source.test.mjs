// The page of a source as a well-kept copy: its items in the document's order under its sections, each with its state in
// the margin; keys through the items, sections that fold, a choice of what is shown, and the same place on coming back.

import assert from 'node:assert/strict';

import { faults } from './axe.mjs';
import { command, eventually, hasFocus, journey, seen } from './desk.mjs';

/** Opens a source by the palette. */
async function open(page, ref) {
  await command(page, ref);
  await page.locator('section.item:not(.stale) .chapter').first().waitFor();
}

const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-id'));

journey('the items of a source stand in its own order and structure, each with its state', {}, async ({ page, call, run, file }) => {
  const undertaken = ['--deliverable', 'A study of the drivers', '--lead', 'DPO', '--due', '2024-06-30'];
  await run('-w', file, 'add-commitment', '--recommendation', 'CF20 1a', ...undertaken);
  await seen(page).rows.first().waitFor();
  await open(page, 'CF17');
  const { item } = seen(page);
  const outline = await call('Outline', { source: 'CF17' });
  assert.ok(outline.total > 200);
  const rows = item.locator('.entry-row');
  assert.deepEqual(await rows.evaluateAll((all) => all.map((one) => one.dataset.id)), outline.rows.map((row) => row.id));

  // Its sections are headings, in its order.
  const titles = outline.rows.flatMap((row, i) => (row.part || row.section === outline.rows[i - 1]?.section ? [] : [row.section]));
  const chapters = item.locator('.chapter').getByRole('heading', { level: 3 });
  assert.deepEqual(await chapters.locator('[dir=auto]').allInnerTexts(), titles);
  const numbers = item.getByRole('list', { name: 'In numbers' }).locator('strong');
  const { items, taken_up, implemented, overdue } = outline;
  assert.deepEqual(await numbers.allInnerTexts(), [items, taken_up, implemented, overdue].map(String));

  // The margin says what the item's page says.
  await open(page, 'CF20');
  const report = await call('Outline', { source: 'CF20' });
  const late = report.rows.find((row) => row.days_overdue !== null && row.leads.length === 1);
  const row = item.locator(`[data-id="${late.id}"]`);
  assert.equal(report.overdue, 1);
  const margin = await row.locator('.margin').innerText();
  assert.match(margin, new RegExp(`Overdue[^]*${late.leads[0]}[^]*${late.days_overdue.toLocaleString('en-GB')} days late`));
  const silent = report.rows.find((row) => row.state === 'not_taken_up');
  assert.match(await item.locator(`[data-id="${silent.id}"] .margin`).innerText(), /Not taken up[^]*Nobody/);

  // Only what was asked for, and the whole of a part that is shown.
  const shows = item.getByRole('group', { name: 'What is shown' }).getByRole('button');
  await shows.filter({ hasText: /^Not taken up/ }).click();
  const fits = report.rows.filter((row) => row.state === 'not_taken_up').map((row) => row.id);
  const shown = await rows.evaluateAll((all) => all.map((one) => one.dataset.id));
  assert.ok(fits.every((id) => shown.includes(id)) && shown.length < report.rows.length);
  assert.equal(await shows.filter({ hasText: /^Not taken up/ }).getAttribute('aria-pressed'), 'true');
});

journey('keys go through the items, and coming back is to the same place', {}, async ({ page, call }) => {
  await seen(page).rows.first().waitFor();
  await open(page, 'CF17');
  const { item } = seen(page);
  const { keyboard } = page;
  const outline = await call('Outline', { source: 'CF17' });
  const ids = outline.rows.map((row) => row.id);
  await item.focus();
  await keyboard.press('j');
  assert.equal(await focused(page), ids[0]);
  for (let i = 0; i < 40; i += 1) await keyboard.press('j');
  await keyboard.press('k');
  assert.equal(await focused(page), ids[39]);

  const row = item.locator(`[data-id="${ids[39]}"]`);
  const top = () => row.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await keyboard.press('Enter');
  await page.getByRole('region', { name: `Item ${outline.rows[39].recommendation}` }).waitFor();
  await keyboard.press('Escape');
  await eventually(async () => (await focused(page)) === ids[39], 'the focus on the same item');
  await eventually(async () => assert.ok(Math.abs((await top()) - before) < 3, `${await top()} is not ${before}`));

  // A section folds away, and its items with it; keys pass it by.
  const first = item.locator('.chapter .fold').first();
  await first.press('Enter');
  assert.equal(await first.getAttribute('aria-expanded'), 'false');
  assert.equal(await item.locator(`[data-id="${ids[0]}"]`).count(), 0);
  await first.press('Enter');

  // The contents lead to a section, and the focus goes there.
  await item.getByRole('button', { name: 'Go to a section' }).click();
  const last = page.getByRole('menuitem', { name: /Conclusion: Next Steps/ });
  await last.click();
  await eventually(() => hasFocus(item.locator('.chapter .fold').last()), 'the focus on the last section');
  await eventually(async () => (await item.locator('.chapter').last().evaluate((one) => one.getBoundingClientRect().top)) < 700);
});

for (const [name, options] of [
  ['light', {}],
  ['dark', { context: { colorScheme: 'dark' } }],
  ['Arabic', { at: '?lang=ar' }],
]) {
  journey(`axe finds nothing on a source's page: ${name}`, options, async ({ page }) => {
    await seen(page).rows.first().waitFor();
    await open(page, 'A4P+');
    assert.deepEqual(await faults(page), []);
  });
}
