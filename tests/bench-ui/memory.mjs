// The memory of the program and its web processes, as the share that is theirs (PSS), after a tour of all screens, beside
// an empty window of the same toolkit; and whether 200 rounds of the tour leave it flat.
//
// Each figure is taken after a rest, as a person makes them: the engine collects what is no longer used then. In between it
// lets it lie and the figure goes up and down; the most that was seen there is told beside.
//
// Flat: the straight line through the figures of the last half of the rounds rises, over that half, by no more than 5 %
// of the figure after the first tour.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { start } from '../e2e/window/driver.mjs';
import { openWindow, PROGRAMS } from './place.mjs';

const ROUNDS = Number(process.env.FOLLOWTHROUGH_BENCH_ROUNDS ?? 200);
const EVERY = 5;
const FLAT = 0.05;
/** Milliseconds. */
const REST = 3000;

/** PSS of the program and what it started, in MB. */
async function pss(page) {
  let all = 0;
  for (const id of await page.processes()) {
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
    all += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return all / 1024;
}

/** The body of a function that goes once to every view at the side, to pages of items, and opens every window and form. */
const TOUR = `
const rest = () => bench.until(bench.settled, 60000);
// Not Ctrl+N and Ctrl+O: they open the dialog of the system.
const key = (key, more = {}) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
const escape = async () => {
  for (let i = 0; i < 3 && document.querySelector('[role=dialog], section.item form'); i += 1) {
    key('Escape', { code: 'Escape' });
    await bench.painted();
  }
};
let screens = 0;
const lines = () => [...document.querySelectorAll('nav.side .side-line')];
const heads = [...document.querySelectorAll('nav.side h2')];
// Of the sources and the leads, three each: they are the same screen.
const bySource = heads.findIndex((one) => /by source/i.test(one.textContent));
const short = heads.flatMap((head, i) => {
  const own = [...(head.nextElementSibling?.querySelectorAll('.side-line') ?? [])];
  return bySource >= 0 && i >= bySource ? own.slice(0, 3) : own;
}).map((one) => lines().indexOf(one));
for (const at of short) {
  const line = lines()[at];
  if (!line) continue;
  line.click();
  await bench.painted();
  await rest();
  screens += 1;
  const row = bench.rows()[2];
  if (row) {
    row.click();
    await bench.painted();
    await rest();
    screens += 1;
  }
}
lines().find((one) => /^Pictures/.test(one.textContent))?.click();
await bench.until(() => document.querySelector('.picture-names'));
for (let i = 0; i < document.querySelectorAll('.picture-names button').length; i += 1) {
  document.querySelectorAll('.picture-names button')[i].click();
  await bench.painted();
  await rest();
  screens += 1;
}
lines()[0].click();
await bench.painted();
await rest();
(bench.rows()[0] ?? document.body).focus();
for (const [letter, more] of [['k', { ctrlKey: true }], ['?', {}], ['t', {}], ['e', { ctrlKey: true }], ['o', { ctrlKey: true, shiftKey: true }], ['C', { shiftKey: true }], ['u', {}], ['e', {}], ['v', {}], ['d', {}], ['l', {}], ['h', {}]]) {
  bench.rows().find((one) => one.tabIndex === 0)?.focus();
  key(letter, more);
  await bench.painted();
  await rest();
  screens += 1;
  await escape();
  if (letter === 'h') key('h');
  await bench.painted();
  await rest();
}
return screens;`;

/** Goes on the tour and answers how many screens it saw. A call of the driver may not last as long as a tour of a large file. */
async function tour(window) {
  await window.run(`window.toured = null;
    (async () => { ${TOUR} })().then((screens) => { window.toured = { screens }; }, (error) => { window.toured = { error: String(error) }; });`);
  for (;;) {
    await sleep(200);
    const toured = await window.run('return window.toured');
    if (toured?.error) throw new Error(toured.error);
    if (toured) return toured.screens;
  }
}

/** Least squares: how much is added from one to the next. */
function slope(of) {
  const n = of.length;
  const [x, y] = [(n - 1) / 2, of.reduce((a, b) => a + b, 0) / n];
  let [up, across] = [0, 0];
  for (const [i, value] of of.entries()) {
    up += (i - x) * (value - y);
    across += (i - x) ** 2;
  }
  return across === 0 ? 0 : up / across;
}

async function ofEmpty() {
  const page = await start({ binary: path.join(PROGRAMS, 'examples', 'empty_window') });
  try {
    await sleep(REST);
    return await pss(page);
  } finally {
    await page.quit();
  }
}

export async function memory(table, file) {
  const empty = await ofEmpty();
  const window = await openWindow(file);
  const { where } = window;
  try {
    // Else the last 200 answers, which the probe keeps for the figures of keys, are measured as the program's: 13 MB, and the
    // engine lets its heap grow to several times what is alive.
    await window.run('bench.listens = false; bench.answers.length = 0;');
    await sleep(REST);
    const before = await pss(window.page);
    const screens = await tour(window);
    await sleep(REST);
    const after = await pss(window.page);
    table.add({ name: 'memory of the empty window', value: empty, unit: 'MB PSS', where });
    table.add({ name: 'memory at the first screen', value: before, unit: 'MB PSS', where });
    table.add({ name: `memory after a tour of ${screens} screens`, value: after, unit: 'MB PSS', allowed: empty * 1.5 + 100, where });
    const seen = [];
    let [most, took] = [0, 0];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const begun = Date.now();
      await tour(window);
      took += Date.now() - begun;
      most = Math.max(most, await pss(window.page));
      if (round % EVERY !== 0) continue;
      await sleep(REST);
      seen.push(await pss(window.page));
    }
    const half = seen.slice(Math.floor(seen.length / 2));
    const rise = slope(half) * Math.max(0, half.length - 1);
    table.add({
      name: `memory that ${ROUNDS} rounds of it add, over the last half`,
      value: rise,
      unit: 'MB PSS',
      allowed: after * FLAT,
      where,
      why: `${(took / 1000 / ROUNDS).toFixed(1)} s a round, at most ${most.toFixed(0)} MB without a rest; ${seen.filter((_, i) => i % Math.max(1, Math.floor(seen.length / 10)) === 0).map((mb) => mb.toFixed(0)).join(', ')} MB`,
    });
  } finally {
    await window.close();
  }
}
