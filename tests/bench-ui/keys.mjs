// From the key to the painted result, in the real window: search, the built-in queues, a filter of one's own, an update, the
// groups of the longest list.

import { again, openWindow } from './place.mjs';
import { median, most, p95 } from './table.mjs';

/** Typed letter by letter: frequent words and rare ones, two together, an accent, another script. */
const TYPED = ['training', 'peacekeeping operations', 'ceasefire', 'women security', 'sécurité', 'السلام', 'SRC07'];
const FILTERS = [
  'status:under_implementation slips>1',
  'evidence:none due<2025',
  'priority:high due<today',
  'status:open updated<today-365',
  'private:no status:not_started due:none',
  'slips>2 evidence:none status:open',
];
const UPDATES = 20;

const spread = (of) => `${of.length} of them, median ${median(of).toFixed(0)}, most ${most(of).toFixed(0)} ms`;

async function searching(table, window) {
  const took = [];
  const core = [];
  await window.chord('Control', 'k');
  await window.run('await bench.until(() => document.activeElement?.matches("[role=dialog] input"))');
  for (const words of TYPED) {
    for (const [i, letter] of [...words].entries()) {
      if (letter === ' ') {
        await window.keys('Space');
        continue;
      }
      const typed = [...words].slice(0, i + 1).join('');
      await window.run(
        `const [typed] = arguments;
        bench.fromKey(() => {
          const answer = bench.answers.findLast((one) => one.name === 'Search' && one.args.words === typed && !one.refused);
          if (!answer) return false;
          const list = document.querySelector('[role=dialog] [role=listbox]');
          const [hit] = answer.reply.hits;
          return list && (!hit || list.textContent.includes(hit.ref));
        });`,
        typed,
      );
      await window.keys(letter);
      took.push(await window.run('return bench.last'));
      core.push(await window.run('return bench.answers.findLast((one) => one.name === "Search").took'));
    }
    await window.chord('Control', 'a');
    await window.keys('Delete');
    await window.run('await bench.until(bench.settled)');
  }
  await window.keys('Escape');
  await window.run('await bench.until(() => !document.querySelector("[role=dialog]"))');
  const { where } = window;
  table.add({ name: 'search: key to painted hits, 95th percentile', value: p95(took), unit: 'ms', allowed: 100, where, why: spread(took) });
  table.add({ name: '  of which question and answer, 95th percentile', value: p95(core), unit: 'ms', where });
}

const ROUNDS = 3;

/**
 * Every built-in queue at the side, none of it known before: by Enter on its line, which is asked when the focus comes to it,
 * and in every second round by its own key, where it has one, which nothing announces.
 */
async function queues(table, window) {
  const took = { line: [], key: [] };
  const by = new Map();
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round > 0) await again(window);
    // Lines without a number are no queues: they are told apart when the numbers are there.
    await window.run('await bench.until(() => document.querySelector("nav.side .side-count:not(:empty)") && bench.settled())');
    const count = await window.run('return document.querySelectorAll("nav.side ul")[0].parentElement.querySelectorAll(".side-line").length');
    for (let i = 0; i < count; i += 1) {
      const queue = await window.run(
        `const [i, own] = arguments;
        const line = document.querySelectorAll('nav.side .side-line')[i];
        const name = line.querySelector('.side-word')?.textContent;
        // Reports are no queues: they have no count; nor is what draws more lines.
        if (!name || line.querySelector('.side-count').textContent === '' || line.title || line.getAttribute('aria-current')) return null;
        if (line.closest('ul').previousElementSibling !== [...document.querySelectorAll('nav.side h2')].find((one) => one.nextElementSibling === line.closest('ul'))) return null;
        const heads = [...document.querySelectorAll('nav.side h2')].slice(0, 3);
        if (!heads.includes(line.closest('ul').previousElementSibling)) return null;
        const key = own ? line.getAttribute('aria-keyshortcuts') : null;
        (key ? bench.rows().find((one) => one.tabIndex === 0) ?? document.body : line).focus();
        bench.fromKey(() => document.querySelector('.list-empty') ? line.getAttribute('aria-current') !== null
          : document.querySelector('.grid')?.getAttribute('aria-label') === name && bench.filled());
        return { name, key };`,
        i,
        round % 2 === 1,
      );
      if (queue === null) continue;
      const { name, key } = queue;
      await window.keys(key ?? 'Enter');
      const ms = await window.run('return bench.last');
      took[key ? 'key' : 'line'].push(ms);
      by.set(name, [...(by.get(name) ?? []), ms]);
      await window.run('await bench.until(bench.settled)');
    }
  }
  const slow = [...by].map(([name, of]) => [name, median(of)]).sort((a, b) => b[1] - a[1]).slice(0, 4);
  table.add({
    name: 'built-in queues: key to painted list, 95th percentile',
    value: p95([...took.line, ...took.key]),
    unit: 'ms',
    allowed: 100,
    where: window.where,
    why: `by Enter ${spread(took.line)}, by its key ${spread(took.key)}; slowest ${slow.map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(', ')}`,
  });
}

/** To the list of a line at the side. */
async function toList(window, name) {
  await window.run(
    `const [name] = arguments;
    [...document.querySelectorAll('nav.side .side-line')].find((one) => one.querySelector('.side-word')?.textContent === name).click();
    await bench.until(() => document.querySelector('.grid')?.getAttribute('aria-label') === name && bench.filled() && bench.settled());`,
    name,
  );
}

