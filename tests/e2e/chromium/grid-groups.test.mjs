// Grouped lists fold: by key and by click, one group and all, as they were left; no chosen row stands under the head of its
// group; and the selected rows' acts are come to by key.

import assert from 'node:assert/strict';

import { faults } from './axe.mjs';
import { eventually, hasFocus, journey, seen } from './desk.mjs';

for (const [name, at] of [['English', ''], ['Arabic', '?lang=ar']]) {
  journey(`folds groups by key and click, and keeps them so: ${name}`, { at }, async ({ page, call }) => {
    const { keyboard } = page;
    const { rows, grid } = seen(page);
    const [back, on] = at ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
    const { total, groups } = await call('Overdue', { by_lead: true, limit: 1 });
    const heads = grid.locator('[role=row][aria-expanded]');
    const head = (n) => grid.locator(`.grid-all [data-group="${n}"]`);
    const count = async () => Number(await grid.getAttribute('aria-rowcount')) - 1;
    const is = (what, expected) => eventually(async () => assert.equal(await what(), expected));
    await rows.first().click();
    assert.equal(await grid.getAttribute('role'), 'treegrid');
    await is(count, total + groups.length);

    // From a row to its head, which folds and unfolds.
    await keyboard.press(back);
    await eventually(() => hasFocus(head(0)), 'the head of the first group');
    await keyboard.press(back);
    await is(() => head(0).getAttribute('aria-expanded'), 'false');
    await is(count, total + groups.length - groups[0].count);
    assert.ok(await hasFocus(head(0)));
    assert.deepEqual(await faults(page), []);
    await keyboard.press('ArrowDown');
    await eventually(() => hasFocus(head(1)), 'the next head');
    await keyboard.press('ArrowDown');
    const first = grid.locator(`[data-index="${groups[1].start}"]`);
    await eventually(() => hasFocus(first), 'the first row of the second group');
    assert.equal(await first.getAttribute('aria-level'), '2');
    assert.equal(await first.getAttribute('aria-posinset'), '1');
    assert.equal(await first.getAttribute('aria-setsize'), String(groups[1].count));

    // All of them; nothing beyond the first page is asked for then.
    await keyboard.press('Shift+F');
    await is(count, groups.length);
    await eventually(() => hasFocus(head(1)), 'the head of the row that had the focus');
    await is(() => rows.count(), 0);
    assert.equal(await heads.count(), groups.length);
    assert.deepEqual(await faults(page), []);
    await page.reload();
    await heads.first().waitFor();
    await is(count, groups.length);

    // A click unfolds; forward from an unfolded head is its first row; and all of them by key again.
    await head(0).click();
    await is(() => head(0).getAttribute('aria-expanded'), 'true');
    await keyboard.press(on);
    await eventually(() => hasFocus(rows.first()), 'the first row');
    await keyboard.press('Shift+U');
    await is(count, total + groups.length);

    // Kept with the place, for the way by which it is grouped.
    await head(0).click();
    await is(() => head(0).getAttribute('aria-expanded'), 'false');
    await keyboard.press('6');
    await eventually(async () => assert.equal(await grid.getAttribute('role'), 'grid'));
    await keyboard.press('1');
    await is(() => head(0).getAttribute('aria-expanded'), 'false');
  });
}

journey('a chosen row never stands under the head of its group', { context: { viewport: { width: 1280, height: 500 } } }, async ({ page }) => {
  const { keyboard } = page;
  const { rows } = seen(page);
  await rows.first().click();
  const under = () => page.evaluate(() => {
    const at = document.activeElement?.closest('[role=row]')?.getBoundingClientRect();
    const stuck = document.querySelector('.grid-stuck .grid-group')?.getBoundingClientRect();
    const frame = document.querySelector('.grid-scroll').getBoundingClientRect();
    return { hidden: !at || at.top < (stuck?.bottom ?? frame.top) - 1 || at.bottom > frame.bottom + 1, stuck: Boolean(stuck) };
  });
  const clear = async (what) => {
    let last;
    await eventually(async () => assert.equal((last = await under()).hidden, false), `${what} in sight`);
    return last.stuck;
  };
  await keyboard.press('End');
  await clear('the last row');
  let stuck = 0;
  for (let i = 0; i < 30; i += 1) {
    await keyboard.press('ArrowUp');
    stuck += Number(await clear(`row ${i} from below`));
  }
  assert.ok(stuck > 5, 'with a head above them');
  await keyboard.press('PageUp');
  await clear('a page up');
  // Clicked where it is half hidden.
  await page.locator('.grid-scroll').evaluate((scroller) => scroller.scrollTo(0, 34 + 25));
  await page.locator('.grid-stuck .grid-group').waitFor();
  const { x, y, height } = await page.locator('.grid-stuck .grid-group').boundingBox();
  await page.mouse.click(x + 200, y + height + 4);
  await eventually(() => page.evaluate(() => document.activeElement?.matches('[role=row][aria-selected=true]')));
  await clear('the clicked row');
});

journey('by key to what can be done with the selected rows, and back', {}, async ({ page }) => {
  const { keyboard } = page;
  const { rows, said } = seen(page);
  await rows.first().click();
  await keyboard.press('Shift+S');
  await said.getByText(/No rows are selected/).waitFor();
  await keyboard.press('Shift+ArrowDown');
  await page.locator('.selection').getByText('2 selected').waitFor();
  await keyboard.press('Shift+S');
  await eventually(() => hasFocus(page.locator('.selection button').first()), 'the first act');
  await keyboard.press('Escape');
  await eventually(() => hasFocus(rows.nth(1)), 'the row again');
  await page.locator('.selection').getByText('2 selected').waitFor();
  await keyboard.press('Shift+S');
  for (let i = 0; i < 3; i += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await eventually(async () => assert.equal(await page.getByRole('row', { selected: true }).count(), 1));
  await eventually(() => hasFocus(rows.nth(1)), 'the row, after nothing is selected any more');
  await keyboard.press('?');
  await page.getByRole('dialog').getByText('To what can be done with the selected rows').waitFor();
  await keyboard.press('Escape');

  // What a screen reader is told of keys reaches the page.
  const keys = (locator) => locator.getAttribute('aria-keyshortcuts');
  assert.equal(await keys(seen(page).view('Overdue')), '1');
  const bar = page.getByRole('banner');
  assert.equal(await keys(bar.locator('.search')), 'Control+K');
  assert.equal(await keys(bar.getByRole('button', { name: 'New', exact: true })), 'N');
  assert.equal(await keys(bar.getByRole('button', { name: /^Export/ })), 'Control+E');
});
