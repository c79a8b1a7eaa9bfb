// The table of screens: what each is called, where it stands, and how one comes to it. `screens.test.mjs` walks it with
// axe; `make screens` makes the pictures of it under docs/screens. A new screen is one entry. Only keys, ids and the words
// of the strings: it runs in any language.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { eventually, ROOT } from './desk.mjs';

const strings = async (language) => JSON.parse(await readFile(path.join(ROOT, 'ui/src/strings', `${language}.json`), 'utf8'));

/** A register in which something has happened, so that no screen is bare. Answers what the screens ask for. */
export async function furnish({ ask, call, run, file, write }) {
  const act = (...args) => run('-w', file, '--json', ...args);
  const { items } = await ask('overdue', '--limit', '49');
  const c = items.map((one) => one.commitment);
  const first = await call('Show', { item: c[1] });
  const recommendation = first.answers[0];
  const minutes = await write('Minutes of 3 March.txt', 'The board agreed.\n'.repeat(40));
  await act('log-update', c[1], '--text', 'The guidance went to all missions (A/75/123, para. 12).', '--status', 'under_implementation', '--on', '2024-03-01', '--file', minutes);
  await act('log-update', c[1], '--text', 'صدر التقرير (A/75/123) في جنيف، page 4.', '--on', '2025-01-15');
  await act('add-evidence', c[1], '--link', 'https://example.org/a', '--stance', 'contradicts');
  await act('set-due', c[1], '30 June 2025', '--reason', 'The budget came late.', '--on', '2024-01-10');
  await act('add-milestone', c[1], '--text', 'A draft goes to the missions', '--due', 'March 2025');
  await act('set-flag', c[1], '2026-01-10', '--why', 'Ask before the meeting');
  for (const [i, status, on] of [
    [4, 'under_implementation', '2024-03-01'],
    [6, 'reported_implemented', '2024-05-01'],
    [8, 'reported_implemented', '2025-02-01'],
    [10, 'overtaken_by_events', '2025-06-01'],
    [12, 'suspended', '2025-08-01'],
  ])
    await act('log-update', c[i], '--text', 'Reported in the yearly letter.', '--status', status, '--on', on);
  await act('verify-result', c[8], '--verdict', 'waived', '--reason', 'Seen on the spot.', '--on', '2025-03-01');
  await act('set-due', c[30], '2099-06-30', '--reason', 'Asked for.', '--on', '2025-02-01');
  await act('set-private', c[20], '--reason', 'Under negotiation');
  await act('delete', c[40]);
  await act('hold-review', 'Spring review');
  await act('add-event', 'Peacekeeping Ministerial 2027', '--from', '2027-05-12');
  await act('set-due', c[32], 'before the Peacekeeping Ministerial 2027', '--reason', 'To be shown there.', '--on', '2025-03-01');
  await act('ask-actor', first.lead.id, '--about', c[1], '--about', recommendation.ref, '--text', 'Where does this stand?', '--how', 'Note verbale', '--on', '2025-11-01', '--reply-by', '2025-12-01');
  const series = JSON.parse(await act('repeat-commitment', '--recommendation', recommendation.ref, '--deliverable', 'A focal point is named', '--actor', first.lead.id, '--actor', items[20].lead, '--due', 'June 2027'));
  await act('add-indicator', 'Missions with a plan', '--unit', 'missions', '--baseline', '3', '--baseline-on', '2023-01-01', '--target', '11', '--target-on', '2027-12-31', '--of', c[1]);
  for (const [value, on] of [['4', '2024-01-31'], ['6', '2024-07-31'], ['7', '2025-06-30']]) await act('observe', 'Missions with a plan', value, '--on', on);
  const evidence = (await call('Show', { item: c[1] })).timeline.flatMap((one) => one.evidence ?? [])[0];
  return { commitment: c[1], lead: first.lead, recommendation, source: recommendation.ref.split(' ')[0], series, evidence };
}

