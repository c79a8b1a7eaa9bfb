// A quick hand on a slow machine: keys that come before what they are for wait for it, in their order. None is lost, none
// goes into what is closing, none is taken for something else.

import assert from 'node:assert/strict';

import { delay, eventually, hasFocus, journey, seen } from './desk.mjs';

/** The form of an update of this item with these words, and the focus in them. */
async function writes(page, words) {
  const field = seen(page).form('Log an update').getByLabel('What happened');
  await eventually(async () => assert.equal(await field.inputValue(), words));
  await eventually(() => hasFocus(field), 'the focus in the words');
}

/** Goes by key to a list that stays on its way, and down in it; answers how to let it go. */
async function onTheWay(page) {
  await seen(page).chosen.waitFor();
  const letGo = await delay(page, ({ name, args }) => name === 'List' && args.queue === 'no_evidence');
  await page.keyboard.press('6');
  await page.keyboard.press('ArrowDown');
  return letGo;
}

const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

journey('keys for a list that is on its way act in it, in their order', {}, async ({ page }) => {
  const { keyboard } = page;
  const { rows, chosen, form } = seen(page);
  const letGo = await onTheWay(page);
  await keyboard.press('ArrowDown');
  await keyboard.press('u');
  await keyboard.type('The board agrees.');
  await keyboard.press('Backspace');
  await drawn(page);
  assert.equal(await form('Log an update').count(), 0);
  letGo();
  await writes(page, 'The board agrees');
  await page.getByRole('grid', { name: 'No evidence' }).waitFor();
  assert.equal(await chosen.getAttribute('data-id'), await rows.nth(2).getAttribute('data-id'));
});

journey('who goes on to a third list is not held up by the second', {}, async ({ page }) => {
  const { keyboard } = page;
  const { form } = seen(page);
  const letGo = await onTheWay(page);
  await keyboard.press('u');
  await keyboard.press('2');
  await page.getByText('Nothing is due in the next 90 days').waitFor();
  letGo();
  await drawn(page);
  assert.equal(await form('Log an update').count(), 0, 'what was pressed for the second list is forgotten');
});

journey('keys after a save are for the list, though the form is still there', {}, async ({ page, call }) => {
  const { keyboard } = page;
  const { rows, chosen } = seen(page);
  await chosen.waitFor();
  const id = await chosen.getAttribute('data-id');
  const second = (await call('Overdue', { by_lead: true, limit: 2 })).items[1].id;
  await keyboard.press('u');
  await writes(page, '');
  await keyboard.type('The board agreed.');
  const letGo = await delay(page, ({ name }) => name === 'LogUpdate');
  await keyboard.press('Control+Enter');
  await keyboard.press('j');
  await keyboard.press('u');
  await keyboard.type('Second one.');
  await writes(page, 'The board agreed.');
  letGo();
  await writes(page, 'Second one.');
  assert.equal(await chosen.getAttribute('data-id'), second);
  assert.notEqual(second, id);
  assert.equal((await call('Show', { item: id })).timeline[0].text, 'The board agreed.');
  assert.ok((await rows.count()) > 0);
});

journey('save and next: what is typed meanwhile stands in the form of the next', {}, async ({ page, call }) => {
  const { keyboard } = page;
  const { chosen } = seen(page);
  await chosen.waitFor();
  const [first, second] = (await call('Overdue', { by_lead: true, limit: 2 })).items;
  await keyboard.press('u');
  await writes(page, '');
  await keyboard.type('One.');
  const letGo = await delay(page, ({ name }) => name === 'LogUpdate');
  await keyboard.press('Control+Shift+Enter');
  await keyboard.type('Two.');
  letGo();
  await writes(page, 'Two.');
  await eventually(async () => assert.equal(await chosen.getAttribute('data-id'), second.id));
  assert.equal((await call('Show', { item: first.id })).timeline[0].text, 'One.');
});

journey('after a refused save nothing is done that was pressed for what comes after', { refuses: ['VerifyResult'] }, async ({ page }) => {
  const { keyboard } = page;
  const { chosen, form } = seen(page);
  await chosen.waitFor();
  const id = await chosen.getAttribute('data-id');
  await keyboard.press('v');
  const verify = form('Verify the reported result');
  await verify.getByText('Verified', { exact: true }).click();
  const by = verify.getByLabel('Verified by');
  await by.focus();
  const letGo = await delay(page, ({ name }) => name === 'VerifyResult');
  await keyboard.press('Control+Enter');
  await keyboard.type('jju');
  letGo();
  await verify.locator('.field-error, [role=alert]').first().waitFor();
  await drawn(page);
  assert.equal(await chosen.getAttribute('data-id'), id);
  assert.equal(await form('Log an update').count(), 0);
  assert.equal(await by.inputValue(), '');
});

journey('in the run, an act is for the item that was gone on to', {}, async ({ page, call }) => {
  const { keyboard } = page;
  await seen(page).chosen.waitFor();
  const second = (await call('Overdue', { by_lead: true, limit: 2 })).items[1];
  const letGo = await delay(page, ({ name, args }) => name === 'Overdue' && args.limit === 40);
  await keyboard.press('r');
  await keyboard.press('j');
  await keyboard.press('u');
  await keyboard.type('Of the second.');
  await drawn(page);
  letGo();
  await writes(page, 'Of the second.');
  await page.locator('.run-place', { hasText: '2 of 49' }).waitFor();
  await eventually(async () => assert.equal(await page.locator('section.run-item .where bdi').first().textContent(), (await call('Show', { item: second.id })).ref));
});
