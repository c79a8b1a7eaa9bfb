// What takes long: a filter of one's own is asked once and ended by the next key; an edit, a file and a check say how far
// they are and are cancelled in one place, where nothing was changed then; meanwhile the window answers.

import assert from 'node:assert/strict';

import { faults } from './axe.mjs';
import { command, delay, eventually, hasFocus, journey, seen } from './desk.mjs';

/** What the page asks from now on, by name. */
function listen(page) {
  const asked = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/call')) asked.push(request.postDataJSON());
  });
  return (name) => asked.filter((one) => one.name === name);
}

for (const [where, go, name] of [
  ['a list', async () => {}, 'Overdue'],
  ['a list that is grouped', async (page) => {
    await seen(page).view('Actors').click();
    await seen(page).view('All commitments').click();
    await page.getByRole('button', { name: 'Not grouped' }).click();
    await page.getByRole('menuitemradio', { name: 'by status' }).click();
    await page.getByRole('button', { name: 'Grouped: by status' }).waitFor();
  }, 'List'],
  ['a picture', async (page) => {
    await page.keyboard.press('Shift+P');
    await page.getByRole('group', { name: 'Status by lead' }).getByRole('figure').waitFor();
  }, 'StatusBy'],
]) {
  journey(`asks a filter of one's own once, and the next key ends it: ${where}`, {}, async ({ page }) => {
    await seen(page).rows.first().waitFor();
    await go(page);
    const box = page.getByRole('textbox', { name: 'Filter of the list' });
    const asked = listen(page);
    const filtered = (filter) => asked(name).filter(({ args }) => args.filter === filter);

    await box.fill('status:open');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Clear filters' }).waitFor();
    await eventually(() => page.evaluate(() => document.querySelector('[data-busy=true]') === null));
    assert.equal(filtered('status:open').length, 1, 'the trial is the first page');
    assert.equal(asked('List').filter(({ args }) => args.limit === 1 && args.filter === 'status:open').length, 0);
    assert.equal(asked('Cancel').length, 0);

    // One that takes long: the next key ends it, and it is not shown.
    const letGo = await delay(page, ({ args }) => args.filter === 'status:not_started');
    await box.fill('status:not_started');
    await page.keyboard.press('Enter');
    const [slow] = await eventually(() => filtered('status:not_started').length > 0 && filtered('status:not_started'));
    assert.ok(slow.envelope.job);
    await page.keyboard.press('x');
    await eventually(() => assert.deepEqual(asked('Cancel').map(({ args }) => args.job), [slow.envelope.job]));
    letGo();
    assert.equal(await box.inputValue(), 'status:not_startedx');
    // What was asked before still stands; Escape takes the words back to it.
    await page.keyboard.press('Escape');
    assert.equal(await box.inputValue(), 'status:open');
    assert.equal(await page.getByRole('alert').count(), 0);
    assert.equal(filtered('status:not_started').length, 1);
  });
}

/** An old register that takes seconds to be taken over. */
const LONG = [
  'Reference\tRecommendation\tResponsible\tDeadline\tStatus',
  ...Array.from({ length: 2000 }, (_, n) => `L ${n + 1}\tThe department should publish report ${n + 1} of the plan.\tDPO\t31 March 2027\tOngoing`),
].join('\n');

