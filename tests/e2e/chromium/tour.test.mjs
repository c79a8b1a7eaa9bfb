// The guided first workspace: from the first screen through each step of the practice tour, by keyboard, each step done by
// what it asks for; skip, back and leave; its place is kept; axe finds nothing; in Arabic it stands from right to left.

import assert from 'node:assert/strict';

import { faults } from './axe.mjs';
import { eventually, hasFocus, journey, seen } from './desk.mjs';

/** The strip has a row of its own: it covers neither list nor item. */
const coversNothing = (page) =>
  page.evaluate(() => {
    const strip = document.querySelector('.tour').getBoundingClientRect();
    return [...document.querySelectorAll('.bench > .list, .bench > .item, .bench > .run, .bench > .foot')].every((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom <= strip.top + 1 || top >= strip.bottom - 1;
    });
  });

const practise = async (page, name, overdue) => {
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { level: 1, name: overdue }).waitFor();
};

journey('the tour from its first step to its last, by keyboard', { workspace: null, refuses: ['Workspace'] }, async ({ page }) => {
  const { keyboard } = page;
  const { chosen, form, said, views } = seen(page);
  const tour = page.getByRole('region', { name: 'Practice tour' });
  const at = (step, title) => tour.getByText(`Step ${step} of 7`).and(page.locator('.tour-at')).waitFor().then(() => tour.getByText(title, { exact: true }).last().waitFor());
  await practise(page, /^Practise with the sample/, '49 commitments are overdue');
  await at(1, 'Choose a row');
  await said.getByText('The practice tour stands at the bottom of the window').waitFor();
  assert.ok(await coversNothing(page));
  assert.deepEqual(await faults(page), []);

  await chosen.waitFor();
  await page.getByRole('region', { name: /^Item / }).getByRole('heading', { level: 2 }).waitFor();
  await keyboard.press('j');
  await tour.getByText('Done: Choose a row').waitFor();
  await at(2, 'Log an update');

  await keyboard.press('u');
  await form('Log an update').getByLabel('What happened').fill('The deputy minister confirmed it by telephone.');
  await keyboard.press('Control+Enter');
  await at(3, 'Undo it');
  await form('Log an update').waitFor({ state: 'detached' });

  // The place is kept over a new beginning.
  await page.reload();
  await at(3, 'Undo it');
  await chosen.waitFor();
  await keyboard.press('Control+z');
  await at(4, 'Find something');

  const find = async (words) => {
    await keyboard.press('Control+k');
    await eventually(() => hasFocus(page.getByRole('combobox', { name: 'Search and commands' })));
    await keyboard.type(words);
  };
  await find('police');
  await page.getByRole('dialog').locator('mark').first().waitFor();
  await keyboard.press('Enter');
  await at(5, 'Review what is overdue');

  await keyboard.press('g');
  await page.getByRole('heading', { level: 1, name: '49 commitments are overdue' }).waitFor();
  await seen(page).rows.first().waitFor();
  await keyboard.press('r');
  await page.locator('.run').waitFor();
  assert.ok(await coversNothing(page));
  assert.deepEqual(await faults(page), []);
  await keyboard.press('Escape');
  await at(6, 'Write to an actor');

  // F6 goes to the strip too; "Take me there" to the list of actors.
  const there = tour.getByRole('button', { name: 'Take me there' });
  for (let i = 0; i < 5 && !(await hasFocus(there)); i += 1) await keyboard.press('F6');
  assert.ok(await hasFocus(there));
  await keyboard.press('Enter');
  await page.locator('.grid').locator('[role=row][data-id]').first().click();
  await page.getByRole('region', { name: /^Item / }).getByRole('button', { name: /letter/i }).waitFor();
  await keyboard.press('Shift+L');
  await page.getByRole('dialog').waitFor();
  await keyboard.press('Escape');
  await at(7, 'Write the summary');

  // Back and skip, then for good.
  await tour.getByRole('button', { name: 'Back' }).click();
  await at(6, 'Write to an actor');
  await tour.getByRole('button', { name: 'Skip' }).click();
  await at(7, 'Write the summary');
  await keyboard.press('Control+e');
  const summary = page.getByRole('dialog');
  await summary.getByRole('radio').first().waitFor();
  await keyboard.press('Control+Enter');
  await summary.getByRole('button', { name: 'Close' }).last().click();
  await tour.getByText('That was the tour').waitFor();
  assert.deepEqual(await faults(page), []);

  await tour.getByRole('button', { name: 'Leave the tour' }).click();
  await tour.waitFor({ state: 'detached' });
  await eventually(() => page.evaluate(() => document.querySelector('main.list').contains(document.activeElement)));
  assert.ok(await views.isVisible());
  // The palette brings it back; fresh data are another file.
  await find('Practise');
  await page.getByRole('option', { name: /^Practise: the tour/ }).click();
  await at(1, 'Choose a row');
});

