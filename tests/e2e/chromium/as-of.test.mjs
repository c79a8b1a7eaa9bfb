// The same register as of another day: nothing was overdue in the middle of 2023, everything by one day on New Year's Day
// 2024, and the window never lets one take such a day for today.

import assert from 'node:assert/strict';

import { eventually, journey, seen, tabTo } from './desk.mjs';

/** Goes to a day in the calendar of the window that asks for it: whole years and months back by key, then a click. */
async function asOf(page, year, month, day) {
  await page.getByRole('button', { name: /^The window is as of / }).click();
  const window = page.getByRole('dialog', { name: 'As of which day?' });
  await window.waitFor();
  await tabTo(page, window.locator('[role=gridcell] [tabindex="0"]'));
  const today = new Date();
  const back = (today.getFullYear() - year) * 12 + today.getMonth() + 1 - month;
  for (let i = 0; i < Math.floor(back / 12); i += 1) await page.keyboard.press('Shift+PageUp');
  for (let i = 0; i < back % 12; i += 1) await page.keyboard.press('PageUp');
  const words = new Date(Date.UTC(year, month - 1)).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  await window.getByRole('heading', { name: words }).waitFor();
  await window.getByRole('button', { name: new RegExp(`\\b${day} ${words}`) }).click();
  await window.waitFor({ state: 'detached' });
}

journey('as of 1 June 2023 nothing is overdue, and it says that this is not today', {}, async ({ page, run, file }) => {
  await page.getByRole('heading', { level: 1, name: '49 commitments are overdue' }).waitFor();
  await asOf(page, 2023, 6, 1);
  await page.getByRole('heading', { level: 1, name: 'Nothing is overdue' }).waitFor();
  await page.getByText('Nothing was overdue on 1 June 2023').waitFor();
  await page.getByText('The next due date is 31 December 2023.').waitFor();
  const band = page.getByRole('status').filter({ hasText: 'You are looking at 1 June 2023, not at today.' });
  await band.waitFor();
  await page.getByRole('button', { name: /^The window is as of 1 June 2023/ }).waitFor();
  const told = JSON.parse(await run('-w', file, '--as-of', '2023-06-01', '--json', 'overdue'));
  assert.equal(told.total, 0);

  await band.getByRole('button', { name: 'Back to today' }).click();
  await page.getByRole('heading', { level: 1, name: '49 commitments are overdue' }).waitFor();
  assert.equal(await band.count(), 0);
});

journey('as of 1 January 2024 all 49 are overdue by one day; Shift+T goes back', {}, async ({ page, run, file }) => {
  const { rows, grid, item } = seen(page);
  await asOf(page, 2024, 1, 1);
  await page.getByText('You are looking at 1 January 2024, not at today.').waitFor();
  await page.getByRole('heading', { level: 1, name: '49 commitments are overdue' }).waitFor();
  await page.getByText('49 under a year').waitFor();
  await eventually(async () => {
    const days = await grid.getByText(/^[\d,]+ days?$/).allInnerTexts();
    assert.ok(days.length >= 5);
    assert.deepEqual([...new Set(days)], ['1 day']);
  });
  await rows.first().click();
  await item.getByText('1 day overdue').waitFor();
  const told = JSON.parse(await run('-w', file, '--as-of', '2024-01-01', '--json', 'overdue', '--limit', '100'));
  assert.deepEqual([told.total, ...new Set(told.items.map((one) => one.days_overdue))], [49, 1]);

  await page.keyboard.press('Shift+T');
  await page.getByText('not at today').waitFor({ state: 'detached' });
  await eventually(async () => assert.doesNotMatch(await rows.first().innerText(), /\b1 day\b/));
});
