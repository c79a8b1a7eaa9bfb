// The six languages: each is chosen in the settings, the home screen then says its words and no English ones, in its
// direction, with its plural forms, and keeps the choice; axe finds nothing. The words themselves are held together by
// ui/src/strings/strings.test.ts; whether they are good words, a reader must say.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { faults } from './axe.mjs';
import { ROOT, eventually, journey, seen } from './desk.mjs';

/** Its own name, its direction, and how it says 1, 2, 5 and 21 days. */
const languages = {
  ar: { name: 'العربية', dir: 'rtl', days: ['يوم واحد', 'يومان', '5 أيام', '21 يومًا'] },
  zh: { name: '中文', dir: 'ltr', days: ['1 天', '2 天', '5 天', '21 天'] },
  en: { name: 'English', dir: 'ltr', days: ['1 day', '2 days', '5 days', '21 days'] },
  fr: { name: 'Français', dir: 'ltr', days: ['1 jour', '2 jours', '5 jours', '21 jours'] },
  ru: { name: 'Русский', dir: 'ltr', days: ['1 день', '2 дня', '5 дней', '21 день'] },
  es: { name: 'Español', dir: 'ltr', days: ['1 día', '2 días', '5 días', '21 días'] },
};

function flat(tree) {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : flat(value)));
}
const file = async (language) => JSON.parse(await readFile(path.join(ROOT, 'ui', 'src', 'strings', `${language}.json`), 'utf8'));
const english = flat(await file('en'));

/** A workspace in which four commitments are overdue by 1, 2, 5 and 21 days. */
async function late({ run, file }) {
  await run('-w', file, 'add-source', '--short', 'SG', '--title', 'تقرير الأمين العام', '--language', 'ar');
  await run('-w', file, 'add-recommendation', '--source', 'SG', '--label', '1', '--text', 'ينبغي للبعثات أن تخطط.');
  const today = new Date();
  for (const days of [1, 2, 5, 21]) {
    const due = new Date(today.getFullYear(), today.getMonth(), today.getDate() - days, 12);
    const two = (value) => String(value).padStart(2, '0');
    await run('-w', file, 'add-commitment', '--recommendation', 'SG 1', '--deliverable', `A plan, ${days}`, '--due', `${due.getFullYear()}-${two(due.getMonth() + 1)}-${two(due.getDate())}`);
  }
}

/** What is said in the window, other than the user's own words: texts and names, one by one. */
const said = (page) =>
  page.evaluate(() => {
    const own = (element) => element.closest('bdi, .own, .file, [role=gridcell] [dir=auto], blockquote, h2.item-title, [lang]:not(html)') !== null;
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement && !own(parentElement) && !parentElement.closest('script, style')) texts.push(textContent.trim());
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name)?.trim();
        if (text && !own(element)) texts.push(text);
      }
    return texts.filter((text) => /\p{L}{2}/u.test(text));
  });

/** English messages as patterns, but for those that the other language says in the same letters. */
function patterns(words) {
  const mine = new Set(words);
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return english
    .filter((text) => !mine.has(text) && !/plural|<|select/.test(text) && /[a-z]{3}/.test(text.replace(/\{[^}]*\}/g, '')))
    .map((text) => new RegExp(`^${text.split(/\{[^}]*\}/).map(escape).join('.*')}$`));
}

const settings = (page) => page.getByRole('banner').getByRole('button').last();

for (const [language, { name, dir, days }] of Object.entries(languages)) {
  journey(`the window in ${name}: chosen, said in its own words, kept`, { workspace: 'empty' }, async (desk) => {
    const { page } = desk;
    const { rows } = seen(page);
    await late(desk);
    const messages = await file(language);
    await page.reload();
    await rows.nth(3).waitFor();

    await settings(page).click();
    const choice = page.getByRole('menuitemradio', { name });
    await choice.waitFor();
    assert.equal(await page.getByRole('menuitemradio').count(), 6);
    // The name in its own language; and that nobody has reviewed it, said in it too.
    assert.equal(await choice.locator('[slot=label]').getAttribute('lang'), language);
    assert.equal(await choice.locator(`[slot=description][lang=${language}]`).count(), messages._meta ? 1 : 0);
    assert.deepEqual(await faults(page), []);
    await choice.click();

    const home = async () => {
      await eventually(async () => assert.equal(await page.evaluate(() => document.documentElement.lang), language));
      assert.equal(await page.evaluate(() => document.documentElement.dir), dir);
      await page.getByRole('banner').getByText(messages.app.search).waitFor();
      assert.deepEqual((await rows.evaluateAll((all) => all.length)), 4);
      const told = await rows.allInnerTexts();
      // The oldest first. Whole words: "1 day" is not a part of "21 days".
      for (const [i, words] of days.toReversed().entries()) assert.match(told[i], new RegExp(`(^|[^\\d\\p{L}])${words}($|[^\\p{L}])`, 'u'));
      if (language === 'en') return;
      const foreign = patterns(flat(messages));
      assert.deepEqual((await said(page)).filter((text) => foreign.some((pattern) => pattern.test(text))), []);
    };
    await home();
    assert.deepEqual(await faults(page), []);
    await page.reload();
    await rows.nth(3).waitFor();
    await home();
    await settings(page).click();
    assert.equal(await page.getByRole('menuitemradio', { name }).getAttribute('aria-checked'), 'true');
    await page.keyboard.press('Escape');

    // What a source says stands in its own language.
    await rows.first().focus();
    await page.keyboard.press('Enter');
    const quote = page.locator('section.item blockquote').first();
    await quote.waitFor();
    assert.equal(await quote.getAttribute('lang'), 'ar');
    assert.equal(await quote.evaluate((element) => getComputedStyle(element).direction), 'rtl');
  });
}

journey('speaks the language of the system, with its digits also within words', { workspace: 'sample', context: { locale: 'ar-EG' } }, async ({ page }) => {
  await seen(page).rows.first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'ar');
  const queues = (await page.getByRole('navigation').first().locator('ul').first().allInnerTexts()).join(' ');
  assert.match(queues, /٩٠/);
  assert.doesNotMatch(queues, /[0-9]/);
});

journey('the language can be chosen before anything is open', { workspace: null, refuses: ['Workspace'] }, async ({ page }) => {
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitemradio', { name: 'Français' }).click();
  await page.getByText((await file('fr')).start.lead).waitFor();
  assert.deepEqual(await faults(page), []);
  await page.getByRole('button', { name: 'Langue: Français' }).waitFor();
});