journey('the tour in Arabic, and in a narrow window', { workspace: null, refuses: ['Workspace'], at: '?lang=ar' }, async ({ page }) => {
  await page.getByRole('button', { name: /العينة|التدرب|تدرب/ }).first().click();
  const tour = page.locator('section.tour');
  await tour.getByText('الخطوة').waitFor();
  assert.ok(await coversNothing(page));
  assert.deepEqual(await faults(page), []);
  const order = await tour.evaluate((strip) => {
    const [words, acts] = ['.tour-words', '.tour-acts'].map((one) => strip.querySelector(one).getBoundingClientRect().right);
    return words > acts;
  });
  assert.ok(order, 'the words stand at the right');
  for (const viewport of [{ width: 700, height: 800 }, { width: 320, height: 256 }]) {
    await page.setViewportSize(viewport);
    await eventually(() => page.evaluate(() => document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth));
    assert.deepEqual(await faults(page), []);
  }
});

journey('F1 explains the term on which the focus is: a field, the head of a column, the day that is shown', {}, async ({ page }) => {
  const { item, form } = seen(page);
  const manual = page.getByRole('dialog', { name: 'Manual' });
  const explains = async (words) => {
    await page.keyboard.press('F1');
    await manual.locator('.manual-term').getByText(words).waitFor();
    assert.deepEqual(await faults(page), []);
    await page.keyboard.press('Escape');
    await manual.waitFor({ state: 'detached' });
  };
  await item.getByRole('heading', { level: 2 }).waitFor();
  await page.keyboard.press('d');
  const due = form('Change the due date').getByLabel('Due, in the words that were said');
  await eventually(() => hasFocus(due));
  await explains('The day by which it should be done');
  await eventually(() => hasFocus(due), 'the focus where it was');
  await page.keyboard.press('Escape');
  const head = page.getByRole('columnheader', { name: 'Status' });
  assert.match(await head.getAttribute('title'), /^Where a commitment stands/);
  await head.focus();
  await explains('Where a commitment stands');
  // What is marked in a row, in a cell, and on the page of the item; the pointer is told the same.
  const row = page.locator('.grid [role=row][data-id]').first();
  const status = row.locator('[data-column=status]');
  assert.match(await status.locator('.mark').getAttribute('title'), /^No work on it has been reported yet/);
  await row.focus();
  await explains('No work on it has been reported yet.');
  await eventually(() => hasFocus(row), 'the focus in the row');
  await page.keyboard.press('F1');
  await manual.locator('.manual-term').getByText('Open, and past the last day').waitFor();
  await page.keyboard.press('Escape');
  for (let i = 0; i < 12 && !(await hasFocus(status)); i += 1) await page.keyboard.press('ArrowRight');
  await explains('Where a commitment stands');
  await eventually(() => hasFocus(status), 'the focus in the cell');
  await item.focus();
  await explains('Your office worded this commitment from the recommendation');
  await page.locator('[data-term=as-of]').focus();
  await explains('Everything is shown as it was on that day');
  // Where the focus is on no term, the manual alone is there.
  await page.getByRole('button', { name: /^Export summary/ }).focus();
  await page.keyboard.press('F1');
  await manual.getByRole('heading', { name: 'The first ten minutes' }).waitFor();
  assert.equal(await manual.locator('.manual-term').count(), 0);
});
