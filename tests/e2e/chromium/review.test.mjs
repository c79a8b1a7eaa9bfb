// The run through a list: 49 overdue commitments by keyboard alone, each key counted; the position kept over a restart;
// everything that can be done on the way, and where it leads; the page at the end. Nothing needs a mouse.

import assert from 'node:assert/strict';

import { faults } from './axe.mjs';
import { eventually, hasFocus, journey, seen, tabTo } from './desk.mjs';

/** The run, by what a screen reader calls its parts. */
const run = (page) => ({
  title: page.locator('.card h2'),
  place: page.locator('.run-place'),
  done: page.locator('.run-done'),
  bar: page.getByRole('progressbar', { name: 'Gone through' }),
  keys: page.getByRole('toolbar', { name: 'Keys of the review' }),
});

/** Counts what is pressed; a text that is typed counts its letters. */
function counted(page) {
  let keys = 0;
  return {
    press: async (key) => {
      keys += 1;
      await page.keyboard.press(key);
    },
    take: () => {
      const all = keys;
      keys = 0;
      return all;
    },
  };
}

/** The run stands there, with the focus on its heading, which says so. */
async function stands(page, n, of = 49) {
  const { place, title } = run(page);
  await eventually(async () => {
    assert.equal(await place.innerText(), `${n} of ${of}`);
    assert.match(await title.textContent(), new RegExp(`^${n} of ${of}: \\S`));
    assert.ok(await hasFocus(title), 'the heading has the focus');
  }, `the run at ${n} of ${of}`);
  return page.locator('section.run-item .where bdi').first().innerText();
}

journey('goes through all 49 overdue by keyboard, no more than two keys each', {}, async (desk) => {
  const { page, call } = desk;
  const { rows } = seen(page);
  await rows.first().waitFor();
  const keys = counted(page);
  await keys.press('r');
  const refs = [await stands(page, 1)];
  assert.equal(keys.take(), 1);

  // What is needed to decide is in one view: nothing has to be scrolled for.
  for (const words of ['What the source asks', 'Last word', 'Lead', 'Due', 'Status', 'Evidence']) {
    assert.ok(await page.locator('.card h3, .card dt').filter({ hasText: words }).first().isVisible(), words);
  }
  const fits = () => page.locator('section.run-item').evaluate((box) => box.scrollHeight <= box.clientHeight);
  assert.ok(await fits(), 'the item fits the window');

  // Nothing new: one key passes it by, or two put it off.
  for (let n = 2; n <= 49; n += 1) {
    if (n % 10 === 0) {
      await keys.press('m');
      await page.getByRole('radio', { checked: true }).waitFor();
      await eventually(() => hasFocus(page.getByRole('radio', { checked: true })), 'the focus on the choice');
      await keys.press('Enter');
    } else {
      await keys.press('j');
    }
    refs.push(await stands(page, n));
    assert.ok(keys.take() <= 2, 'two keys at most');
    assert.ok(await fits(), `item ${n} fits the window`);
  }
  assert.equal(new Set(refs).size, 49, 'each is come to once');
  await keys.press('j');
  await page.getByRole('heading', { name: 'All 49 commitments are gone through' }).waitFor();
  const over = page.locator('.run-over');
  await over.getByText('4 put off').waitFor();
  await over.getByText('45 passed by').waitFor();
  await over.getByText('Next: write the status summary.').waitFor();
  await eventually(() => hasFocus(over.getByRole('heading')), 'the focus on the closing page');
  // What is put off is still overdue: it is passed over, not hidden.
  assert.equal((await call('Overdue', {})).total, 49);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: '49 commitments are overdue' }).waitFor();
  // A run that is over is not gone on with; a new one passes over what is put off, and says how many that are.
  assert.equal(await page.getByRole('button', { name: /Go on with the review/ }).count(), 0);
  await page.keyboard.press('Home');
  await page.keyboard.press('r');
  await stands(page, 1, 45);
  await run(page).done.getByText('4 are put off till later').waitFor();
});

