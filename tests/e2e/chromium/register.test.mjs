// The whole register in the window: a decision, a request with its reminder, parts, an event that moves its dues, a
// filter and its view, an indicator with a value. Each by the plain forms, and each seen by the core.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { command, eventually, journey, ROOT, seen } from './desk.mjs';

/** Opens an item by its reference. */
async function open(page, ref) {
  await command(page, ref, ref.split(' ').at(-1));
  await page.getByRole('region', { name: `Item ${ref}` }).getByRole('heading', { level: 2 }).waitFor();
}

/** Picks an item in a field that finds as one types. */
async function pick(page, field, words) {
  await field.fill(words);
  await page.getByRole('option').filter({ hasText: words }).first().click();
}

/** A picture to look at, where FOLLOWTHROUGH_SHOTS says so. */
async function shot(page, name) {
  if (!process.env.FOLLOWTHROUGH_SHOTS) return;
  const folder = path.resolve(ROOT, process.env.FOLLOWTHROUGH_SHOTS);
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

const firstRecommendation = async (call) => {
  const { items } = await call('Overdue', { limit: 1 });
  const { answers } = await call('Show', { item: items[0].id });
  return answers[0];
};

journey('a decision is recorded and changes no progress', {}, async ({ page, call }) => {
  const { rows, item, form, said } = seen(page);
  await rows.first().waitFor();
  const { id, ref } = await firstRecommendation(call);
  const before = await call('Show', { item: id });
  await open(page, ref);
  await command(page, 'Record a decision');
  const decide = form('Record a decision');
  await decide.waitFor();
  if (before.addressees.length > 1) {
    await decide.getByRole('button', { name: /Which one/ }).click();
    await page.getByRole('option').first().click();
    await decide.getByRole('button', { name: 'Continue' }).click();
  }
  await decide.getByRole('button', { name: /^Answer/ }).click();
  await page.getByRole('option', { name: 'Accepted in part' }).click();
  // A part that is not accepted needs its reason; what was typed stays.
  await decide.getByLabel('Reason').fill('');
  await decide.getByLabel('Reason').fill('Only for missions with a mandate to protect.');
  await shot(page, 'decision-form');
  await decide.getByRole('button', { name: /^Save/ }).click();
  await eventually(async () => assert.match(await said.innerText(), /recorded/));
  await item.getByText('Accepted in part').first().waitFor();
  await shot(page, 'decision');
  const after = await call('Show', { item: id });
  assert.equal(after.decisions.length, 1);
  assert.equal(after.decisions[0].answer, 'accepted_in_part');
  assert.deepEqual(after.commitments.map((one) => one.status), before.commitments.map((one) => one.status));
});

journey('a request waits, is reminded of, and stands in its list', {}, async ({ page, call }) => {
  const { rows, item, form, view, said } = seen(page);
  await rows.first().waitFor();
  await rows.first().click();
  await item.getByRole('heading', { level: 2 }).waitFor();
  await page.keyboard.press('q');
  const ask = form('Ask an actor');
  await ask.waitFor();
  await ask.getByLabel('What we ask').fill('Where does the political strategy stand?');
  await ask.getByLabel('How').fill('note verbale');
  await ask.getByRole('button', { name: /^Save/ }).click();
  await eventually(async () => assert.match(await said.innerText(), /Ask an actor/));
  await item.getByRole('heading', { name: /Requests/ }).waitFor();
  await shot(page, 'request-on-commitment');
  await view('Requests waiting').click();
  await page.getByRole('link', { name: /Where does the political strategy stand/ }).click();
  await command(page, 'Send a reminder');
  await form('Send a reminder').getByRole('button', { name: /^Save/ }).click();
  await item.getByText('1st reminder').waitFor();
  await shot(page, 'request');
  const { items } = await call('Requests', {});
  assert.equal(items.length, 1);
  assert.equal(items[0].reminders, 1);
  // A request is no word: nobody reported anything.
  const { commitments } = await call('List', { kind: 'commitments', limit: 1 });
  assert.equal(commitments[0].last_update, null);
});

journey('a recommendation is split into parts and joined again', {}, async ({ page, call }) => {
  const { rows, item, form, said } = seen(page);
  await rows.first().waitFor();
  const { recommendations } = await call('List', { kind: 'recommendations', limit: 200 });
  const { id, recommendation: ref } = recommendations.find((one) => one.parts === 0 && one.parent === null && one.commitments > 0);
  await open(page, ref);
  await command(page, 'Split into parts');
  const split = form('Split into parts');
  await split.getByLabel('What each part asks').fill('Agree on a strategy\nReview it every year');
  await split.getByRole('button', { name: /^Save/ }).click();
  await item.getByRole('heading', { name: /^Parts/ }).waitFor();
  await shot(page, 'parts');
  assert.equal((await call('Show', { item: id })).parts.length, 2);
  await item.getByRole('button', { name: 'Join the parts again' }).click();
  await form('Join the parts again').getByRole('button', { name: /^Save/ }).click();
  await eventually(async () => assert.equal((await call('Show', { item: id })).parts.length, 0));
  await eventually(async () => assert.match(await said.innerText(), /Join the parts again/));
  await page.keyboard.press('Control+z');
  await item.getByRole('heading', { name: /^Parts/ }).waitFor();
});

journey('an event moves its dues after a preview, in one step', {}, async ({ page, call, run, file }) => {
  const { rows, form, item, view } = seen(page);
  await rows.first().waitFor();
  await command(page, 'New event');
  await form('New event').getByLabel('Name').fill('Meeting of defence ministers');
  await form('New event').getByLabel('First day').fill('2031-05-13');
  await form('New event').getByRole('button', { name: /^Save/ }).click();
  await item.getByRole('heading', { name: 'Meeting of defence ministers' }).waitFor();
  const { items } = await call('Overdue', { limit: 2 });
  for (const one of items)
    await run('-w', file, 'set-due', one.commitment, 'before the Meeting of defence ministers', '--reason', 'As agreed');
  await view('Events').click();
  await page.getByRole('link', { name: 'Meeting of defence ministers' }).click();
  await command(page, 'Move the event');
  const move = form('Move the event');
  await move.getByLabel('First day').fill('2032-06-01');
  await move.getByLabel('Reason').fill('The host asked for it.');
  await move.getByRole('button', { name: 'Show what would come of it' }).click();
  await move.getByText('2 dues move.').waitFor();
  await shot(page, 'event-preview');
  const first = await call('Show', { item: items[0].id });
  assert.equal(first.due.due_by, '2031-05-12');
  await move.getByRole('button', { name: 'Yes, do it' }).click();
  await eventually(async () => assert.equal((await call('Show', { item: items[0].id })).due.due_by, '2032-05-31'));
  await shot(page, 'event');
  await page.keyboard.press('Control+z');
  await eventually(async () => assert.equal((await call('Show', { item: items[0].id })).due.due_by, '2031-05-12'));
});

journey('a filter shows where it is wrong, and is saved as a view', { refuses: ['Overdue'] }, async ({ page, call }) => {
  const { rows, form, view, headline } = seen(page);
  await rows.first().waitFor();
  const total = (await call('Overdue', { limit: 1 })).total;
  const box = page.getByRole('textbox', { name: 'Filter of the list' });
  await box.fill('lead:DPO staus:open');
  await box.press('Enter');
  // The list stays as it was, and the wrong word is marked.
  await page.getByRole('alert').locator('mark', { hasText: 'staus' }).waitFor();
  await shot(page, 'filter-error');
  assert.match(await headline.innerText(), new RegExp(String(total)));
  await box.fill('lead:DPO status:open');
  await box.press('Enter');
  const narrowed = (await call('Overdue', { limit: 1, filter: 'lead:DPO status:open' })).total;
  assert.ok(narrowed > 0 && narrowed < total);
  await eventually(async () => assert.match(await headline.innerText(), new RegExp(`^${narrowed} `)));
  await page.getByRole('button', { name: 'Save as a view' }).click();
  const save = form('Save a list as a view');
  await save.getByLabel('Name of the view').fill('Ours, open');
  await save.getByRole('button', { name: /^Save/ }).click();
  await view('Ours, open').click();
  await eventually(async () => assert.equal(await box.inputValue(), 'lead:DPO status:open'));
  await shot(page, 'saved-view');
  assert.deepEqual((await call('Views')).map((one) => one.name), ['Ours, open']);
});

journey('an indicator with values is drawn, and told as a table', {}, async ({ page, call }) => {
  const { rows, form, item, said } = seen(page);
  await rows.first().click();
  await item.getByRole('heading', { level: 2 }).waitFor();
  const commitment = await rows.first().getAttribute('data-id');
  await command(page, 'New indicator');
  const add = form('New indicator');
  await add.getByLabel('What is measured').fill('Missions with a political strategy');
  await add.getByLabel('Unit').fill('%');
  await add.getByRole('textbox', { name: 'Baseline' }).fill('40');
  await add.getByRole('textbox', { name: 'Target' }).fill('100');
  await add.getByRole('button', { name: /^Save/ }).click();
  await item.getByRole('heading', { name: 'Missions with a political strategy' }).waitFor();
  for (const value of ['45', '60']) {
    await command(page, 'Record a value');
    const observe = form('Record a value');
    await observe.getByRole('textbox', { name: 'Value' }).fill(value);
    await observe.getByLabel('Who says so').fill(`Report ${value}`);
    await observe.getByRole('button', { name: /^Save/ }).click();
    await eventually(async () => assert.match(await said.innerText(), /Record a value/));
    await observe.waitFor({ state: 'detached' });
  }
  await item.getByRole('img', { name: /Missions with a political strategy/ }).waitFor();
  // Two values of one day stand side by side.
  await item.getByRole('heading', { name: /do not agree/ }).waitFor();
  await shot(page, 'indicator');
  await item.getByText('The numbers as a table').click();
  assert.equal(await item.getByRole('region', { name: 'The numbers as a table' }).getByRole('row').count(), 3);
  const page1 = await call('Show', { item: commitment });
  assert.equal(page1.desk.indicators.length, 1);
});
