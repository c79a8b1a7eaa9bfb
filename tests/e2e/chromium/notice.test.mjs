// Once a day the system says what has become due: computed when the day is seen, whether or not the program ran.

import assert from 'node:assert/strict';
import { eventually, journey } from './desk.mjs';

/** Writes down what is notified, in place of the desktop that would show it. */
const listen = () => {
  window.Notification = class {
    static permission = 'granted';
    constructor(title, { body }) {
      localStorage.setItem('told', JSON.stringify([...JSON.parse(localStorage.getItem('told') ?? '[]'), `${title}: ${body}`]));
    }
  };
};
const told = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('told') ?? '[]'));
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

journey('tells once a day what has become overdue and what is due this week', {}, async (desk) => {
  const { page } = desk;
  // The day on which the workspace is first seen has been told of; what follows plays the days after it.
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('followthrough.notice ')));
  const [first, second] = (await desk.ask('overdue', '--limit', '2')).items.map((row) => row.commitment);
  await desk.run('-w', desk.file, 'set-due', first, day(3), '--reason', 'A new plan.');
  await desk.run('-w', desk.file, 'set-due', second, day(-2), '--reason', 'A new plan.');
  await page.context().addInitScript(listen);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('followthrough.notice ')) localStorage.removeItem(key);
  });
  await page.reload();
  await eventually(async () =>
    assert.deepEqual(await told(page), ['Desk: Nothing new is overdue. One is due in the next seven days.']));

  // The same day says nothing more; the day after a week away tells what the week brought.
  await page.reload();
  await page.locator('.grid').waitFor();
  assert.equal((await told(page)).length, 1);
  await page.evaluate((week) => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('followthrough.notice ')) localStorage.setItem(key, week);
  }, day(-7));
  await page.reload();
  await eventually(async () =>
    assert.equal((await told(page))[1], 'Desk: One commitment has become overdue. One is due in the next seven days.'));

  // Switched off, it says nothing, whatever the day.
  await page.evaluate((week) => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('followthrough.notice ')) localStorage.setItem(key, week);
    localStorage.setItem('followthrough.notice', 'off');
  }, day(-7));
  await page.reload();
  await page.locator('.grid').waitFor();
  assert.equal((await told(page)).length, 2);
});