journey('keeps the position over a restart, and comes back to the list at that item', {}, async (desk) => {
  const { page } = desk;
  const { rows, chosen } = seen(page);
  await rows.first().waitFor();
  await page.keyboard.press('r');
  await stands(page, 1);
  for (let n = 2; n <= 13; n += 1) {
    await page.keyboard.press('j');
    await stands(page, n);
  }
  await page.keyboard.press('k');
  const before = await stands(page, 12);
  await page.keyboard.press('j');
  const ref = await stands(page, 13);
  assert.notEqual(before, ref);

  await page.reload();
  await rows.first().waitFor();
  const goOn = page.getByRole('button', { name: /^Go on with the review: Overdue, 13 of 49/ });
  await goOn.waitFor();
  // The palette has it too.
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: /Go on with the review: Overdue, 13 of 49/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Shift+R');
  assert.equal(await stands(page, 13), ref);

  // The full page and back; then out, to the list at that item.
  await page.keyboard.press('o');
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await stands(page, 13), ref);
  await page.keyboard.press('Escape');
  await page.getByText('13 of 49').first().waitFor();
  await eventually(async () => {
    const id = await chosen.getAttribute('data-id');
    assert.equal(await page.evaluate(() => document.activeElement?.dataset.id), id);
  }, 'the focus on the chosen row');
  await page.getByRole('region', { name: `Item ${ref}` }).waitFor();

  // What leaves the queue meanwhile leaves its place to the next.
  const [id] = [await chosen.getAttribute('data-id')];
  await desk.run('-w', desk.file, 'call', 'LogUpdate', JSON.stringify({ commitment: id, text: 'Done, they say.', status: 'reported_implemented' }));
  await page.reload();
  await rows.first().waitFor();
  await page.keyboard.press('Shift+R');
  await eventually(async () => assert.match(await run(page).place.innerText(), /^14 of 49$/));
  assert.notEqual(await page.locator('section.run-item .where bdi').first().innerText(), ref);
});

