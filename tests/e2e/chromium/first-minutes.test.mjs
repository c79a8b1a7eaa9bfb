// The first five minutes, with the mouse: what is overdue, one item, an update with its evidence, and all of it is still
// there after a reload. What the window shows is held against what the command line says of the same file.

import assert from 'node:assert/strict';

import { countOf, counts, eventually, journey, seen } from './desk.mjs';

journey('opens on the overdue review: how many, whose, the oldest first', {}, async ({ page, ask, call, run, file }) => {
  const { headline, grid, rows, chosen, item, view } = seen(page);
  await page.getByRole('heading', { level: 1, name: '49 commitments are overdue' }).waitFor();
  await page.getByText('The oldest was due on 31 December 2023. 49 have no evidence yet.').waitFor();
  assert.equal(await headline.count(), 1);
  await counts(page, 'Overdue', 49);
  assert.equal(await view('Overdue').getAttribute('aria-current'), 'page');

  // The first row is chosen and shown without a click.
  const plain = await ask('overdue', '--limit', '1000');
  const leads = byLead(plain.items);
  await item.getByRole('heading', { level: 2 }).waitFor();

  // One that is older than the others goes to the top of its lead, and its lead to the top of the list.
  const moved = plain.items.findLast((one) => one.lead === 'DOS');
  await run('-w', file, 'set-due', moved.commitment, '31 March 2022', '--reason', 'Agreed at the review of that month');
  await page.getByText('The oldest was due on 31 March 2022.').waitFor();
  await page.getByRole('heading', { level: 1, name: '49 commitments are overdue' }).waitFor();

  // From top to bottom, as one sees it by scrolling: each lead with its number, its rows below it, none lost.
  const found = [];
  await eventually(async () => {
    for (const { at, ...one } of await grid.evaluate(look)) found[at] ??= one;
    return found.filter(Boolean).length === 49 + leads.size;
  }, 'all rows');
  const days = new Map((await ask('overdue', '--limit', '1000')).items.map((one) => [one.id, one]));
  let group;
  let last = Number.POSITIVE_INFINITY;
  let inGroup = 0;
  for (const one of found) {
    if (one.group) {
      if (group) assert.equal(inGroup, leads.get(group).length, `${group} shows all of its own`);
      [, group] = one.group.match(/^(.*?)\s*(\d+) overdue, oldest [\d,]+ days$/s) ?? assert.fail(one.group);
      assert.equal(Number(one.group.match(/(\d+) overdue/)[1]), leads.get(group).length);
      last = Number.POSITIVE_INFINITY;
      inGroup = 0;
    } else {
      const row = days.get(one.id);
      assert.equal(row.lead_name, group);
      assert.ok(row.days_overdue <= last, `${row.commitment} stands below a younger one`);
      last = row.days_overdue;
      inGroup += 1;
    }
  }
  assert.equal(days.get(found[1].id).commitment, moved.commitment);

  // Choosing shows the item.
  await page.keyboard.press('Home');
  await rows.first().click();
  assert.equal(await chosen.getAttribute('data-id'), moved.id);
  await page.getByRole('region', { name: `Item ${moved.commitment}` }).waitFor();
  const shown = await call('Show', { item: moved.commitment });
  assert.equal(await item.getByRole('heading', { level: 2 }).innerText(), shown.deliverable);
  await item.getByText('“31 March 2022”').first().waitFor();
  await item.getByText('“2021-2023”, so by 31 December 2023').first().waitFor();
  await item.getByText('Agreed at the review of that month').first().waitFor();
  for (const answer of shown.answers) await item.getByRole('link', { name: answer.ref, exact: true }).first().waitFor();
  await item.getByRole('link', { name: shown.lead.name }).first().waitFor();
});

/** The rows in sight, and a step down. */
function look(grid) {
  const rows = [...grid.querySelectorAll('[role=rowgroup] [role=row]:not([aria-busy=true])')];
  grid.querySelector('[role=rowgroup]').scrollBy(0, 300);
  return rows.map((row) => ({
    at: Number(row.getAttribute('aria-rowindex')) - 2,
    ...(row.dataset.id ? { id: row.dataset.id } : { group: row.textContent }),
  }));
}

function byLead(items) {
  const groups = new Map();
  for (const one of items) groups.set(one.lead_name, [...(groups.get(one.lead_name) ?? []), one]);
  return groups;
}

journey('logs an update with a status and a file; it is still there after a reload', {}, async ({ page, call, ask }) => {
  const { rows, chosen, item, said, form } = seen(page);
  await rows.nth(2).click();
  const id = await chosen.getAttribute('data-id');
  assert.equal(id, await rows.nth(2).getAttribute('data-id'));
  const without = await countOf(page, 'No evidence');

  await item.getByRole('button', { name: 'Log update' }).click();
  const update = form('Log an update');
  await update.getByLabel('What happened').fill('The guidance went to all missions on 3 March.');
  await update.getByRole('button', { name: /^Status/ }).click();
  await page.getByRole('option', { name: 'Under implementation' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    update.getByRole('button', { name: 'Choose a file…' }).click(),
  ]);
  await chooser.setFiles({ name: 'Minutes of 3 March.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(300_000, 'minutes ') });
  await update.getByText('Minutes of 3 March.pdf').waitFor();
  await update.getByText('Kept in the workspace as a file.').or(update.getByText('300 kB')).first().waitFor();
  await update.getByLabel('Page').fill('4');
  await update.getByRole('button', { name: 'Log update' }).click();

  await said.getByText(/^The update of C-\S+ was logged\.$/).waitFor();
  await update.waitFor({ state: 'detached' });
  const shows = async () => {
    const entry = item.getByRole('listitem').filter({ hasText: 'The guidance went to all missions on 3 March.' });
    await entry.getByText('Under implementation').waitFor();
    await entry.getByRole('link', { name: 'Minutes of 3 March.pdf' }).waitFor();
    await entry.getByText('page 4').waitFor();
    await item.getByRole('heading', { level: 3, name: /^What happened.*today$/ }).waitFor();
    await counts(page, 'No evidence', without - 1);
    await page.getByText('48 have no evidence yet.').waitFor();
    await chosen.getByText('Under way').waitFor();
    assert.equal(await chosen.getAttribute('data-id'), id);
  };
  await shows();

  // The evidence has a page of its own, and the way back.
  await item.getByRole('link', { name: 'Minutes of 3 March.pdf' }).click();
  await item.getByRole('heading', { level: 2, name: 'Minutes of 3 March.pdf' }).waitFor();
  await item.getByRole('definition').getByText('300 kB').waitFor();
  await item.getByRole('button', { name: 'Back' }).click();
  await item.getByText('The guidance went to all missions on 3 March.').waitFor();

  await page.reload();
  await rows.nth(2).click();
  await shows();
  assert.equal((await ask('check')).ok, true);
  assert.equal((await call('Show', { item: id })).status, 'under_implementation');
});
