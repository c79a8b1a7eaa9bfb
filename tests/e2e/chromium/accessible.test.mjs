// Every screen as axe sees it, in light, dark and Arabic; at 200 % zoom nothing has to be scrolled sideways; with forced
// colours and without motion the main job still works.

import assert from 'node:assert/strict';

import { faults } from './axe.mjs';
import { eventually, journey, seen } from './desk.mjs';

/**
 * Walks over the screens and tells the name of each when it is there. Only keys and roles: it runs in any language.
 * `full` (FOLLOWTHROUGH_AXE_FULL, some minutes): every plain form and every line at the side too.
 */
async function walk(page, call, tell, full) {
  const { rows, item } = seen(page);
  const { keyboard } = page;
  const form = page.getByRole('form');
  const dialog = page.getByRole('dialog');
  const open = async (name, key, at = form) => {
    await keyboard.press(key);
    await at.first().waitFor();
    await tell(name);
    await keyboard.press('Escape');
    await at.first().waitFor({ state: 'detached' });
  };
  /** Opens an item by the palette, as its reference is the same in every language. */
  const goTo = async (ref, words = ref) => {
    await keyboard.press('Control+k');
    await dialog.getByRole('combobox').fill(words);
    const hit = dialog.getByRole('option').filter({ has: page.getByText(ref, { exact: true }) }).first();
    await hit.click();
    await dialog.waitFor({ state: 'detached' });
    await eventually(async () => assert.ok((await page.locator('section.item:not(.stale) h2').count()) === 1));
  };

  /** Each plain form that is offered for the open item. */
  const plainForms = async (item) => {
    if (!full) return;
    const listed = '[data-key^="act form "]';
    await keyboard.press('Control+k');
    await dialog.locator(listed).first().waitFor();
    const keys = await dialog.locator(listed).evaluateAll((all) => all.map((one) => one.getAttribute('data-key')));
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    for (const key of keys.filter((key) => !plainSeen.has(key))) {
      plainSeen.add(key);
      await keyboard.press('Control+k');
      await dialog.locator(`[data-key="${key}"]`).click();
      await form.first().waitFor();
      await tell(`${key} on ${item}`);
      await keyboard.press('Escape');
      await form.first().waitFor({ state: 'detached' });
    }
  };
  const plainSeen = new Set();

  await rows.first().waitFor();
  await page.locator('section.item h2').waitFor();
  await tell('overdue review and commitment');
  for (const [name, key] of [['update', 'u'], ['evidence', 'e'], ['verdict', 'v'], ['due', 'd'], ['lead', 'l'], ['partner', 'p'], ['edit of commitment', 'F2'], ['private', 'x']]) {
    await open(name, key);
  }
  await plainForms('commitment');
  await open('history', 'h', page.locator('.diary'));
  await open('palette', 'Control+k', dialog);
  await open('export', 'Control+e', dialog);
  await open('as of', 't', dialog);
  await open('new', 'n', dialog);
  await open('keys', '?', dialog);
  await open('recent', 'Control+Shift+O', dialog);
  for (const [letter, name] of [['s', 'source'], ['r', 'recommendation'], ['a', 'actor'], ['c', 'commitment']]) {
    await keyboard.press('n');
    await dialog.waitFor();
    await keyboard.press(letter);
    await form.waitFor();
    await tell(`new ${name}`);
    await keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  }
  const { answers } = await call('Show', { item: await rows.first().getAttribute('data-id') });
  await goTo(answers[0].ref, answers[0].ref.split(' ').at(-1));
  await tell('recommendation');
  await open('addressee', 'a');
  await open('edit of recommendation', 'F2');
  await plainForms('recommendation');
  await goTo('PC16');
  await tell('source');
  await plainForms('source');
  await open('edit of source', 'F2');
  await goTo('DMSPC');
  await tell('actor');
  await plainForms('actor');
  await open('edit of actor', 'F2');
  for (const [key, name] of [['3', 'empty queue'], ['6', 'no evidence']]) {
    await keyboard.press(key);
    await eventually(() => page.getByRole('navigation').locator('[aria-current=page]').count());
    await tell(name);
  }
  await keyboard.press('Shift+H');
  await page.locator('.diary [data-entry]').first().waitFor();
  await tell('diary');
  await keyboard.press('Shift+D');
  await page.locator('.compare-answer').waitFor();
  await tell('two days compared');
  // Every queue, report and list at the side, down to the bin.
  const side = page.getByRole('navigation').first().getByRole('listitem').getByRole('button');
  const lists = await page.getByRole('navigation').first().locator('ul').evaluateAll((all) => all.slice(0, 4).map((one) => one.children.length));
  const all = lists.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < all; i += full ? 1 : 4) {
    await side.nth(i).click();
    await eventually(async () => assert.equal(await side.nth(i).getAttribute('aria-current'), 'page'));
    await tell(`side line ${i}: ${await side.nth(i).innerText()}`);
  }
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menu').waitFor();
  await tell('settings');
  await keyboard.press('Escape');
}

