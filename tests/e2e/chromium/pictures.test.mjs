// Pictures: every mark shows the number of the list that it opens; each has a table form and a text; each can be gone
// through by keyboard.

import assert from 'node:assert/strict';

import { eventually, journey, seen, tabTo } from './desk.mjs';
import { life, marks, NAMES, open } from './pictures.mjs';

const labels = (page) => marks(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label').replaceAll(/\p{Cf}/gu, '')));
const numberOf = (label) => Number(label.match(/([\d,]+)$/)[1].replaceAll(',', ''));

journey('each mark shows the number of the list that it opens', { timeout: 100_000 }, async (desk) => {
  const { page, ask } = desk;
  await life(desk);
  await page.reload();
  const { grid, headline } = seen(page);
  let opened = 0;
  for (const name of NAMES.slice(0, 5)) {
    await open(page, name);
    const told = await labels(page);
    assert.ok(told.length >= 4, `${name}: ${told}`);
    for (const at of new Set([0, Math.floor(told.length / 2), told.length - 1])) {
      await open(page, name);
      await marks(page).nth(at).focus();
      await page.keyboard.press('Enter');
      await grid.or(page.getByText('Nothing here is admitted')).first().waitFor();
      if (numberOf(told[at]) === 0) {
        assert.equal(await grid.locator('[data-id]').count(), 0, told[at]);
      } else {
        await eventually(async () => assert.equal(await grid.getAttribute('aria-rowcount'), `${numberOf(told[at]) + 1}`, told[at]));
      }
      if (name === 'Over time' && at < told.length - 1) await page.getByText(/You are looking at/).waitFor();
      opened += 1;
      if (await page.getByText(/You are looking at/).count()) await page.keyboard.press('Shift+T');
    }
  }
  assert.equal(opened, 15);
  // The parts add up to the lists of the command line.
  await open(page, 'Status by lead');
  const overdue = (await labels(page)).filter((label) => label.includes(', Overdue:')).map(numberOf);
  assert.equal(overdue.reduce((sum, n) => sum + n, 0), (await ask('overdue', '--limit', '1')).total);
  await open(page, 'Dues and slips');
  await page.getByRole('button', { name: /^Draw \d+$/ }).click();
  await eventually(async () => (await labels(page)).length > 40);
  const line = (await labels(page)).find((label) => label.includes('put off once'));
  const item = line.split(' ')[0];
  await page.locator(`.drawn [aria-label*="${item}"]`).press('Enter');
  await seen(page).item.getByText(item).first().waitFor();
  assert.match(await headline.innerText(), /were put off/);
});

journey('by keyboard: to the picture, from mark to mark, to the list, with a filter', { refuses: ['StatusBy'] }, async (desk) => {
  const { page } = desk;
  await life(desk);
  await page.reload();
  const { headline, grid } = seen(page);
  await grid.waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('Status by lead');
  await page.getByRole('option', { name: /Status by lead/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await marks(page).first().waitFor();
  assert.match(await headline.innerText(), /owes most: \d+ of \d+ overdue/);
  await tabTo(page, page.locator('.drawn [data-spot][tabindex="0"]'));
  const first = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await page.keyboard.press('ArrowDown');
  const below = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  const beside = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.equal(new Set([first, below, beside]).size, 3);
  assert.match(beside, /Open, not overdue|Waiting|Implemented|Closed|Suspended/);
  assert.equal(await page.locator('.drawn [tabindex="0"]').count(), 1, 'one stop for Tab');
  await page.keyboard.press('Home');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), first);
  // To its list and back: to the picture, to the same mark.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await grid.waitFor();
  await page.keyboard.press('Escape');
  await marks(page).first().waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), below));
  // Narrowed as a list is.
  const filter = page.getByRole('search').getByRole('textbox');
  await filter.fill('lead:DPO');
  await filter.press('Enter');
  await eventually(async () => assert.ok((await labels(page)).every((label) => label.startsWith('Department of Peace Operations'))));
  await filter.fill('lead:Nobody');
  await filter.press('Enter');
  await page.getByRole('alert').getByText(/Nobody/).first().waitFor();
  await filter.press('Escape');
  await filter.fill('queue:mine');
  await filter.press('Enter');
  await page.getByText('There is nothing to draw').waitFor();
});

journey('as a table, and told in words', {}, async (desk) => {
  const { page } = desk;
  await life(desk);
  await page.reload();
  for (const name of NAMES) {
    await open(page, name);
    const told = await labels(page);
    const figure = page.getByRole('figure');
    const ids = await figure.getAttribute('aria-describedby');
    const summary = await page.evaluate((id) => document.getElementById(id).textContent, ids);
    assert.match(summary, /\d/, `${name}: ${summary}`);
    await page.getByRole('button', { name: 'As a table' }).click();
    const table = figure.getByRole('table');
    await table.waitFor();
    const links = await table.getByRole('link').allInnerTexts();
    assert.ok(links.length >= told.length, `${name}: every mark stands in the table`);
    if (name === 'Status by lead') {
      const n = links[0];
      await table.getByRole('link').first().press('Enter');
      await eventually(async () => assert.equal(await seen(page).grid.getAttribute('aria-rowcount'), `${Number(n) + 1}`));
      await page.keyboard.press('Shift+P');
      await table.waitFor();
    }
    await page.getByRole('button', { name: 'As a table' }).click();
    await marks(page).first().waitFor();
  }
  await page.setViewportSize({ width: 540, height: 800 });
  await page.getByText('There is no room here for a picture').waitFor();
  await page.getByRole('figure').getByRole('table').waitFor();
});

journey('the library that draws comes with the first picture', {}, async ({ page }) => {
  const sizes = [];
  page.on('response', async (response) => {
    if (!response.url().endsWith('.js')) return;
    // Of what was on its way to the page before its reload, nothing can be read.
    const body = await response.body().catch(() => null);
    if (body) sizes.push(body.length);
  });
  await page.reload();
  await seen(page).rows.first().waitFor();
  await page.waitForLoadState('networkidle');
  const before = sizes.length;
  await page.keyboard.press('Shift+P');
  await marks(page).first().waitFor();
  await eventually(() => sizes.slice(before).some((size) => size > 250_000));
});