/** What an entry of the table has at hand. */
export async function hands({ page, call, language, found }) {
  const words = await strings(language);
  const word = (key) => key.split('.').reduce((at, part) => at[part], words);
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');
  const form = page.getByRole('form');
  const whole = (text) => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  const press = async (key, then) => {
    await keyboard.press(key);
    if (then) await then.first().waitFor();
  };
  /** A line at the side, by the key of its words. */
  const side = async (key) => {
    const line = page.locator('.side-line').filter({ has: page.locator('.side-word', { hasText: whole(word(key)) }) }).first();
    await line.click();
    await eventually(async () => assert.equal(await line.getAttribute('aria-current'), 'page'));
  };
  /** Opens an item by the palette. */
  const item = async (asked, words = asked) => {
    const { id } = await call('Show', { item: asked });
    await press('Control+k', dialog);
    await dialog.getByRole('combobox').fill(words);
    await dialog.locator(`[data-key="hit ${id}"]`).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('section.item:not(.stale) h2').waitFor();
  };
  /** An act of the palette by its id. */
  const act = async (id, then) => {
    await press('Control+k', dialog);
    await dialog.locator(`[data-key="act ${id}"]`).click();
    if (then) await then.first().waitFor();
  };
  return { page, call, found, word, keyboard, dialog, form, press, side, item, act };
}

/** Back to a list with nothing open over it. */
export async function leave({ page }) {
  const open = page.locator('[role=dialog], [role=menu], form[aria-label]:not(.rests), section.item .diary');
  for (let i = 0; i < 6 && (await open.count()) > 0; i += 1) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(0);
  }
}

const queue = (key) => ({ side }) => side(`queue.${key}`);
const report = (key) => ({ side }) => side(`report.title.${key}`);
const picture = (n) => async ({ page, press }) => {
  await press('Shift+P', page.locator('.picture'));
  await page.locator('.picture-names button').nth(n).click();
  await eventually(async () => assert.equal(await page.locator('.picture-names button').nth(n).getAttribute('aria-current'), 'page'));
  await page.locator('.drawn [data-spot]').first().waitFor();
};
/** Back on the commitment in its list, with the focus there. */
const commitment = async ({ item, found, page, press }) => {
  await press('1', page.locator('.grid').locator('[role=row][data-id]'));
  await item(found.commitment);
};
/** A window or form on the commitment, by its key. */
const by = (key, what = 'form') => async (at) => {
  await commitment(at);
  await at.press(key, at[what]);
};

