// Entering one's own from nothing: a source, its recommendation, an actor, a commitment; editing a field; into the bin
// and back; and finding things again with Ctrl+K.

import assert from 'node:assert/strict';

import { counts, eventually, hasFocus, journey, seen } from './desk.mjs';

/** Types into a field that finds items, and takes the one that is found. */
async function pick(page, form, label, typed, name) {
  await form.getByRole('combobox', { name: label, exact: true }).fill(typed);
  await page.getByRole('option').filter({ hasText: name }).click();
  await eventually(async () => assert.match(await form.getByRole('combobox', { name: label, exact: true }).inputValue(), name));
}

journey('enters a source, a recommendation, an actor and a commitment', { workspace: 'empty' }, async ({ page, ask }) => {
  const { item, said, form, grid } = seen(page);
  const { keyboard } = page;
  await page.getByText('This workspace is empty').waitFor();

  await page.getByRole('main').getByRole('button', { name: 'New source' }).click();
  const source = form('New source');
  await source.getByLabel('Title').fill('Review of the planning of missions');
  await source.getByLabel('Short name').fill('RPM24');
  await source.getByLabel('Published').fill('2024-05');
  await source.getByRole('button', { name: /^Standing/ }).click();
  await page.getByRole('option', { name: 'Official' }).click();
  await source.getByRole('button', { name: 'Add', exact: true }).click();
  await said.getByText('RPM24 was added.').waitFor();
  await item.getByRole('heading', { level: 2, name: 'Review of the planning of missions' }).waitFor();
  await item.getByText('May 2024').waitFor();

  // By letters: N, then R. The source that is open is already filled in.
  await keyboard.press('n');
  await page.getByRole('dialog', { name: 'What is new?' }).waitFor();
  await keyboard.press('r');
  const recommendation = form('New recommendation');
  await eventually(async () => assert.match(await recommendation.getByRole('combobox', { name: 'Source' }).inputValue(), /RPM24/));
  await recommendation.getByLabel('Text').fill('Plan each mission with those who will carry it out.');
  await recommendation.getByLabel('Label').fill('7');
  await recommendation.getByLabel('Page').fill('31');
  await keyboard.press('Control+Enter');
  await said.getByText('RPM24 7 was added.').waitFor();

  await keyboard.press('n');
  await keyboard.press('a');
  const actor = form('New actor');
  await actor.getByRole('textbox', { name: 'Name', exact: true }).fill('Office of Mission Planning');
  await actor.getByLabel('Short name').fill('OMP');
  await actor.getByLabel('Other names').fill('Planning Office; Bureau de planification');
  await keyboard.press('Control+Enter');
  await said.getByText('OMP was added.').waitFor();
  await item.getByRole('heading', { level: 2, name: 'Office of Mission Planning' }).waitFor();
  await item.getByText('Bureau de planification').waitFor();

  await keyboard.press('n');
  await keyboard.press('c');
  const commitment = form('New commitment');
  await pick(page, commitment, 'Answers which recommendation', 'carry it out', /RPM24 7/);
  await commitment.getByLabel('What is to be delivered').fill('A planning cell in each mission');
  // Found by another of its names.
  await pick(page, commitment, 'Lead', 'planification', /Office of Mission Planning/);
  await commitment.getByRole('textbox', { name: 'Due', exact: true }).fill('March 2024');
  await commitment.getByText('31 March 2024').waitFor();
  await commitment.getByRole('button', { name: 'Add', exact: true }).click();
  await said.getByText(/^C-\S+ was added\.$/).waitFor();
  await item.getByRole('heading', { level: 2, name: 'A planning cell in each mission' }).waitFor();
  await item.getByRole('definition').getByText('“March 2024”, so by 31 March 2024').waitFor();

  // It is overdue at once, on the screen and in the terminal.
  await page.getByRole('heading', { level: 1, name: 'One commitment is overdue' }).waitFor();
  await grid.getByText('A planning cell in each mission').waitFor();
  const { items } = await ask('overdue');
  assert.deepEqual(
    items.map((one) => [one.recommendation, one.lead, one.due_by]),
    [['RPM24 7', 'OMP', '2024-03-31']],
  );

  // The recommendation knows what was undertaken.
  await item.getByRole('link', { name: 'RPM24 7' }).click();
  await item.getByRole('heading', { level: 3, name: 'What was undertaken 1' }).waitFor();
  await item.getByRole('button', { name: /A planning cell in each mission/ }).waitFor();
});

