// The history as a diary: what was done stands there by day and in sentences, and each line can be undone and done again
// by key, where nothing later rests on it; where something does, it says what, and leads there.

import assert from 'node:assert/strict';

import { eventually, hasFocus, journey, seen } from './desk.mjs';

/** The lines of the diary, and one by its words. */
const diary = (page) => {
  const lines = page.getByRole('main').locator('[data-entry]');
  return { lines, line: (words) => lines.filter({ hasText: words }).first() };
};

journey('an older line of the diary is undone by key, and done again; the focus stays', {}, async ({ page, call, run, file }) => {
  const { rows, chosen, said, headline } = seen(page);
  const { keyboard } = page;
  await rows.nth(1).click();
  const id = await chosen.getAttribute('data-id');
  const { ref } = await call('Show', { item: id });
  await run('-w', file, 'edit-commitment', ref, '--post', 'Deputy for plans');
  await run('-w', file, 'set-due', ref, '30 September 2027', '--reason', 'The budget came late');

  await keyboard.press('Shift+H');
  await headline.getByText('History').waitFor();
  const { lines, line } = diary(page);
  await page.getByRole('heading', { level: 2, name: 'Today' }).waitFor();
  const due = line('change of due date');
  await due.getByText('The budget came late').waitFor();
  await due.getByRole('deletion').waitFor();
  await due.getByRole('insertion').getByText('30 September 2027').waitFor();

  // By key to the older line, and its undo there; who comes by key stands on the newest.
  const post = line('Deputy for plans');
  await eventually(() => hasFocus(lines.first()));
  await keyboard.press('j');
  await eventually(() => hasFocus(post));
  await keyboard.press('z');
  await said.getByText(/^Undone: edit of commitment/).waitFor();
  await post.getByText('undone', { exact: true }).waitFor();
  await eventually(() => hasFocus(post));
  assert.equal((await call('Show', { item: id })).post, null);
  assert.equal((await call('Show', { item: id })).due.stated, '30 September 2027');
  await lines.first().getByText('Undone: edit of commitment').waitFor();

  await keyboard.press('z');
  await said.getByText(/^Done again: edit of commitment/).waitFor();
  await eventually(() => hasFocus(post));
  assert.equal((await call('Show', { item: id })).post, 'Deputy for plans');
  // Undo and redo of the last step go on as ever.
  await keyboard.press('Control+z');
  await said.getByText(/^Undone: change of due date/).waitFor();
});

journey('what stands in the way is said and leads there', { refuses: ['UndoEntry'] }, async ({ page, call, run, file }) => {
  const { rows, chosen, said } = seen(page);
  const { keyboard } = page;
  await rows.first().click();
  const { ref } = await call('Show', { item: await chosen.getAttribute('data-id') });
  for (const post of ['Deputy', 'Head']) await run('-w', file, 'edit-commitment', ref, '--post', post);
  await keyboard.press('Shift+H');
  const { lines, line } = diary(page);
  const older = line(/now Deputy/);
  await older.getByText('came after it').waitFor();
  assert.equal(await older.getByRole('button', { name: /^Undo/ }).count(), 0);
  // The key asks all the same, and the core names what is in the way.
  await older.focus();
  await keyboard.press('z');
  await older.getByRole('alert').getByText(`${ref} `).waitFor();
  await older.getByRole('alert').getByText('Undo that first.').waitFor();
  await older.getByRole('button', { name: /^Go to entry/ }).click();
  await eventually(() => hasFocus(lines.first()));
  await lines.first().getByRole('button', { name: /^Undo/ }).click();
  await said.getByText(/^Undone/).waitFor();
  await older.getByRole('button', { name: /^Undo/ }).click();
  await eventually(async () => assert.equal((await call('Show', { item: ref })).post, null));
});

journey('the diary is narrowed, grows as one scrolls, and stands on the page of an item too', {}, async ({ page, call, run, file }) => {
  const { rows, chosen, item } = seen(page);
  const { keyboard } = page;
  await rows.first().click();
  const { ref } = await call('Show', { item: await chosen.getAttribute('data-id') });
  const many = 60;
  for (let n = 0; n < many; n += 1) await run('-w', file, 'edit-commitment', ref, '--post', `Post ${n}`);
  await run('-w', file, 'log-update', ref, '--text', 'The draft is out.');
  await keyboard.press('Shift+H');
  const { lines, line } = diary(page);
  await line('The draft is out.').waitFor();
  await lines.first().focus();
  await eventually(async () => {
    await keyboard.press('End');
    assert.ok((await lines.count()) > many);
  });
  // No line twice, none left out.
  const entries = await lines.evaluateAll((all) => all.map((one) => Number(one.dataset.entry)));
  assert.deepEqual(entries, [...new Set(entries)].sort((a, b) => b - a));

  await page.getByRole('button', { name: /Kind of act/ }).click();
  await page.getByRole('option', { name: 'Updates and verdicts' }).click();
  await eventually(async () => assert.ok((await lines.count()) < many));
  await lines.first().getByText('The draft is out.').waitFor();
  await keyboard.press('Escape');

  await lines.first().getByRole('link').first().click();
  await item.getByRole('heading', { level: 2 }).waitFor();
  await page.locator('section.item').focus();
  await keyboard.press('h');
  await item.locator('[data-entry]').filter({ hasText: 'The draft is out.' }).first().waitFor();
  await item.locator('[data-entry]').filter({ hasText: 'Post 59' }).getByRole('button', { name: /^Undo/ }).click();
  await eventually(async () => assert.equal((await call('Show', { item: ref })).post, 'Post 58'));
});
