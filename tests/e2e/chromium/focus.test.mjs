// After a form or a window was opened and left the focus stands somewhere from where the keys go on, and Escape leads back
// one step. What is done and gone to otherwise is not looked at here.

import assert from 'node:assert/strict';

import { eventually, journey, seen } from './desk.mjs';

/** The acts by key and by their line in the palette, each followed by a look at the focus. */
function acts(page) {
  const { keyboard } = page;
  const form = page.getByRole('form');
  const dialog = page.getByRole('dialog');
  const kept = async (name) => {
    // What is drawn after the act is there; what is lost by then is found again within a moment.
    await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));
    await eventually(() => page.evaluate(() => {
      const at = document.activeElement;
      return at !== null && at !== document.body && at.isConnected;
    }), `the focus after ${name}`, 4000);
  };
  const act = async (id, key, at) => {
    await keyboard.press(key);
    if (!at) return kept(id);
    await at.first().waitFor();
    await kept(id);
    await keyboard.press('Escape');
    await at.first().waitFor({ state: 'detached' });
    await kept(`Escape from ${id}`);
  };
  const byName = async (id, at) => {
    await keyboard.press('Control+k');
    await dialog.locator(`[data-key="act ${id}"]`).click();
    if (!at) {
      await dialog.waitFor({ state: 'detached' });
      return kept(id);
    }
    await at.first().waitFor();
    await kept(id);
    await keyboard.press('Escape');
    await at.first().waitFor({ state: 'detached' });
    await kept(`Escape from ${id}`);
  };
  return { form, dialog, kept, act, byName };
}

journey('the focus is never lost by forms and windows', { refuses: ['ReadDue?'] }, async ({ page }) => {
  const { rows, item } = seen(page);
  const { form, dialog, act, byName } = acts(page);
  await rows.first().waitFor();
  await item.getByRole('heading', { level: 2 }).waitFor();
  for (const [id, key] of [['log-update', 'u'], ['add-evidence', 'e'], ['verify', 'v'], ['change-due', 'd'], ['ask-again', 'm'], ['escalate', 'c'], ['return', 'b'], ['set-lead', 'l'], ['edit', 'F2'], ['private', 'x']]) await act(id, key, form);
  await act('history', 'h', page.locator('.item .diary'));
  for (const [id, key] of [['palette', 'Control+k'], ['add', 'n'], ['export', 'Control+e'], ['open-recent', 'Control+Shift+O'], ['as-of', 't'], ['columns', 'Shift+C'], ['manual', 'F1'], ['keys', '?']]) await act(id, key, dialog);
  for (const id of ['check', 'about', 'paste-rows']) await byName(id, dialog);
  for (const id of ['new-commitment', 'new-recommendation', 'new-actor', 'new-source']) await byName(id, form);
});

journey('the focus goes along from place to place', {}, async ({ page }) => {
  await seen(page).rows.first().waitFor();
  for (const [key, heading] of [['Shift+P', /owes most/], ['Shift+H', /^History$/], ['Shift+D', /^Compare$/], ['1', /are overdue$/], ['6', /no evidence$/]]) {
    await page.keyboard.press(key);
    await page.getByRole('heading', { level: 1, name: heading }).or(page.getByRole('heading', { level: 2, name: heading })).first().waitFor();
    await eventually(() => page.evaluate(() => document.activeElement?.closest('main.list') !== null), `the focus in the list after ${key}`);
  }
});

journey('buttons and menus by key: the focus is in what they open, and a key that is held presses once', {}, async ({ page }) => {
  const { rows, item } = seen(page);
  await rows.first().waitFor();
  const more = item.getByRole('button', { name: 'More' }).first();
  const focused = () => page.evaluate(() => [document.activeElement?.getAttribute('role') ?? document.activeElement?.localName, document.activeElement?.textContent]);
  for (const [key, nth] of [['Enter', 'first'], ['Space', 'first'], ['ArrowDown', 'first'], ['ArrowUp', 'last']]) {
    await more.focus();
    await page.keyboard.press(key);
    const line = await page.getByRole('menuitem')[nth]().textContent();
    await eventually(async () => assert.deepEqual(await focused(), ['menuitem', line], key));
    assert.equal(await more.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Escape');
    await eventually(async () => assert.ok(await more.evaluate((button) => button === document.activeElement), key));
  }
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor({ state: 'detached' });

  // A form with a draft: its first field has the focus, not the button that would drop the draft.
  await page.keyboard.press('Escape');
  const log = item.getByRole('button', { name: /^Log/ }).first();
  const text = page.getByRole('form').locator('textarea').first();
  const opened = async () => {
    await log.focus();
    await page.keyboard.down('Enter');
    // The system's repeat of a key that is held.
    await page.keyboard.down('Enter');
    await text.waitFor();
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await eventually(async () => assert.ok(await page.evaluate(() => document.activeElement?.matches('form input, form textarea, form [role=spinbutton]'))));
  };
  await opened();
  await text.fill('half a sentence');
  await text.press('Escape');
  await text.waitFor({ state: 'detached' });
  await opened();
  assert.equal(await text.inputValue(), 'half a sentence');
});

journey('a list that is narrowed leaves the focus in the filter', {}, async ({ page }) => {
  await seen(page).rows.first().waitFor();
  await page.keyboard.press('6');
  await page.getByRole('heading', { level: 1, name: /no evidence$/ }).waitFor();
  const filter = page.getByRole('search').getByRole('textbox');
  await filter.fill('status:open');
  await filter.press('Enter');
  await page.getByRole('button', { name: 'Clear filters' }).waitFor();
  await seen(page).rows.first().waitFor();
  // What would take the focus away does so a moment later.
  await page.evaluate(() => new Promise((go) => setTimeout(go, 200)));
  assert.ok(await filter.evaluate((field) => field === document.activeElement));
});