/** `on`: what lies on the desk (the furnished sample if not said). */
export const screens = [
  { name: 'start', about: 'The first screen', on: 'nothing', open: ({ page }) => page.getByRole('heading', { level: 1 }).waitFor() },
  {
    name: 'refusal',
    about: 'A file that is no workspace',
    on: 'nothing',
    open: async ({ page }) => {
      await page.getByRole('button', { name: /Letter/ }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'empty', about: 'An empty workspace', on: 'empty', open: ({ page }) => page.locator('main .empty, main h1').first().waitFor() },
  { name: 'home', about: 'What is overdue', open: ({ page, press }) => press('1', page.locator('section.item h2')) },
  { name: 'queue', about: 'A queue: awaiting verification', open: queue('awaiting_verification') },
  { name: 'queue-empty', about: 'A queue with nothing in it', open: queue('contradicting') },
  { name: 'recommendations', about: 'All recommendations', open: ({ side }) => side('side.recommendations') },
  { name: 'sources', about: 'The sources', open: ({ side }) => side('side.sources') },
  { name: 'actors', about: 'The actors', open: ({ side }) => side('side.actors') },
  { name: 'commitment', about: 'A commitment', open: commitment },
  { name: 'item-history', about: 'The history of an item', open: async (at) => {
    await commitment(at);
    await at.press('h', at.page.locator('.diary'));
  } },
  { name: 'log-update', about: 'An update is logged', open: by('u') },
  { name: 'due', about: 'A due is changed', open: by('d') },
  { name: 'verdict', about: 'A result is verified or returned', open: by('v') },
  { name: 'plain-form', about: 'A plain form: a partner is added', open: by('p') },
  { name: 'recommendation', about: 'A recommendation', open: ({ item, found }) => item(found.recommendation.ref) },
  { name: 'source', about: 'A source', open: ({ item, found }) => item(found.source) },
  { name: 'actor', about: 'An actor', open: ({ item, found }) => item(found.lead.id, found.lead.ref) },
  { name: 'evidence', about: 'A piece of evidence', open: async (at) => {
    await commitment(at);
    await at.page.locator('section.item').getByRole('link', { name: 'Minutes of 3 March.txt' }).first().click();
    await at.page.locator('section.item:not(.stale) h2').filter({ hasText: 'Minutes' }).waitFor();
  } },
  { name: 'event', about: 'An event', open: async (at) => {
    await at.side('report.title.events');
    await at.page.locator('main').getByText('Peacekeeping Ministerial 2027').first().click();
    await at.page.locator('section.item:not(.stale) h2').filter({ hasText: 'Ministerial' }).waitFor();
  } },
  { name: 'indicator', about: 'An indicator', open: async (at) => {
    await at.side('report.title.indicators');
    await at.page.locator('main').getByText('Missions with a plan').first().click();
    await at.page.locator('section.item:not(.stale) h2').filter({ hasText: 'Missions' }).waitFor();
  } },
  { name: 'letter', about: 'The status letter of an actor', open: async (at) => {
    await at.item(at.found.lead.id, at.found.lead.ref);
    await at.press('Shift+L', at.dialog);
    await at.dialog.locator('.letter-text').waitFor();
  } },
  { name: 'series', about: 'A series: one commitment for each of a group', open: ({ item, found }) => item(found.series.id, 'A focal point is named') },
  { name: 'request', about: 'A request to an actor', open: async (at) => {
    await at.side('report.title.requests');
    await at.page.locator('main').getByText('Where does this stand?').first().click();
    await at.page.locator('section.item:not(.stale)').getByText('Note verbale').first().waitFor();
  } },
  { name: 'folded', about: 'A grouped list, folded', open: async ({ page, press, keyboard }) => {
    await press('1', page.locator('.grid [role=row][aria-expanded]'));
    await keyboard.press('Shift+F');
    await page.locator('.grid [role=row][aria-expanded=false]').first().waitFor();
  }, close: async ({ page, keyboard }) => {
    await keyboard.press('Shift+U');
    await page.locator('.grid [role=row][data-id]').first().waitFor();
  } },
  { name: 'search', about: 'The place of the search, with its hits', open: async ({ page, press }) => {
    await press('Control+Shift+F', page.locator('.search-place-field input'));
    await page.locator('.search-place-field input').fill('training');
    await page.locator('.grid [role=row][data-id]').first().waitFor();
    // A number that is typed in the field would be searched for.
  }, close: ({ page }) => page.locator('.grid [role=row][data-id]').first().click() },
  { name: 'run', about: 'A list is reviewed, one by one', open: async ({ page, press }) => {
    await press('1', page.locator('.grid [role=row][data-id]'));
    await press('r', page.locator('main.run h2'));
  }, close: async ({ page, keyboard }) => {
    await keyboard.press('Escape');
    await page.locator('.grid [role=row][data-id]').first().waitFor();
  } },
  { name: 'run-over', about: 'The page at the end of a review', open: async (at) => {
    await at.side('queue.awaiting_verification');
    await at.page.locator('.grid [role=row][data-id]').first().waitFor();
    await at.page.locator('.grid [role=row][data-id]').first().focus();
    await at.press('r', at.page.locator('main.run h2'));
    const over = at.page.locator('.run-over');
    for (let i = 0; i < 8 && (await over.count()) === 0; i += 1) {
      const before = await at.page.locator('.run-place').innerText();
      await at.keyboard.press('j');
      await eventually(async () => assert.ok((await over.count()) > 0 || (await at.page.locator('.run-place').innerText()) !== before));
    }
    await over.waitFor();
  }, close: async ({ page, keyboard }) => {
    await keyboard.press('Escape');
    await page.locator('.grid [role=row][data-id]').first().waitFor();
  } },
  { name: 'requests', about: 'Requests and how long they are silent', open: report('requests') },
  { name: 'no-response', about: 'Addressees that have not answered', open: report('no_response') },
  { name: 'rates', about: 'How many were accepted, how many implemented', open: report('rates') },
  { name: 'themes', about: 'Frameworks and their themes', open: report('themes') },
  { name: 'changes', about: 'What changed', open: report('changes') },
  { name: 'rollup', about: 'How many there are, duplicates once', open: report('rollup') },
  { name: 'columns', about: 'The columns of the grid', open: async ({ page, press, dialog }) => {
    await press('1', page.locator('.grid').locator('[role=row][data-id]'));
    await press('Shift+C', dialog);
  } },
  { name: 'selection', about: 'Several rows are selected', open: async ({ page, keyboard, press }) => {
    await press('6', page.locator('.grid').locator('[role=row][data-id]'));
    await page.locator('.grid').locator('[role=row][data-id]').first().click();
    for (let i = 0; i < 3; i += 1) await keyboard.press('Shift+ArrowDown');
    await page.locator('.selection').waitFor();
  }, close: ({ keyboard }) => keyboard.press('Escape') },
  { name: 'paste', about: 'What pasted cells would change', open: async ({ page, press, dialog, call }) => {
    const { commitments } = await call('List', { kind: 'commitments', queue: 'all', limit: 3 });
    await press('1', page.locator('.grid').locator('[role=row][data-id]'));
    await page.locator('.grid').locator('[role=row][data-id]').first().click();
    const text = ['Reference\tStatus\tHandler\tDue', `${commitments[0].commitment}\t\tBoris\t2031-06-30`, `${commitments[1].commitment}\tno such status\tBoris\t`].join('\n');
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await press('Control+V', dialog);
    await dialog.locator('table').first().waitFor();
  } },
  { name: 'palette', about: 'Search and commands', open: async ({ press, dialog }) => {
    await press('Control+k', dialog);
    await dialog.locator('[data-key^="act "]').first().waitFor();
  } },
  { name: 'palette-hits', about: 'Search with hits', open: async ({ press, dialog }) => {
    await press('Control+k', dialog);
    await dialog.getByRole('combobox').fill('training');
    await dialog.locator('[data-key^="hit "]').first().waitFor();
  } },
  { name: 'picture-lead', about: 'Status by lead', open: picture(0) },
  { name: 'picture-theme', about: 'Status by theme', open: picture(1) },
  { name: 'picture-time', about: 'Over time', open: picture(2) },
  { name: 'picture-late', about: 'How late', open: picture(3) },
  { name: 'picture-heat', about: 'Leads by themes', open: picture(4) },
  { name: 'picture-dues', about: 'Dues and slips', open: picture(5) },
  { name: 'picture-table', about: 'A picture as a table', open: async (at) => {
    await picture(0)(at);
    await at.page.locator('.tools button[aria-pressed]').click();
    await at.page.getByRole('figure').getByRole('table').waitFor();
  }, close: ({ page }) => page.locator('.tools button[aria-pressed]').click() },
  { name: 'diary', about: 'What was done, with undo at each line', open: ({ press, page }) => press('Shift+H', page.locator('.diary [data-entry]')) },
  { name: 'compare', about: 'Two days compared', open: ({ press, page }) => press('Shift+D', page.locator('.compare-answer')) },
  { name: 'bin', about: 'The bin', open: ({ side }) => side('side.bin') },
  { name: 'export', about: 'The summary is exported', open: by('Control+e', 'dialog') },
  { name: 'as-of', about: 'As of which day', open: by('t', 'dialog') },
  { name: 'new', about: 'What is new', open: by('n', 'dialog') },
  { name: 'new-commitment', about: 'A new commitment', open: async (at) => {
    await at.press('n', at.dialog);
    await at.press('c', at.form);
  } },
  { name: 'manual', about: 'The manual', open: async (at) => {
    await by('F1', 'dialog')(at);
    await at.dialog.getByRole('heading').nth(1).waitFor();
  } },
  { name: 'keys', about: 'The keys', open: by('?', 'dialog') },
  { name: 'settings', about: 'The settings', open: async ({ page }) => {
    await page.getByRole('banner').getByRole('button').last().click();
    await page.getByRole('menu').waitFor();
  } },
];