const manners = {
  'in light': { context: { colorScheme: 'light' } },
  // Only the colours are others.
  'in dark': { context: { colorScheme: 'dark' }, rules: ['color-contrast'] },
  'in Arabic': { at: '?lang=ar' },
};
// FOLLOWTHROUGH_AXE_FULL takes the long walk: `1` in every manner, else only in those whose names hold it (`dark`).
const full = process.env.FOLLOWTHROUGH_AXE_FULL;
for (const [name, { rules, ...options }] of Object.entries(manners)) {
  if (full && full !== '1' && !name.includes(full)) continue;
  journey(`axe finds nothing on any screen ${name}`, options, async ({ page, call, run, file, write }) => {
    // Something in each place: evidence, an update, an item kept out, one in the bin.
    const { items } = await call('Overdue', { limit: 3, by_lead: true });
    const minutes = await write('minutes.txt', 'Minutes');
    await run('-w', file, 'log-update', items[0].commitment, '--text', 'تقرير: report A/75/123', '--status', 'under_implementation', '--file', minutes);
    await run('-w', file, 'add-evidence', items[0].commitment, '--link', 'https://example.org/a', '--stance', 'contradicts');
    await run('-w', file, 'set-due', items[0].commitment, '2023', '--reason', 'As agreed');
    await run('-w', file, 'set-private', items[0].commitment, '--reason', 'Under negotiation');
    await run('-w', file, 'delete', items[2].commitment);
    const found = [];
    await walk(page, call, async (screen) => {
      for (const fault of await faults(page, { rules })) found.push(`${screen}: ${fault}`);
    }, Boolean(full));
    assert.equal(await page.evaluate(() => document.documentElement.dir), options.at ? 'rtl' : 'ltr');
    assert.deepEqual([...new Set(found)], []);
  });
}

journey('axe finds nothing on the first screen', { workspace: null, refuses: ['Workspace'] }, async ({ page }) => {
  await page.getByRole('heading', { level: 1, name: 'Followthrough' }).waitFor();
  assert.deepEqual(await faults(page), []);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.deepEqual(await faults(page), []);
  await page.goto(`${page.url()}?lang=ar`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.deepEqual(await faults(page), []);
});

// 1280 by 800 at 200 %.
const zoomed = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };
for (const at of ['', '?lang=ar']) {
  journey(`at 200 % zoom nothing is scrolled sideways ${at}`, { context: zoomed, at }, async ({ page }) => {
    const { rows } = seen(page);
    const wide = [];
    const look = async (screen) => {
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth > clientWidth ? `${scrollWidth} > ${clientWidth}` : '';
      });
      if (beyond) wide.push(`${screen}: ${beyond}`);
    };
    await rows.first().waitFor();
    await look('list');
    await rows.first().focus();
    await page.keyboard.press('Enter');
    await page.locator('section.item h2').waitFor();
    await look('item');
    const form = page.getByRole('form');
    for (const key of ['u', 'd', 'v', 'e', 'F2']) {
      await page.keyboard.press(key);
      await form.waitFor();
      await look(key);
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });
    }
    for (const key of ['Control+k', 'Control+e', 't', 'n', '?']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await look(key);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    assert.deepEqual(wide, []);
  });
}

journey('with forced colours and without motion an update can be logged', { context: { forcedColors: 'active' } }, async ({ page }) => {
  const { rows, chosen, item, form } = seen(page);
  await rows.first().click();
  await item.getByRole('heading', { level: 2 }).waitFor();
  // What is chosen is told by more than a colour that is gone now.
  const drawn = await chosen.evaluate((row) => {
    const style = getComputedStyle(row);
    const other = getComputedStyle(row.nextElementSibling);
    const said = (one) => [one.backgroundColor, one.outlineStyle, one.outlineWidth, one.borderInlineStartWidth, one.boxShadow, one.forcedColorAdjust].join();
    return said(style) !== said(other);
  });
  assert.equal(drawn, true);
  await item.getByRole('button', { name: 'Log update' }).click();
  await form('Log an update').getByLabel('What happened').fill('Logged in high contrast.');
  await form('Log an update').getByRole('button', { name: 'Log update' }).click();
  await item.getByText('Logged in high contrast.').waitFor();
  const moving = await page.evaluate(() => document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 10).length);
  assert.equal(moving, 0);
});
