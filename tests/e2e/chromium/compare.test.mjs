// Two days side by side: the answer as a sentence, counts with their differences that open their lists, and the items that
// stand otherwise; what happened in between is one press away.

import assert from 'node:assert/strict';

import { command, eventually, journey, seen } from './desk.mjs';

journey('two days are compared, and each number opens the list that it counts', {}, async ({ page, call }) => {
  const { headline, rows } = seen(page);
  const { keyboard } = page;
  await rows.first().waitFor();
  await keyboard.press('Shift+D');
  await headline.getByText('Compare').waitFor();
  const results = page.getByRole('group', { name: 'Results' });
  await page.getByRole('button', { name: 'Start of the year' }).click();
  const today = (await call('Workspace')).today;
  const told = await call('Compare', { from: `${today.slice(0, 4)}-01-01`, to: today });
  await results.getByText(`${told.overdue.from} on`).waitFor();
  await results.getByText(`${told.overdue.to} on`).waitFor();
  for (const moved of told.moved.filter((one) => one.total > 0)) {
    await eventually(async () => assert.ok((await results.getByRole('heading', { level: 2 }).filter({ hasText: String(moved.total) }).count()) > 0, moved.what));
  }
  const overdue = results.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Overdue', exact: true }) });
  await overdue.getByRole('link', { name: new RegExp(`^${told.overdue.from}:`) }).first().click();
  await headline.getByText(`${told.overdue.from} commitments are overdue`).waitFor();
  await page.getByText('not at today').waitFor();
});

journey('what differs opens, is copied as a table, and leads to what happened', {
  context: { permissions: ['clipboard-read', 'clipboard-write'] },
}, async ({ page, call, run, file }) => {
  const { rows, chosen, item, said, headline } = seen(page);
  await rows.first().click();
  const { ref } = await call('Show', { item: await chosen.getAttribute('data-id') });
  await run('-w', file, 'set-due', ref, '30 September 2030', '--reason', 'Budget');
  await command(page, 'Compare two days');
  const moved = page.getByRole('region', { name: 'Due date moved' });
  await moved.getByText('30 Sept 2030').waitFor();
  await page.getByRole('button', { name: 'Copy as a table' }).click();
  await said.getByText('copied as a table').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, new RegExp(`\t${ref} `));
  assert.match(copied.split('\n')[1], /^Overdue\t49\t48\t/);
  await moved.getByRole('link', { name: new RegExp(ref) }).click();
  await item.getByText(ref).first().waitFor();
  await page.getByRole('button', { name: 'What happened in between' }).click();
  await headline.getByText('What changed').waitFor();
  await page.getByRole('main').getByText(ref).first().waitFor();
  await page.getByRole('button', { name: 'Compare two days' }).click();
  await headline.getByText('Compare').waitFor();
});
