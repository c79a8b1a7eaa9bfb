// What only Chromium can tell: tasks of the main thread that took long, while a list is scrolled and while Down is held.
// The page is the same, the core is the same; the door is the test host, built for release.

import { Desk } from '../e2e/chromium/desk.mjs';
import { PROBE } from './probe.mjs';

const WHERE = 'Chromium';
const FAR = 10_000;
const HELD = 10_000;
/** Auto-repeat of a usual keyboard. */
const REPEAT = 33;
const WHEEL = 600;

/** Watches long tasks, and for each row in sight without words how long it stood so. */
const WATCH = `
const watch = (bench.watch = { tasks: [], blank: 0, frames: 0, slow: 0, over: false });
watch.observer = new PerformanceObserver((list) => {
  for (const task of list.getEntries()) watch.tasks.push(task.duration);
});
watch.observer.observe({ type: 'longtask' });
const scroller = document.querySelector('.grid-scroll');
const since = new Map();
let before = performance.now();
const frame = (now) => {
  if (watch.over) return;
  watch.frames += 1;
  watch.slow = Math.max(watch.slow, now - before);
  before = now;
  const box = scroller.getBoundingClientRect();
  const blank = new Set();
  for (const row of scroller.querySelectorAll('[role=row][aria-busy=true]')) {
    const place = row.getBoundingClientRect();
    if (place.bottom > box.top + 1 && place.top < box.bottom - 1) blank.add(row.dataset.index);
  }
  for (const part of [0.05, 0.35, 0.65, 0.95]) {
    const y = box.top + (scroller.clientHeight * part);
    if (!document.elementFromPoint(box.left + 40, y)?.closest('[role=row], .grid-stuck')) blank.add('y' + part);
  }
  for (const row of [...since.keys()]) if (!blank.has(row)) since.delete(row);
  for (const row of blank) {
    if (!since.has(row)) since.set(row, now);
    watch.blank = Math.max(watch.blank, now - since.get(row));
  }
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame);`;

const watched = (page) => page.evaluate(() => {
  const { watch } = window.bench;
  watch.over = true;
  for (const task of watch.observer.takeRecords()) watch.tasks.push(task.duration);
  watch.observer.disconnect();
  return { longest: Math.max(0, ...watch.tasks), tasks: watch.tasks.length, blank: watch.blank, frames: watch.frames, slow: watch.slow };
});

function tell(table, name, { longest, tasks, blank, frames, slow }) {
  const why = `${tasks} tasks over 50 ms, ${frames} frames, the longest between two ${slow.toFixed(0)} ms`;
  // The browser tells of tasks over 50 ms only: 0 means that there was none.
  table.add({ name: `${name}: longest task of the main thread over 50 ms`, value: longest, unit: 'ms', allowed: 50, where: WHERE, why });
  table.add({ name: `${name}: longest that a row in sight had no words`, value: blank, unit: 'ms', allowed: 100, where: WHERE });
}

const index = (page) => page.evaluate(() => {
  const box = document.querySelector('.grid-scroll').getBoundingClientRect();
  return Math.max(...bench.rows().filter((row) => row.getBoundingClientRect().top < box.bottom).map((row) => Number(row.dataset.index)));
});

export async function chromium(table, file) {
  const desk = await Desk.make(file, {});
  try {
    const { page } = desk;
    const prepared = async (view) => {
      await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0, null, { timeout: 60_000 });
      await page.evaluate(`(() => { ${PROBE} })()`);
      await page.evaluate(async (view) => {
        const line = () => [...document.querySelectorAll('nav.side .side-line')].find((one) => one.textContent.startsWith(view));
        await bench.until(line);
        line().click();
        await bench.until(() => document.querySelector('.grid')?.getAttribute('aria-label') === view && bench.filled() && bench.settled());
        bench.rows()[0].focus();
      }, view);
      await page.waitForTimeout(1500);
    };
    await prepared('All commitments');
    const grid = await page.locator('.grid-scroll').boundingBox();
    await page.mouse.move(grid.x + grid.width / 2, grid.y + grid.height / 2);
    await page.evaluate(`(() => { ${WATCH} })()`);
    const count = await page.evaluate(() => Number(document.querySelector('.grid').getAttribute('aria-rowcount')) - 1);
    while ((await index(page)) < Math.min(FAR, count - 1)) await page.mouse.wheel(0, WHEEL);
    await page.waitForTimeout(500);
    tell(table, `scroll over ${FAR.toLocaleString('en-GB')} rows`, await watched(page));

    // From the top: not as it was left.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await prepared('All commitments');
    await page.locator('.grid [role=row][data-index="0"]').click();
    await page.waitForTimeout(500);
    await page.evaluate(`(() => { ${WATCH} })()`);
    const end = Date.now() + HELD;
    let pressed = 0;
    while (Date.now() < end) {
      const next = Date.now() + REPEAT;
      await page.keyboard.down('ArrowDown');
      pressed += 1;
      await new Promise((done) => setTimeout(done, Math.max(0, next - Date.now())));
    }
    await page.keyboard.up('ArrowDown');
    await page.waitForTimeout(500);
    const seen = await watched(page);
    tell(table, 'Down held for 10 s', seen);
    const at = await page.evaluate(() => Number(document.activeElement?.dataset.index ?? -1));
    table.add({ name: '  rows that it came down', value: at, unit: 'rows', where: WHERE, why: `${pressed} repeats of the key were sent` });
    return await page.evaluate(() => {
      const [mark] = performance.getEntriesByName('usable');
      return performance.getEntriesByType('resource')
        .filter((one) => one.startTime < mark.startTime && one.name.includes('/assets/'))
        .map((one) => new URL(one.name).pathname.slice(1));
    });
  } finally {
    await desk.close();
  }
}
