// What the journeys through pictures share: a register in which something has happened, the marks, the names.

import { eventually } from './desk.mjs';

export const NAMES = ['Status by lead', 'Status by theme', 'Over time', 'How late', 'Leads by themes', 'Dues and slips'];

/** Something has happened: reports, a verification, things given up, dues put off. */
export async function life({ ask, run, file }) {
  const { items } = await ask('overdue', '--limit', '49');
  const c = items.map((one) => one.commitment);
  for (const [i, status, on] of [
    [0, 'under_implementation', '2024-03-01'],
    [3, 'reported_implemented', '2024-05-01'],
    [5, 'reported_implemented', '2025-02-01'],
    [8, 'overtaken_by_events', '2025-06-01'],
    [11, 'suspended', '2025-08-01'],
  ])
    await run('-w', file, 'log-update', c[i], '--text', 'Reported.', '--status', status, '--on', on);
  await run('-w', file, 'verify-result', c[5], '--verdict', 'waived', '--reason', 'Seen.', '--on', '2025-03-01');
  await run('-w', file, 'set-due', c[30], '2099-06-30', '--reason', 'Asked for.', '--decider', 'The desk');
  await run('-w', file, 'set-due', c[31], '2026-01-31', '--reason', 'Asked for.', '--decider', 'The desk');
  return c;
}

export const marks = (page) => page.locator('.drawn [data-spot]');

const shownName = (page) => page.locator('.picture-names [aria-current=page]');

/** Opens a picture. */
export async function open(page, name) {
  await page.locator('.grid').or(page.locator('.picture')).first().waitFor();
  if ((await page.locator('.picture').count()) === 0) await page.keyboard.press('Shift+P');
  await page.getByRole('navigation', { name: 'Pictures' }).getByRole('button', { name, exact: true }).click();
  await eventually(async () => (await shownName(page).innerText()) === name);
  await marks(page).first().waitFor();
}
