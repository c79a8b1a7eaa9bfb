// Arabic in the real window: the panes stand from right to left, and words of both directions in one sentence do not
// mix.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { followthrough, ROOT, start } from './driver.mjs';

let folder;
let page;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'followthrough-arabic-'));
  const file = path.join(folder, 'سجل المتابعة.followthrough');
  const env = { FOLLOWTHROUGH_HOME: path.join(folder, 'home') };
  await followthrough(['sample', file], env);
  const { items } = JSON.parse(await followthrough(['-w', file, 'call', 'Overdue', '{"limit":1,"by_lead":true}'], env)).reply;
  await followthrough(['-w', file, 'log-update', items[0].commitment, '--text', 'صدر التقرير (A/75/123) في جنيف، page 4.', '--status', 'under_implementation'], env);
  page = await start({ args: [file], env });
});

after(async () => {
  await page?.quit();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('the window speaks Arabic from right to left, and mixed words keep their own direction', async () => {
  await page.find('h1');
  await page.script('__TAURI_INTERNALS__.invoke("keep", { changes: [["language", "ar"]] }).then(() => location.reload());');
  await page.waitFor(() => page.script('return document.documentElement.dir === "rtl" && document.querySelector("section.item h2") !== null'), 'Arabic');
  const places = await page.script(`
    const left = (selector) => document.querySelector(selector).getBoundingClientRect().left;
    return { side: left('nav'), list: left('main'), item: left('section.item') };
  `);
  assert.ok(places.side > places.list && places.list > places.item, JSON.stringify(places));

  // The update is drawn from the right, its symbol in it from the left, in the order in which it is read.
  await page.waitFor(() => page.script('return document.querySelector("section.item").textContent.includes("صدر التقرير")'), 'the update');
  const drawn = await page.script(`
    const words = [...document.querySelectorAll('section.item .said')].find((one) => one.textContent.includes('صدر'));
    const node = words.firstChild;
    const at = (text) => {
      const range = document.createRange();
      const from = node.data.indexOf(text);
      range.setStart(node, from);
      range.setEnd(node, from + text.length);
      const { left, right } = range.getBoundingClientRect();
      return { left, right };
    };
    return { direction: getComputedStyle(words).direction, first: at('صدر'), symbol: at('A/75/123'), letter: at('A'), number: at('123'), last: at('جنيف') };
  `);
  assert.equal(drawn.direction, 'rtl');
  assert.ok(drawn.first.left > drawn.symbol.right, 'what is read first stands at the right');
  assert.ok(drawn.symbol.left > drawn.last.right, 'and what follows to the left of the symbol');
  assert.ok(drawn.letter.left < drawn.number.left, 'the symbol itself runs from left to right');

  // What is not ours stands cut off from the sentence around it.
  const loose = await page.script(`
    const latin = /[A-Za-z]{3,}/;
    const walker = document.createTreeWalker(document.querySelector('section.item'), NodeFilter.SHOW_TEXT);
    const loose = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (latin.test(node.data) && !node.parentElement.closest('bdi, [dir], kbd')) loose.push(node.data);
    }
    return loose;
  `);
  assert.deepEqual(loose, []);
  await page.screenshot(path.join(ROOT, 'out', 'shots', 'window-arabic.png'));
});
