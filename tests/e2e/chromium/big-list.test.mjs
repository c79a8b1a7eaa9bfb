// A register of 100,000 commitments, as `make bench` generates it, in the window: the list is as long as it is, only what
// is in sight exists, and the end is one key away. Where no generated workspace lies in out/bench, it is skipped.

import assert from 'node:assert/strict';
import { constants } from 'node:fs';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';

import { eventually, journey, ROOT, seen } from './desk.mjs';

const bench = path.join(ROOT, 'out', 'bench');
const generated = (await readdir(bench).catch(() => []))
  .filter((name) => /^\d+-\d+-\d+-[\w-]+\.followthrough$/.test(name))
  .sort((a, b) => Number(a.split('-')[1]) - Number(b.split('-')[1]))
  .at(-1);

let folder;
let workspace = null;
if (generated) {
  folder = await mkdtemp(path.join(tmpdir(), 'followthrough-big-'));
  workspace = path.join(folder, 'Big.followthrough');
  await copyFile(path.join(bench, generated), workspace, constants.COPYFILE_FICLONE);
}
after(() => folder && rm(folder, { recursive: true, force: true }));

const skip = generated ? false : 'no generated workspace in out/bench (make bench makes one)';
journey('scrolls through a list of every commitment', { workspace, skip }, async ({ page, call }) => {
  const { grid, rows, chosen, item, view, headline } = seen(page);
  const { keyboard } = page;
  const total = (await call('Counts')).all;
  await view('All commitments').click();
  await eventually(async () => assert.equal(Number((await headline.innerText()).replace(/\D/g, '')), total));
  assert.equal(Number(await grid.getAttribute('aria-rowcount')), total + 1);
  await rows.first().click();

  const inSight = async () => {
    assert.ok((await grid.getByRole('row').count()) < 100, 'only what is in sight exists');
    const waiting = await grid.getByRole('rowgroup').evaluate((scroller) => {
      const frame = scroller.getBoundingClientRect();
      return [...scroller.querySelectorAll('[aria-busy=true]')].filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > frame.top && box.top < frame.bottom;
      }).length;
    });
    assert.equal(waiting, 0, 'rows in sight without words');
  };
  for (const [key, at] of [['End', total], ['Home', 1], ['PageDown', null], ['PageDown', null], ['End', total], ['PageUp', null]]) {
    await keyboard.press(key);
    if (at) await page.getByText(`${at.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`, { exact: true }).waitFor();
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-selected') === 'true'), 'the focus on the chosen row');
    await eventually(async () => { await inSight(); return true; }, 'the rows in sight');
  }

  // By the bar of scrolling to somewhere in the middle: rows come without a key.
  await grid.getByRole('rowgroup').evaluate((scroller) => { scroller.scrollTop = scroller.scrollHeight / 2; });
  await eventually(async () => {
    const index = Number(await rows.first().getAttribute('aria-rowindex'));
    assert.ok(Math.abs(index - total / 2) < total / 50, `${index}`);
    await inSight();
    return true;
  }, 'the rows of the middle');
  await rows.nth(5).click();
  await eventually(async () => assert.equal(await chosen.getAttribute('data-id'), await rows.nth(5).getAttribute('data-id')));
  await item.getByRole('heading', { level: 2 }).waitFor();

  // And the overdue review of all of them, grouped.
  await view('Overdue').click();
  const overdue = (await call('Overdue', { limit: 1 })).total;
  await page.getByRole('heading', { level: 1, name: `${overdue.toLocaleString('en-GB')} commitments are overdue` }).waitFor();
  await rows.first().click();
  await keyboard.press('End');
  await page.getByText(`${overdue.toLocaleString('en-GB')} of ${overdue.toLocaleString('en-GB')}`, { exact: true }).waitFor();
  await eventually(async () => { await inSight(); return true; }, 'the last rows');
});
