// Where one left is where one goes on: place, selection, filter and scroll, within the window and after a restart.

import assert from 'node:assert/strict';
import { eventually, journey } from './desk.mjs';

const chosen = (page) => page.locator('[role=row][aria-selected=true]');
const top = (page) => page.locator('.grid-scroll').evaluate((scroller) => Math.round(scroller.scrollTop));

journey('a list that is come back to stands as it was left', {}, async (desk) => {
  const { page } = desk;
  await chosen(page).waitFor();
  for (let n = 0; n < 30; n++) await page.keyboard.press('ArrowDown');
  await eventually(async () => assert.ok((await top(page)) > 100));
  const [row, scrolled] = [await chosen(page).getAttribute('data-id'), await top(page)];

  await page.keyboard.press('6');
  await page.getByRole('grid', { name: 'No evidence' }).waitFor();
  await page.keyboard.press('1');
  await page.getByRole('treegrid', { name: 'Overdue' }).waitFor();
  await eventually(async () => assert.equal(await chosen(page).getAttribute('data-id'), row));
  await eventually(async () => assert.ok(Math.abs((await top(page)) - scrolled) < 60, `${await top(page)} is not ${scrolled}`));
  await eventually(async () =>
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-id')), row));
});

journey('after a restart the window shows what it showed', {}, async (desk) => {
  const { page } = desk;
  await chosen(page).waitFor();
  await page.keyboard.press('6');
  await page.getByRole('grid', { name: 'No evidence' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const row = await chosen(page).getAttribute('data-id');
  await page.reload();
  await page.getByRole('grid', { name: 'No evidence' }).waitFor();
  await eventually(async () => assert.equal(await chosen(page).getAttribute('data-id'), row));
});

/** Goes to a list of commitments in a window of that width. */
async function listAt(page, width) {
  await page.setViewportSize({ width, height: 700 });
  await chosen(page).waitFor();
  await page.keyboard.press('6');
  await page.locator('.grid[aria-label="No evidence"]').waitFor();
}

/** Whether the chosen row stands wholly among the rows in sight. */
const inSight = (page) =>
  chosen(page).evaluate((row) => {
    const [{ top, bottom }, room] = [row.getBoundingClientRect(), row.closest('.grid-scroll').getBoundingClientRect()];
    return top >= room.top - 1 && bottom <= room.bottom + 1;
  });

journey('in a wide window, whose rows have one line, a list stands after a restart as it was left', {}, async (desk) => {
  const { page } = desk;
  await listAt(page, 1920);
  await page.locator('.grid[aria-label="No evidence"]:not(.narrow)').waitFor();
  for (let n = 0; n < 40; n++) await page.keyboard.press('ArrowDown');
  await eventually(async () => assert.ok((await top(page)) > 100));
  const [row, scrolled] = [await chosen(page).getAttribute('data-id'), await top(page)];
  // What is not kept yet is kept as the page goes.
  await page.reload();
  await eventually(async () => assert.equal(await chosen(page).getAttribute('data-id'), row));
  await eventually(async () => assert.equal(await inSight(page), true));
  assert.ok(Math.abs((await top(page)) - scrolled) < 40, `${await top(page)} is not ${scrolled}`);
});

journey('a list behind the item of a narrow window goes on with the item', {}, async (desk) => {
  const { page } = desk;
  await listAt(page, 800);
  await page.keyboard.press('Enter');
  await page.locator('.grid').waitFor({ state: 'hidden' });
  for (let n = 0; n < 30; n++) await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await page.locator('.grid').waitFor();
  await eventually(async () => assert.equal(await inSight(page), true));
  const drawn = () =>
    page.locator('.grid-scroll').evaluate((room) => {
      const { left, width, bottom } = room.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, bottom - 5)?.closest('[data-index]') !== null;
    });
  await eventually(async () => assert.equal(await drawn(), true));
});

journey('the chosen row is not covered by the head of its group after a restart', {}, async (desk) => {
  const { page } = desk;
  const middle = () =>
    chosen(page).evaluate((row) => {
      const { x, y, width, height } = row.getBoundingClientRect();
      return row.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
  await chosen(page).waitFor();
  assert.equal(await middle(), true);
  await page.reload();
  await chosen(page).waitFor();
  await eventually(async () => assert.equal(await middle(), true));
  assert.equal(await top(page), 0);
});
