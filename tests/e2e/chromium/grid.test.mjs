// The grid: columns to choose, order, size and freeze; sorted by several; rows selected, changed and copied. All by key.

import assert from 'node:assert/strict';

import { faults } from './axe.mjs';
import { eventually, hasFocus, journey, seen } from './desk.mjs';

const heads = (page) => page.locator('.grid').getByRole('columnheader').evaluateAll((all) => all.map((one) => one.dataset.column));
const column = (page, id) =>
  page.locator('.grid').locator(`[role=row][data-id] [data-column=${id}]`).evaluateAll((all) => all.map((one) => one.innerText.trim()));

for (const [name, at, context] of [
  ['light', '', {}],
  ['dark', '', { colorScheme: 'dark' }],
  ['Arabic', '?lang=ar', {}],
]) {
  journey(`chooses, orders, sizes and freezes columns by key: ${name}`, { at, context }, async ({ page }) => {
    const { rows } = seen(page);
    const { keyboard } = page;
    const dialog = page.getByRole('dialog');
    const forward = at ? 'ArrowLeft' : 'ArrowRight';
    await rows.first().click();
    assert.deepEqual(await heads(page), ['recommendation', 'deliverable', 'status', 'due']);
    await keyboard.press('Shift+C');
    await dialog.locator('[data-line=handler] input[type=checkbox]').focus();
    await keyboard.press('Space');
    await dialog.locator('[data-line=updated] input[type=checkbox]').focus();
    await keyboard.press('Space');
    await eventually(async () => assert.deepEqual(await heads(page), ['recommendation', 'deliverable', 'status', 'due', 'updated', 'handler']));
    await keyboard.press('Alt+ArrowUp');
    await eventually(async () => assert.deepEqual((await heads(page)).slice(-3), ['updated', 'due', 'handler']));
    await dialog.locator('fieldset').getByRole('button').last().press('Enter');
    await dialog.locator('[data-line=deliverable] input[type=number]').fill('420');
    assert.deepEqual(await faults(page), []);
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    // Wider than its room: the frozen one stays, the last comes into sight by key.
    const left = () => page.locator('[role=row][data-id]').first().evaluate((row) => {
      const frame = row.closest('.grid-scroll').getBoundingClientRect();
      const of = (id) => row.querySelector(`[data-column=${id}]`).getBoundingClientRect();
      return { frozen: Math.round(of('recommendation').left - frame.left), last: Math.round(of('handler').left - frame.left), width: frame.width };
    });
    const before = await left();
    await rows.first().focus();
    await keyboard.press(forward);
    await keyboard.press('End');
    await eventually(() => page.evaluate(() => document.activeElement?.dataset.column === 'handler'));
    const after = await left();
    assert.ok(Math.abs(after.frozen - before.frozen) <= 12, `${after.frozen} ${before.frozen}`);
    assert.ok(after.last >= 0 && after.last < after.width, 'the last column is in sight');
    assert.ok(after.last !== before.last, 'it was scrolled sideways');

    // At its head: wider, then to another place; then as they come.
    for (let i = 0; i < 2; i += 1) await keyboard.press('ArrowUp');
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role') === 'columnheader'), 'the heads');
    const width = () => page.evaluate(() => document.activeElement.getBoundingClientRect().width);
    const was = await width();
    await keyboard.press(`Shift+${forward}`);
    await eventually(async () => assert.equal(Math.round(await width()), Math.round(was) + 16));
    await keyboard.press(`Control+${at ? 'ArrowRight' : 'ArrowLeft'}`);
    await eventually(async () => assert.deepEqual((await heads(page)).slice(-3), ['updated', 'handler', 'due']));
    await eventually(() => page.evaluate(() => document.activeElement?.dataset.column === 'handler'));
    assert.deepEqual(await faults(page), []);
    await page.reload();
    await rows.first().waitFor();
    assert.deepEqual((await heads(page)).slice(-3), ['updated', 'handler', 'due'], 'kept on this machine');
  });
}

