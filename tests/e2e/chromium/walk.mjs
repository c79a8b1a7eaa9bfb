// A walk over the screens by keys alone, in any language, for the journeys that look at each.

import { seen } from './desk.mjs';

/** Walks over the screens by keys, in any language. */
export async function walk(page, look) {
  const { rows } = seen(page);
  const { keyboard } = page;
  const form = page.getByRole('form');
  const dialog = page.getByRole('dialog');
  const open = async (name, key, at) => {
    await keyboard.press(key);
    await at.first().waitFor();
    await look(name);
    await keyboard.press('Escape');
    await at.first().waitFor({ state: 'detached' });
  };
  const go = async (name, key, at) => {
    await keyboard.press(key);
    await page.locator(at).first().waitFor();
    await look(name);
  };
  await rows.first().waitFor();
  await look('list');
  await rows.first().focus();
  await keyboard.press('Enter');
  await page.locator('section.item h2').waitFor();
  await look('item');
  for (const key of ['u', 'e', 'v', 'd', 'm', 'c', 'l', 'F2', 'x']) await open(`form ${key}`, key, form);
  await open('history', 'h', page.locator('.diary'));
  for (const key of ['Control+k', 'Control+e', 't', 'n', '?', 'F1', 'Shift+C', 'Control+Shift+O']) await open(`window ${key}`, key, dialog);
  await go('picture', 'Shift+P', '.drawn svg, .picture table');
  await go('diary', 'Shift+H', '.diary [data-entry]');
  await go('compare', 'Shift+D', '.compare-answer');
  await go('list again', '1', '[role=row][data-id]');
  await go('run', 'r', 'main.run h2');
  for (const key of ['u', 'm', 'd']) await open(`run, form ${key}`, key, form);
}