async function filtering(table, window) {
  await toList(window, 'All commitments');
  const type = async (words) => {
    await window.run('const field = document.querySelector(".filter input"); field.focus(); field.select();');
    await window.keys(...words);
  };
  const took = [];
  for (const words of FILTERS) {
    await type(words);
    await window.run(
      `const [words] = arguments;
      bench.fromKey(() => bench.answers.some((one) => one.args?.filter === words && (one.refused || one.args.limit > 1))
        && (document.querySelector('.list-empty, .filter-wrong') || bench.filled()));`,
      words,
    );
    await window.keys('Enter');
    const ms = await window.run('return bench.last');
    const wrong = await window.run('return document.querySelector(".filter-wrong")?.textContent ?? ""');
    if (wrong === '') took.push([words, ms]);
    await window.run('await bench.until(bench.settled)');
  }
  const slowest = took.toSorted((a, b) => b[1] - a[1])[0];
  table.add({
    name: "a filter of one's own: Enter to painted list, most",
    value: slowest?.[1] ?? Number.NaN,
    unit: 'ms',
    allowed: 300,
    where: window.where,
    why: `${spread(took.map(([, ms]) => ms))}; slowest ${slowest?.[0]}`,
  });

  // The next key: while a filter is tried, a letter in its line ends it.
  await type('status:open updated<today-30 slips>0');
  await window.run('bench.answers.length = 0');
  await window.keys('Enter', 'x');
  await window.run('await bench.until(bench.settled)');
  const stopped = await window.run('return bench.answers.some((one) => one.name === "Cancel" || one.refused && one.reply?.code === "cancelled")');
  table.add({ name: 'a filter that is not stopped by the next key', value: stopped ? 0 : 1, unit: '', allowed: 0, where: window.where });
}

async function logging(table, window) {
  await window.run(`
    const before = document.querySelector('.filter input');
    if (before && before.value !== '') {
      const all = [...document.querySelectorAll('.list button')].find((one) => /filter/i.test(one.textContent) && /no|without|remove|clear/i.test(one.textContent));
      all?.click();
    }`);
  await toList(window, 'All commitments');
  const took = [];
  for (let i = 0; i < UPDATES; i += 1) {
    const words = `Bench ${Date.now().toString(36)} ${i}.`;
    await window.run(`
      document.querySelector('.grid [role=row][aria-selected=true], .grid [role=row][tabindex="0"]').focus();`);
    await window.keys('ArrowDown');
    await window.run('await bench.until(() => document.activeElement?.matches("[role=row][aria-selected=true]") && bench.settled() && document.querySelector("section.item h2"))');
    await window.keys('u');
    await window.run('await bench.until(() => document.activeElement?.matches("section.item form textarea, section.item form input"))');
    await window.keys(...words);
    await window.run(
      `const [words] = arguments;
      bench.fromKey(() => !document.querySelector('section.item form') && document.querySelector('section.item')?.textContent.includes(words));`,
      words,
    );
    await window.chord('Control', 'Enter');
    took.push(await window.run('return bench.last'));
    await window.run('await bench.until(bench.settled)');
  }
  table.add({
    name: 'an update: Enter to its row painted, in the file, 95th percentile',
    value: p95(took),
    unit: 'ms',
    allowed: 100,
    where: window.where,
    why: spread(took),
  });
}

/** All recommendations, in groups: the first folded and unfolded by key, then all of them at once. */
async function folding(table, window) {
  await toList(window, 'Recommendations');
  await window.run(`
    const ways = document.querySelector('.tools button[aria-haspopup]');
    ways.focus();
    ways.click();
    await bench.until(() => document.querySelectorAll('[role=menu] [role=menuitemradio], [role=menu] [role=menuitem]').length > 1);`);
  await window.keys('ArrowDown', 'Enter');
  await window.run(`await bench.until(() => document.querySelector('.grid-all [data-group="0"]') && bench.filled() && bench.settled())`);
  const took = [];
  const press = async (sign, ...names) => {
    await window.run(`bench.fromKey(() => { const head = (n) => document.querySelector('.grid-all [data-group="' + n + '"]'); return ${sign}; })`);
    await (names.length > 1 ? window.chord(...names) : window.keys(...names));
    took.push(await window.run('return bench.last'));
    await window.run('await bench.until(bench.settled)');
  };
  const rows = await window.run('return Number(document.querySelector(".grid").getAttribute("aria-rowcount")) - 1');
  await window.run('bench.rows()[0].focus()');
  await window.keys('ArrowLeft');
  for (let round = 0; round < 5; round += 1) {
    await press('head(0)?.getAttribute("aria-expanded") === "false"', 'ArrowLeft');
    await press('head(0)?.getAttribute("aria-expanded") === "true" && bench.filled()', 'ArrowRight');
    await press('bench.rows().length === 0', 'Shift', 'F');
    await press('bench.filled()', 'Shift', 'U');
  }
  table.add({
    name: 'folding and unfolding a group, and all: key to painted rows, most',
    value: most(took),
    unit: 'ms',
    allowed: 100,
    where: window.where,
    why: `${spread(took)}; ${rows} rows and heads`,
  });
}

export async function keys(table, file) {
  const window = await openWindow(file);
  try {
    for (const [name, figure] of Object.entries({ search: searching, queues, filter: filtering, update: logging, fold: folding })) {
      try {
        await figure(table, window);
      } catch (error) {
        table.failed(name, error);
        await again(window);
      }
    }
  } finally {
    await window.close();
  }
}