journey('does everything on the way, and each leads on to the next', { refuses: ['ReadDue?'] }, async (desk) => {
  const { page, call } = desk;
  const { keyboard } = page;
  const { rows, form, said } = seen(page);
  await rows.first().waitFor();
  const ids = (await call('Overdue', { by_lead: true })).items.map((row) => row.id);
  const show = (n) => call('Show', { item: ids[n] });
  await keyboard.press('r');
  await stands(page, 1);

  // An update.
  await keyboard.press('u');
  const update = form('Log an update');
  await eventually(() => hasFocus(update.getByLabel('What happened')), 'the focus in the first field');
  await keyboard.type('The guidance is with the missions.');
  await keyboard.press('Control+Enter');
  await said.getByText(/^The update of C-\S+ was logged\.$/).waitFor();
  await stands(page, 2);
  assert.equal((await show(0)).timeline[0].text, 'The guidance is with the missions.');

  // A new due date leads out of the queue: the next item stands at its place.
  await keyboard.press('d');
  const due = form('Change the due date');
  await eventually(() => hasFocus(due.getByLabel('Due, in the words that were said')), 'the focus in the due');
  await keyboard.type('30 June 2027');
  await due.getByText('30 June 2027').waitFor();
  await keyboard.press('Tab');
  await keyboard.type('Extended by the board');
  await keyboard.press('Control+Enter');
  await stands(page, 3);
  assert.equal((await show(1)).due.due_by, '2027-06-30');

  // Put off by the number of a choice: in a month. The next time that is offered first.
  await keyboard.press('m');
  await eventually(() => hasFocus(page.getByRole('radio', { name: /^In 2 weeks/ })), 'the focus on what is offered');
  await keyboard.press('3');
  await said.getByText(/^C-\S+ is put off till /).waitFor();
  await stands(page, 4);
  const flag = (await show(2)).desk.flag;
  assert.ok(flag.on > (await call('Workspace')).today, flag.on);
  await keyboard.press('m');
  await eventually(() => hasFocus(page.getByRole('radio', { name: /^In a month/ })), 'the focus on what was taken last');
  await keyboard.press('Escape');
  await form('Ask again later').waitFor({ state: 'detached' });
  await stands(page, 4);

  // Escalated.
  await keyboard.press('c');
  const escalate = form('Escalate');
  await eventually(() => hasFocus(escalate.getByRole('combobox', { name: 'To whom' })), 'the focus in the actor');
  await keyboard.type('DMSPC');
  await page.getByRole('option').filter({ hasText: 'DMSPC' }).first().waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabTo(page, escalate.getByLabel('What is asked of them'));
  await keyboard.type('Please free the posts.');
  await keyboard.press('Control+Enter');
  await stands(page, 5);
  assert.equal((await show(3)).timeline[0].escalated_to.ref, 'DMSPC');
  await run(page).done.getByText('1 escalated').waitFor();

  // Undo leads back to what was undone.
  await keyboard.press('Control+z');
  await stands(page, 4);
  assert.equal((await show(3)).timeline.some((entry) => entry.escalated_to), false);
  await keyboard.press('j');
  await stands(page, 5);
  await keyboard.press('Escape');

  // The verification queue: one is returned, one verified.
  for (const id of ids.slice(6, 8)) {
    await call('LogUpdate', { commitment: id, text: 'Reported as done.', status: 'reported_implemented', symbol: 'S/2026/1', stance: 'supports' });
  }
  await page.reload();
  await rows.first().waitFor();
  await keyboard.press('3');
  await page.getByRole('heading', { level: 1, name: /^2 reported results|^2 / }).waitFor();
  await eventually(async () => assert.equal(await rows.count(), 2));
  await keyboard.press('r');
  await stands(page, 1, 2);
  await keyboard.press('b');
  const back = form('Return the reported result');
  await eventually(() => hasFocus(back.getByLabel('Reason')), 'the focus in the reason');
  await keyboard.type('The minutes do not say so.');
  await keyboard.press('Control+Enter');
  await stands(page, 2, 2);
  await keyboard.press('v');
  await form('Verify the reported result').getByRole('radio', { name: 'Verified', checked: true }).waitFor();
  await keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'All 2 commitments are gone through' }).waitFor();
  await page.locator('.run-over').getByText('1 verified').waitFor();
  await page.locator('.run-over').getByText('1 returned').waitFor();
  const statuses = await Promise.all([6, 7].map(async (n) => (await show(n)).status));
  assert.deepEqual(statuses.sort(), ['implemented', 'under_implementation']);
});

for (const [name, context, at] of [
  ['light', {}, ''],
  ['dark', { colorScheme: 'dark' }, ''],
  ['Arabic', {}, '?lang=ar'],
  ['narrow', { viewport: { width: 640, height: 400 } }, ''],
  ['forced colours', { forcedColors: 'active' }, ''],
]) {
  journey(`axe finds nothing in a run: ${name}`, { context, at }, async ({ page }) => {
    const clean = async (what) => {
      // The bar above has a test of its own; in a narrow window it shortens the day that its label says in full.
      assert.deepEqual(await faults(page, name === 'narrow' ? { at: '.run' } : {}), [], what);
      const { wide, inner } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, inner: window.innerWidth }));
      assert.ok(wide <= inner, `${what}: nothing has to be scrolled sideways`);
    };
    await page.locator('.grid').locator('[role=row][data-id]').first().waitFor();
    await page.keyboard.press('r');
    await page.locator('.card h2').waitFor();
    await clean('item');
    for (const key of ['u', 'm', 'd', 'c', 'v', 'b']) {
      await page.keyboard.press(key);
      await page.locator('.run-form form').waitFor();
      await clean(key);
      await page.keyboard.press('Escape');
      await page.locator('.run-form form').waitFor({ state: 'detached' });
    }
  });
}
