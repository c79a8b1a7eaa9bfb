// Pictures and their tables as axe sees them, in light, dark and Arabic; from the right to the left where that is how one reads.

import assert from 'node:assert/strict';

import { faults } from './axe.mjs';
import { eventually, hasFocus, journey, seen } from './desk.mjs';
import { life, marks, NAMES } from './pictures.mjs';

for (const [what, options] of [
  ['light', {}],
  ['dark', { context: { colorScheme: 'dark' } }],
  ['Arabic', { at: '?lang=ar' }],
]) {
  journey(`axe finds nothing in the pictures: ${what}`, { timeout: 100_000, ...options }, async (desk) => {
    const { page } = desk;
    await life(desk);
    await page.reload();
    await seen(page).rows.first().waitFor();
    await page.keyboard.press('Shift+P');
    for (const [i] of NAMES.entries()) {
      const tab = page.locator('.picture-names button').nth(i);
      await tab.click();
      await eventually(async () => (await tab.getAttribute('aria-current')) === 'page');
      await marks(page).first().waitFor();
      assert.ok(await hasFocus(tab), 'the focus stays');
      const toggle = page.locator('.tools button[aria-pressed]');
      for (const table of [false, true]) {
        if (table) await toggle.click();
        if (table) await page.getByRole('figure').getByRole('table').waitFor();
        assert.deepEqual(await faults(page), [], `${NAMES[i]}, ${table ? 'table' : 'picture'}`);
      }
      await toggle.click();
    }
    if (what !== 'Arabic') return;
    // Read from the right: bars begin at the right edge, and the arrow to the left goes on.
    await page.locator('.picture-names button').first().click();
    const boxes = await marks(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    assert.ok(boxes[0] >= Math.max(...boxes) - 1);
    await marks(page).first().focus();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('data-spot')), '1');
  });
}