journey('sorts by several columns, and goes back to the order of the list', {}, async ({ page }) => {
  const { rows, view } = seen(page);
  const { keyboard } = page;
  await view('All commitments').click();
  await page.getByRole('grid', { name: 'All commitments' }).waitFor();
  await rows.first().click();
  const head = (name) => page.getByRole('columnheader', { name });
  const natural = await column(page, 'deliverable');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowRight');
  await eventually(() => hasFocus(head('Commitment')), 'the focus on the head');
  await keyboard.press('Enter');
  await eventually(async () => assert.equal(await head('Commitment').getAttribute('aria-sort'), 'ascending'));
  const sorted = (all) => [...all].sort((a, b) => a.localeCompare(b, 'en'));
  await eventually(async () => {
    const now = await column(page, 'deliverable');
    assert.notDeepEqual(now, natural);
    assert.deepEqual(now.slice(0, 5), sorted(now).slice(0, 5));
  });
  assert.ok(await hasFocus(head('Commitment')), 'the focus stays on the head');
  await keyboard.press('Enter');
  await eventually(async () => assert.equal(await head('Commitment').getAttribute('aria-sort'), 'descending'));
  // Lead first, then the commitment.
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Shift+Enter');
  await eventually(async () => assert.match(await head('Commitment').getAttribute('aria-description'), /upwards, key 2/));
  await eventually(async () => {
    const leads = await column(page, 'lead');
    assert.deepEqual(leads.slice(0, 8), sorted(leads).slice(0, 8));
  });
  assert.deepEqual(await faults(page), []);
  await page.reload();
  await rows.first().waitFor();
  assert.equal(await head('Lead').getAttribute('aria-sort'), 'ascending', 'kept with the list');
  await head('Lead').click();
  await head('Lead').click();
  await eventually(async () => assert.deepEqual(await column(page, 'deliverable'), natural));
});

journey('selects several rows, copies them as a table, and changes them', { context: { permissions: ['clipboard-read', 'clipboard-write'] } }, async ({ page, call }) => {
  const { rows, said, form } = seen(page);
  const { keyboard } = page;
  await rows.first().click();
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  const bar = page.locator('.selection');
  await bar.getByText('3 selected').waitFor();
  await keyboard.press('Control+ArrowDown');
  await keyboard.press('Control+Space');
  await bar.getByText('4 selected').waitFor();
  assert.equal(await page.getByRole('row', { selected: true }).count(), 4);
  assert.deepEqual(await faults(page), []);

  await keyboard.press('Control+C');
  await said.getByText('4 rows copied as a table.').waitFor();
  const clip = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type) => (await item.getType(type)).text();
    return { html: await text('text/html'), text: await text('text/plain') };
  });
  const lines = clip.text.split(/\r?\n/);
  assert.equal(lines.length, 5);
  assert.equal(lines[0], 'Reference\tAnswers\tCommitment\tStatus\tOverdue by', 'with what names the items');
  assert.match(lines[1], /\t2023-12-31$/, 'days as a spreadsheet reads them');
  assert.match(clip.html, /<th[^>]*>Commitment<\/th>/);
  assert.match(clip.html, /31 Dec 2023/, 'and as they are shown');

  // All of them, as a number; then one update for the four.
  await keyboard.press('Control+A');
  await bar.getByText('All 49 of this list selected').waitFor();
  await keyboard.press('Escape');
  await eventually(async () => assert.equal(await page.getByRole('row', { selected: true }).count(), 1));
  await rows.nth(0).click();
  await keyboard.press('Shift+ArrowDown');
  await bar.getByRole('button', { name: /Log the same update/ }).click();
  const log = form('Log the same update on the selected');
  await log.getByRole('textbox', { name: /What happened/ }).fill('Asked in the meeting of the core group.');
  await log.getByRole('button', { name: 'Show what would come of it' }).click();
  await log.getByText('2 would change.').waitFor();
  assert.deepEqual(await faults(page), []);
  await log.getByRole('button', { name: 'Yes, do it' }).click();
  await log.waitFor({ state: 'detached' });

  const listed = await call('List', { kind: 'commitments', sort: '-updated', limit: 5 });
  assert.equal(listed.commitments.filter((one) => one.last_update !== null).length, 2);
});
