// The walk over the screens of the table in `screens.mjs`: axe finds nothing in light, in dark and in Arabic, targets have 24
// pixels (WCAG 2.5.8), wider spacing cuts no words off (1.4.12), and at 400 % zoom (1280 by 1024 shows 320 by 256 then)
// nothing is scrolled sideways. It stands in several files, so that none is long. FOLLOWTHROUGH_SCREENS names a folder: each
// screen is taken there as a small picture in each manner, with an index, and without axe (`make screens`).
// FOLLOWTHROUGH_SCREEN: only those whose names begin so, several with commas between them.

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after } from 'node:test';

import { faults } from './axe.mjs';
import { eventually, journey } from './desk.mjs';
import { cut, small, SPACED } from './fits.mjs';
import { furnish, hands, leave, screens } from './screens.mjs';

export const OUT = process.env.FOLLOWTHROUGH_SCREENS;
const ONLY = (process.env.FOLLOWTHROUGH_SCREEN ?? '').split(',');
const WIDE = { width: 1280, height: 800 };
const ZOOMED = { width: 320, height: 256 };

/** What is on its way has come, and is drawn. */
async function settled(page) {
  await eventually(async () => assert.equal(await page.locator('.stale, p.wait, .grid-wait').count(), 0));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What stands out of the window sideways, so that the whole page would be scrolled. */
const beyond = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.body.querySelectorAll('*')].filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    return [`${scrollWidth} > ${clientWidth}: ${out.slice(-3).map((one) => `${one.localName}.${one.className}`).join(', ')}`];
  });

/** A small picture: WebP, no wider than 640 pixels. */
async function take(page, cdp, file, { width, height }) {
  // What is cut out counts from the top of the page; only what is seen is drawn.
  const y = await page.evaluate(() => window.scrollY);
  const { data } = await cdp.send('Page.captureScreenshot', {
    format: 'webp',
    quality: width > 640 ? 30 : 50,
    clip: { x: 0, y, width, height, scale: width > 640 ? 640 / width : 1.5 },
  });
  await writeFile(path.join(OUT, `${file}.webp`), Buffer.from(data, 'base64'));
}

const desks = {
  nothing: {
    workspace: null,
    refuses: ['Workspace', 'Open?'],
    make: async ({ page, run, folder, write }) => {
      await run('new', path.join(folder, 'Letter.followthrough'));
      await write('Letter.followthrough', 'Dear colleague,\nthis is not a workspace.\n');
      await page.reload();
    },
  },
  empty: { workspace: 'empty' },
  sample: {
    workspace: 'sample',
    make: async (desk) => {
      const found = await furnish(desk);
      await desk.page.reload();
      await desk.page.locator('.grid').locator('[role=row][data-id]').first().waitFor();
      return found;
    },
  },
};

/** Makes the tests of a part of the table: from one share of it to another. */
export function walkScreens({ languages, from = 0, to = 1 }) {
  const part = screens.slice(Math.round(screens.length * from), Math.round(screens.length * to));
  const walked = part.filter(({ name }) => ONLY.some((one) => name.startsWith(one)));
  for (const [name, { make, ...options }] of Object.entries(desks)) {
    const mine = walked.filter((one) => (one.on ?? 'sample') === name);
    if (mine.length === 0) continue;
    const context = { permissions: ['clipboard-read', 'clipboard-write'] };
    journey(`${name}: every screen in ${languages.join(' and ')}: axe, targets, spacing, 400 %`, { ...options, context, timeout: 1_500_000 }, async (desk) => {
      const { page, address } = desk;
      const cdp = OUT && (await desk.context.newCDPSession(page));
      const found = await make?.(desk);
      const wrong = [];
      for (const language of languages) {
        await page.goto(`${address}/?lang=${language}`);
        await page.locator('h1, main').first().waitFor();
        const at = await hands({ page, call: desk.call, language, found });
        assert.equal(await page.evaluate(() => document.documentElement.dir), language === 'ar' ? 'rtl' : 'ltr');
        for (const screen of mine) {
          try {
            await screen.open(at);
            await settled(page);
            wrong.push(...(await see(page, cdp, screen, language)));
            await screen.close?.(at);
            await leave(at);
          } catch (error) {
            throw new Error(`${screen.name} in ${language}: ${error.message}`, { cause: error });
          }
        }
      }
      assert.deepEqual([...new Set(wrong)], []);
    });
  }
}

/** Targets that are too small, and words that wider spacing cuts off which nothing cut before. */
async function fits(page) {
  const wrong = await page.evaluate(small);
  const before = new Set(await page.evaluate(cut));
  const spaced = await page.addStyleTag({ content: SPACED });
  await settled(page);
  for (const one of await page.evaluate(cut)) if (!before.has(one)) wrong.push(`spaced, cut off: ${one}`);
  for (const one of await beyond(page)) wrong.push(`spaced, wider than the window: ${one}`);
  await spaced.evaluate((style) => style.remove());
  await settled(page);
  return wrong;
}

/** One screen in its manners; answers what is wrong with it. */
async function see(page, cdp, { name }, language) {
  const wrong = [];
  const look = async (manner, rules) => {
    if (OUT) await take(page, cdp, `${name}.${manner}`, WIDE);
    else for (const fault of await faults(page, { rules })) wrong.push(`${name} (${manner}): ${fault}`);
  };
  if (language === 'ar') await look('arabic');
  else {
    await look('light');
    if (!OUT) wrong.push(...(await fits(page)).map((one) => `${name}: ${one}`));
    await page.emulateMedia({ colorScheme: 'dark' });
    await settled(page);
    // Only the colours are others.
    await look('dark', ['color-contrast']);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.setViewportSize(ZOOMED);
  await page.evaluate(() => document.activeElement?.closest('form')?.scrollIntoView());
  await settled(page);
  if (OUT && language === 'en') await take(page, cdp, `${name}.zoom`, ZOOMED);
  for (const one of await beyond(page)) wrong.push(`${name} (400 %, ${language}): ${one}`);
  await page.setViewportSize(WIDE);
  return wrong;
}

if (OUT) {
  await mkdir(OUT, { recursive: true });
  after(async () => {
    if (ONLY.some((one) => one !== '')) return;
    const cell = (name, manner) => `[![${name}, ${manner}](${name}.${manner}.webp)](${name}.${manner}.webp)`;
    const manners = ['light', 'dark', 'arabic', 'zoom'];
    const rows = screens.map(({ name, about }) => `| ${about} | ${manners.map((one) => cell(name, one)).join(' | ')} |`);
    const head = [
      '# The screens',
      '',
      'Made by `make screens` from the table in `tests/e2e/chromium/screens.mjs`: 1280 by 800 in light, dark and Arabic, made',
      'smaller; and 1280 by 1024 at 400 % zoom, where 320 by 256 are seen. Do not edit.',
      '',
      '| Screen | Light | Dark | Arabic | 400 % |',
      '| --- | --- | --- | --- | --- |',
    ];
    await writeFile(path.join(OUT, 'README.md'), `${[...head, ...rows].join('\n')}\n`);
  });
}