/** Puts a long text into a field at once: typed in, Chromium takes a time that grows with the square of its lines. */
const paste = (field, text) =>
  field.evaluate((area, words) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(area, words);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

/** The old register in its form, up to what would come of it; the next Ctrl+Enter takes it over. */
async function previewed(page) {
  await command(page, 'Take over an old register');
  const take = seen(page).form('Take over an old register');
  await paste(take.getByLabel('The table'), LONG);
  await take.getByLabel('Short name of its source').fill('LONG');
  await take.getByLabel('Name of the file it was in').fill('long.tsv');
  await page.keyboard.press('Control+Enter');
  await take.getByRole('button', { name: 'Yes, do it' }).waitFor({ timeout: 60_000 });
  return take;
}

journey('an edit that takes long is seen and cancelled, and nothing was changed', {}, async (desk) => {
  const { page } = desk;
  const { said, rows } = seen(page);
  await rows.first().waitFor();
  const before = await desk.call('Workspace');
  await previewed(page);
  await page.keyboard.press('Control+Enter');
  const jobs = page.getByRole('region', { name: 'Under way' });
  const bar = jobs.getByRole('progressbar', { name: 'Saving: taking over of a register' });
  await eventually(async () => assert.ok(Number(await bar.getAttribute('value')) > 0), 'it says how far it is', 60_000);

  // Meanwhile the window goes on: another list is asked and shown.
  await seen(page).view('Actors').click();
  await page.getByRole('heading', { level: 1, name: 'Actors' }).waitFor();
  await rows.first().waitFor();
  assert.equal(await jobs.count(), 1, 'it did not wait for the end');

  // By key from anywhere; the sentence is said.
  await page.keyboard.press('Control+.');
  await eventually(async () => assert.equal(await said.innerText(), 'It was stopped. Nothing was changed.'), 'the sentence', 30_000);
  assert.equal(await jobs.count(), 0);
  assert.deepEqual(await desk.call('Workspace'), before);
  // The next edit is saved as ever.
  await desk.run('-w', desk.file, 'add-actor', '--name', 'Department QX', '--short', 'QX');
  assert.equal((await desk.call('Workspace')).entry, before.entry + 1);
});

journey('Escape ends what the form began and leaves the form; the focus stays', {}, async (desk) => {
  const { page } = desk;
  const { rows, said } = seen(page);
  await rows.first().waitFor();
  const before = (await desk.call('Workspace')).entry;
  const take = await previewed(page);
  const name = take.getByLabel('Name of the file it was in');
  assert.ok(await hasFocus(name));
  await page.keyboard.press('Control+Enter');
  const jobs = page.getByRole('region', { name: 'Under way' });
  // To its button and back by the pointer: the focus is not lost with the button.
  await jobs.getByRole('button', { name: 'Cancel' }).focus();
  await page.keyboard.press('Escape');
  await eventually(async () => assert.equal(await said.innerText(), 'It was stopped. Nothing was changed.'), 'the sentence', 30_000);
  await eventually(async () => assert.ok(await hasFocus(name)));

  await page.keyboard.press('Control+Enter');
  await jobs.waitFor({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await jobs.waitFor({ state: 'detached', timeout: 30_000 });
  assert.equal(await take.getByLabel('Short name of its source').inputValue(), 'LONG');
  assert.ok(await hasFocus(name));
  assert.equal((await desk.call('Workspace')).entry, before);
});

journey('what is under way is reached over a window, by the pointer and by key', {}, async ({ page }) => {
  await seen(page).rows.first().waitFor();
  // A core that is busy for long: the question is on its way, and over before it is ended.
  const letGo = await delay(page, ({ name }) => name === 'Check');
  const asked = listen(page);
  await command(page, 'Check the file');
  const dialog = page.getByRole('dialog', { name: 'Check of the file' });
  const jobs = page.getByRole('region', { name: 'Under way' });
  await jobs.getByRole('progressbar', { name: 'Checking the file' }).waitFor();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await faults(page), []);
  }
  await jobs.getByRole('button', { name: 'Cancel' }).click();
  await eventually(() => assert.deepEqual(asked('Cancel').map(({ args }) => args.job), [asked('Check')[0].envelope.job]));
  await jobs.getByText('Stopping…').waitFor();
  assert.equal(await dialog.count(), 1, 'the window stays');
  assert.deepEqual(await faults(page), []);
  letGo();
  await dialog.getByText('Everything is in order.').waitFor();
  await jobs.waitFor({ state: 'detached' });
  await eventually(() => page.evaluate(() => document.activeElement !== document.body));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

journey('what is under way at 400 % zoom, in Arabic and in the dark', { at: '?lang=ar', context: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4, colorScheme: 'dark' } }, async ({ page }) => {
  await seen(page).rows.first().waitFor();
  const letGo = await delay(page, ({ name }) => name === 'Check');
  await command(page, 'فحص الملف');
  const dialog = page.getByRole('dialog', { name: 'فحص الملف' });
  const jobs = page.locator('.jobs');
  const cancel = jobs.getByRole('button');
  await cancel.waitFor();
  assert.deepEqual(await faults(page), []);
  // All of it is in sight, and less than a third of the window; the way out of the window behind it is free.
  const { left, top, right, bottom } = await jobs.evaluate((one) => one.getBoundingClientRect().toJSON());
  assert.ok(left >= 0 && right <= 320 && bottom <= 256 && bottom >= 240 && bottom - top <= 256 / 3, `${left} ${top} ${right} ${bottom}`);
  assert.ok(await jobs.evaluate((one) => one.scrollHeight <= one.clientHeight && one.scrollWidth <= one.clientWidth));
  await dialog.locator('.dialog-head').getByRole('button').click({ trial: true });
  await cancel.focus();
  await page.keyboard.press('Enter');
  await jobs.getByText('جارٍ الإيقاف').waitFor();
  assert.deepEqual(await faults(page), []);
  letGo();
  await jobs.waitFor({ state: 'detached' });
});
