// Logging an update: a picture from the clipboard, a file that is dropped, what was taken last at one key, a draft that
// outlives the window, and ten in a row without a mouse.

import assert from 'node:assert/strict';

import { eventually, hasFocus, journey, seen } from './desk.mjs';

/** A file comes to the focused element as from the clipboard or from another program. */
const give = (page, how, { name, type, text }) =>
  page.evaluate(
    ({ how, name, type, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type }));
      const at = document.activeElement;
      const event =
        how === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      at.dispatchEvent(event);
    },
    { how, name, type, text },
  );

const open = async (page) => {
  const update = seen(page).form('Log an update');
  await page.keyboard.press('u');
  await eventually(() => hasFocus(update.getByLabel('What happened')), 'the focus in the words');
  return update;
};

journey('takes a pasted picture and a dropped file as evidence', {}, async (desk) => {
  const { page, call } = desk;
  const { rows, said, item } = seen(page);
  await rows.first().waitFor();
  const id = await rows.first().getAttribute('data-id');

  let update = await open(page);
  await page.keyboard.type('The board agreed; see the picture.');
  // Pasted among the words: what is no words goes to the evidence.
  await give(page, 'paste', { name: 'image.png', type: 'image/png', text: 'picture' });
  await update.getByText(/^Pasted picture \d{4}-\d\d-\d\d \d\d\.\d\d\.png$/).waitFor();
  assert.equal(await update.getByLabel('What happened').inputValue(), 'The board agreed; see the picture.');
  await page.keyboard.press('Control+Enter');
  await said.getByText(/^The update of C-\S+ was logged\.$/).waitFor();
  let [newest] = (await call('Show', { item: id })).timeline;
  assert.match(newest.evidence[0].title, /^Pasted picture /);

  update = await open(page);
  await page.keyboard.type('The minutes came.');
  await give(page, 'drop', { name: 'minutes.txt', type: 'text/plain', text: 'agreed' });
  await update.getByText('minutes.txt').waitFor();
  await page.keyboard.press('Control+Enter');
  await item.getByText('The minutes came.').and(page.locator('p')).waitFor();
  [newest] = (await call('Show', { item: id })).timeline;
  assert.equal(newest.evidence[0].title, 'minutes.txt');
});

journey('keeps a draft when the window is killed, and says what of it is lost', {}, async (desk) => {
  const { page, context } = desk;
  await seen(page).rows.first().waitFor();
  let update = await open(page);
  await page.keyboard.type('Half of a long');
  await give(page, 'drop', { name: 'report.pdf', type: 'application/pdf', text: 'x' });
  await update.getByText('report.pdf').waitFor();
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await again.goto(desk.address);
  await seen(again).rows.first().waitFor();
  await eventually(async () => assert.equal(await seen(again).item.count(), 1));
  await again.keyboard.press('u');
  update = seen(again).form('Log an update');
  await eventually(async () => assert.equal(await update.getByLabel('What happened').inputValue(), 'Half of a long'));
  await update.getByText('This is what you had typed before.').waitFor();
  await update.getByText('A file is not kept with it: add report.pdf again.').waitFor();
  // Thrown away, it is gone for good.
  await update.getByRole('button', { name: 'Start afresh' }).click();
  await again.keyboard.press('Escape');
  await again.reload();
  await seen(again).rows.first().waitFor();
  await eventually(async () => assert.equal(await seen(again).item.count(), 1));
  await again.keyboard.press('u');
  await eventually(async () => assert.equal(await update.getByLabel('What happened').inputValue(), ''));
  assert.equal(await update.getByText('This is what you had typed before.').count(), 0);
});

// Beside its words each takes two presses: that, not the clock of a busy machine, is what makes ten in a minute.
journey('logs ten in a row without a mouse, taking over what was said last', {}, async (desk) => {
  const { page, call } = desk;
  const { keyboard } = page;
  const { rows } = seen(page);
  await rows.first().waitFor();
  const ids = (await call('Overdue', { by_lead: true })).items.slice(0, 11).map((row) => row.id);
  let update = await open(page);
  await keyboard.type('Reported in the annual report (1).');
  await update.getByRole('textbox', { name: /^Evidence/ }).fill('S/2026/123');
  await keyboard.press('Control+Shift+Enter');
  for (let n = 2; n <= 11; n += 1) {
    const words = update.getByLabel('What happened');
    await eventually(async () => assert.ok((await hasFocus(words)) && (await words.inputValue()) === ''), `the form of item ${n}`);
    await keyboard.type(`Reported in the annual report (${n}).`);
    await keyboard.press('Control+d');
    await eventually(async () => assert.equal(await update.getByRole('textbox', { name: /^Evidence/ }).inputValue(), 'S/2026/123'));
    await keyboard.press(n < 11 ? 'Control+Shift+Enter' : 'Control+Enter');
  }
  await update.waitFor({ state: 'detached' });
  for (const [n, id] of ids.entries()) {
    const [newest] = (await call('Show', { item: id })).timeline;
    assert.equal(newest.text, `Reported in the annual report (${n + 1}).`);
    assert.equal(newest.evidence.length, 1);
  }
});
