// What axe finds wrong on a page, a line each. What is on its way, and dimmed until it is there, gets another look; what is
// still found then is a fault.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { eventually } from './desk.mjs';

const require = createRequire(new URL('../../../ui/package.json', import.meta.url));
const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE = 3000;

/** `rules`: only these. `at`: a selector of the part that is meant, else the page. */
export async function faults(page, { rules, at } = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  let found = [];
  const looked = async () => {
    const coming = await page.locator('.stale, p.wait, .grid-wait').count();
    found = await violations(page, rules, at);
    assert.deepEqual({ coming, found }, { coming: 0, found: [] });
  };
  await eventually(looked, 'axe', PATIENCE).catch((error) => {
    // Some screens are looked at while they wait.
    if (error.code !== 'ERR_ASSERTION') throw error;
  });
  return found;
}

const violations = (page, rules, at) =>
  page.evaluate(
    async ([rules, at]) => {
      const { violations } = await window.axe.run(at ?? document, { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) });
      return violations.flatMap(({ id, nodes }) =>
        nodes
          // A line of a menu with a description of its own, which is read out after the name.
          .filter((node) => !(id === 'label-content-name-mismatch' && document.querySelector(node.target.join(' '))?.hasAttribute('aria-describedby')))
          .map((node) => `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)} (${[...node.any, ...node.all, ...node.none][0]?.message ?? ''})`),
      );
    },
    [rules, at],
  );
