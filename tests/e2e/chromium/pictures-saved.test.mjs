// Pictures saved as SVG and PNG: readable by themselves, with title, day and source, and without what is not for export.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { journey, seen } from './desk.mjs';
import { life, NAMES, open } from './pictures.mjs';

journey('saved as SVG and PNG that stand alone, without what is not for export', {}, async (desk) => {
  const { page, run, file, ask } = desk;
  const c = await life(desk);
  await run('-w', file, 'set-private', c[40], '--private', 'true', '--reason', 'Not yet.');
  await page.reload();
  const total = (await ask('overdue', '--limit', '1')).total;
  for (const name of NAMES) {
    await open(page, name);
    // A PNG is made of the SVG: two of them will do.
    for (const kind of ['Over time', 'Leads by themes'].includes(name) ? ['SVG', 'PNG'] : ['SVG']) {
      await page.getByRole('button', { name: 'Save picture' }).click();
      await page.getByRole('menuitem', { name: new RegExp(`^${kind}`) }).click();
      const said = seen(page).said.getByText(new RegExp(`${name} .*\\.${kind.toLowerCase()}`, 'i'));
      await said.waitFor();
      assert.match(await said.innerText(), /1 commitment is left out/);
      const bytes = await readFile((await said.innerText()).match(/\/[^:]+\.(?:svg|png)/)[0]);
      if (kind === 'PNG') {
        assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
        assert.equal(bytes.readUInt32BE(16), 1920, 'twice as wide');
        continue;
      }
      const svg = bytes.toString();
      const parsed = await page.evaluate((svg) => {
        const tree = new DOMParser().parseFromString(svg, 'image/svg+xml');
        return { root: tree.documentElement.localName, texts: [...tree.querySelectorAll('text')].map((one) => one.textContent) };
      }, svg);
      assert.equal(parsed.root, 'svg');
      const text = parsed.texts.join(' ');
      for (const part of [/as of \d+ \w+ \d{4}/, /Source: Desk/, /left out: not for export/]) assert.match(text, part, name);
      assert.doesNotMatch(svg, /var\(|data-spot|<script|href="http/);
      if (name === 'Status by lead') assert.match(text, new RegExp(`of ${total - 1} overdue`));
      if (name === 'Dues and slips') assert.ok(!svg.includes(c[40]), 'kept back');
    }
  }
});
