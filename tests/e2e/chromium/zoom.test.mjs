// At 400 % zoom (320 pixels wide) there is one column that is scrolled one way only (WCAG 1.4.10), and what has the focus
// is in sight (2.4.11).

import assert from 'node:assert/strict';

import { faults } from './axe.mjs';
import { eventually, hasFocus, journey, seen, tabTo } from './desk.mjs';
import { walk } from './walk.mjs';

/** What has to be scrolled sideways or lies beyond the window. Tables of figures, as the grid, may be wider (1.4.10). */
const sideways = () => {
  const found = [];
  const own = '.grid, .table-frame, .drawn, .unseen, [aria-hidden=true], svg';
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide of ${clientWidth}`);
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest(own)) continue;
    const style = getComputedStyle(one);
    const { left, right, width, height } = one.getBoundingClientRect();
    if (width <= 1 || height <= 1 || style.visibility === 'hidden') continue;
    const name = `${one.tagName}.${one.className} ${one.innerText?.slice(0, 30)}`;
    if (/auto|scroll/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1) found.push(`scrolled sideways: ${name}`);
    else if (right > innerWidth + 1 || left < -1) found.push(`beyond the window: ${name} ${Math.round(left)} to ${Math.round(right)}`);
  }
  return [...new Set(found)];
};

// 1280 by 1024 at 400 %.
const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
for (const at of ['', '?lang=ar']) {
  journey(`at 400 % zoom there is one column, scrolled one way ${at}`, { context: zoomed, at, refuses: ['ReadDue?'] }, async ({ page }) => {
    const found = [];
    await walk(page, async (screen) => {
      for (const one of await page.evaluate(sideways)) found.push(`${screen}: ${one}`);
    });
    assert.deepEqual(found, []);
  });
}

journey('at 400 % zoom what has the focus is in sight', { context: zoomed }, async ({ page }) => {
  const { rows } = seen(page);
  await rows.first().focus();
  await page.keyboard.press('Enter');
  await page.locator('section.item h2').waitFor();
  await page.keyboard.press('u');
  await page.getByRole('form').waitFor();
  for (let i = 0; i < 12; i += 1) {
    await eventually(() =>
      page.evaluate(() => {
        const at = document.activeElement;
        const { left, top, width, height } = at.getBoundingClientRect();
        const seen = document.elementFromPoint(left + Math.min(width / 2, 20), top + Math.min(height / 2, 12));
        if (!seen || !(at.contains(seen) || seen.contains(at))) throw new Error(`hidden: ${at.outerHTML.slice(0, 120)}`);
        return true;
      }),
    );
    await page.keyboard.press('Tab');
  }
});

/** Whether what has the focus can be seen, all of it but for what is longer than the window. */
const inSight = () => {
  const at = document.activeElement;
  const { left, top, bottom, width, height } = at.getBoundingClientRect();
  if (bottom > innerHeight + 1 || top < -1) throw new Error(`${top} to ${bottom} of ${innerHeight}: ${at.outerHTML.slice(0, 120)}`);
  const seen = document.elementFromPoint(Math.max(left, 0) + Math.min(width / 2, 20), top + height / 2);
  if (!seen || !(at.contains(seen) || seen.contains(at))) throw new Error(`hidden: ${at.outerHTML.slice(0, 120)}`);
  return true;
};

// 400 %, and 1280 by 800 and 1366 by 768 at 200 %.
for (const viewport of [zoomed.viewport, { width: 640, height: 400 }, { width: 1000, height: 384 }]) {
  journey(`in a low window rows are in sight, and what the foot says (${viewport.width} by ${viewport.height})`, { context: { viewport } }, async ({ page }) => {
    const { rows, form, said } = seen(page);
    const { keyboard } = page;
    await rows.first().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'PageDown', 'ArrowDown', 'Home', 'ArrowRight', 'End', 'Escape']) {
      await keyboard.press(key);
      await eventually(() => page.evaluate(inSight), `the focus in sight after ${key}`);
    }
    const whole = () => rows.evaluateAll((all) => all.filter((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }).length);
    assert.ok((await whole()) >= 2, `${await whole()} rows`);

    // What is done is told in sight, wherever the page stands.
    await keyboard.press('u');
    await form('Log an update').getByLabel('What happened').fill('They wrote.');
    await keyboard.press('Control+Enter');
    await form('Log an update').waitFor({ state: 'detached' });
    await eventually(() => said.evaluate((one) => {
      const { top, bottom, height } = one.getBoundingClientRect();
      return one.innerText !== '' && height > 10 && top >= 0 && bottom <= innerHeight && Number(getComputedStyle(one).opacity) > 0;
    }), 'what was said to be in sight');
  });
}

journey('in a narrow window the text of the manual is seen at once, its chapters are one press away', { context: zoomed }, async ({ page }) => {
  const { rows } = seen(page);
  const { keyboard } = page;
  await rows.first().waitFor();
  // Where nothing is explained above it.
  await page.getByRole('button', { name: 'Undo' }).first().evaluate((one) => one.closest('header')?.querySelector('button')?.focus());
  await keyboard.press('F1');
  const manual = page.getByRole('dialog', { name: 'Manual' });
  const title = manual.getByRole('heading', { level: 1 });
  await title.waitFor();
  assert.ok(await title.evaluate((one) => one.getBoundingClientRect().bottom < innerHeight), 'its title is in sight');
  const chapters = manual.locator('summary').filter({ hasText: /^Chapters$/ });
  const chapter = manual.getByRole('navigation', { name: 'Chapters' }).getByRole('button', { name: 'What counts as done' });
  assert.equal(await chapter.count(), 0);
  assert.deepEqual(await faults(page), []);
  await tabTo(page, chapters);
  await keyboard.press('Enter');
  await chapter.waitFor();
  assert.deepEqual(await faults(page), []);
  await chapter.focus();
  await keyboard.press('Enter');
  const head = manual.getByRole('heading', { level: 2, name: 'What counts as done' });
  await eventually(() => hasFocus(head), 'the focus at the chapter');
  assert.ok(await head.evaluate((one) => one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().bottom <= innerHeight), 'the chapter is in sight');
  assert.equal(await chapter.count(), 0);
  // As wide as a page again, they stand beside it.
  await page.setViewportSize({ width: 1280, height: 800 });
  await chapter.waitFor();
  assert.deepEqual(await faults(page), []);
});