journey('edits a field, deletes to the bin and brings back', {}, async ({ page, call }) => {
  const { rows, chosen, item, said, form, view } = seen(page);
  const { keyboard } = page;
  await rows.nth(1).click();
  const id = await chosen.getAttribute('data-id');
  const { ref } = await call('Show', { item: id });

  await keyboard.press('F2');
  const edit = form('Edit the commitment');
  await edit.getByLabel('What is to be delivered').fill('Coherence, shown in one yearly plan');
  await edit.getByLabel('Caveat').fill('Subject to the budget');
  await edit.getByRole('button', { name: 'Save' }).click();
  await said.getByText(`${ref} was saved.`).waitFor();
  await item.getByRole('heading', { level: 2, name: 'Coherence, shown in one yearly plan' }).waitFor();
  await item.getByText('Subject to the budget').waitFor();
  await chosen.getByText('Coherence, shown in one yearly plan').waitFor();

  // The history says what it was before.
  await item.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Show the history' }).click();
  await item.getByText('edit of commitment').waitFor();
  await item.getByRole('insertion').getByText('Subject to the budget').waitFor();
  await keyboard.press('Escape');

  await item.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete (to the bin)' }).click();
  await said.getByText(`${ref} is in the bin.`).waitFor();
  await page.getByRole('heading', { level: 1, name: '48 commitments are overdue' }).waitFor();
  await item.getByText('In the bin').waitFor();
  await counts(page, 'Bin', 1);

  await view('Bin').click();
  await page.getByRole('main').getByText('Coherence, shown in one yearly plan').waitFor();
  await page.getByRole('button', { name: `Restore ${ref}` }).click();
  await said.getByText(`${ref} is back.`).waitFor();
  await page.getByText('The bin is empty').waitFor();
  await view('Overdue').click();
  await page.getByRole('heading', { level: 1, name: '49 commitments are overdue' }).waitFor();
  assert.equal((await call('Show', { item: id })).deleted, false);
});

journey('Ctrl+K finds items by their words and runs acts', {}, async ({ page, call }) => {
  const { rows, chosen, item, form } = seen(page);
  const { keyboard } = page;
  await rows.first().click();
  const id = await chosen.getAttribute('data-id');

  await keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  const field = palette.getByRole('combobox', { name: 'Search and commands' });
  await eventually(() => hasFocus(field), 'the focus in the search');
  await keyboard.type('telemedicine');
  await palette.getByRole('option', { name: /telemedicine/i }).first().waitFor();
  await eventually(() => palette.getByRole('option', { name: /telemedicine/i }).first().getAttribute('data-focused'));
  await keyboard.press('Enter');
  await palette.waitFor({ state: 'detached' });
  await eventually(async () => assert.match(await item.innerText(), /telemedicine/i));

  // An act by its words, on the item that is open.
  await rows.first().click();
  const { ref } = await call('Show', { item: id });
  await page.getByRole('region', { name: `Item ${ref}` }).waitFor();
  await keyboard.press('Control+k');
  await keyboard.type('change due');
  await palette.getByRole('option', { name: 'Change the due date' }).waitFor();
  await eventually(() => palette.getByRole('option', { name: 'Change the due date' }).getAttribute('data-focused'));
  await keyboard.press('Enter');
  await form('Change the due date').waitFor();
  await keyboard.press('Escape');

  // What is not there is said; Escape closes at once.
  await keyboard.press('Control+k');
  await keyboard.type('zzyzx');
  await palette.getByText('Nothing is found for “zzyzx”.').first().waitFor();
  await keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
});

journey('Ctrl+K finds an item by its reference', {}, async ({ page, call }) => {
  const { chosen, item } = seen(page);
  await item.getByRole('heading', { level: 2 }).waitFor();
  const { ref, answers } = await call('Show', { item: await chosen.getAttribute('data-id') });
  for (const asked of [ref, answers[0].ref]) {
    const { hits } = await call('Search', { words: asked, limit: 5, kind: null });
    assert.equal(hits[0]?.ref, asked);
  }
});
