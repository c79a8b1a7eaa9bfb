// From exec to the first screen that can be used: the list painted, its first row chosen. The empty window of the same
// toolkit beside it, in turns. The moment of exec is written by a shell in the same process just before; the end is a
// mark that the page sets. Both windows are driven alike, so what that costs falls on both. Each keeps its folder of caches from
// turn to turn, as it does for a user: without it a machine that draws in software translates its shaders at each start.

import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { start } from '../e2e/window/driver.mjs';
import { PROGRAMS } from './place.mjs';
import { median } from './table.mjs';

const TURNS = 5;

async function once(folder, program, args) {
  const stamp = path.join(folder, 'stamp');
  const shell = path.join(folder, `start-${program.replaceAll('/', '-')}`);
  await writeFile(shell, `#!/bin/sh\ndate +%s%N >'${stamp}'\nexec '${path.join(PROGRAMS, program)}' "$@"\n`);
  await chmod(shell, 0o755);
  const page = await start({ args, binary: shell, env: { XDG_CACHE_HOME: path.join(folder, `cache-${path.basename(program)}`) } });
  try {
    const at = await page.waitFor(
      () => page.script('const [mark] = performance.getEntriesByName("usable"); return mark ? performance.timeOrigin + mark.startTime : 0'),
      'the mark of the first screen',
      120_000,
    );
    return at - Number(await readFile(stamp, 'utf8')) / 1e6;
  } finally {
    await page.quit();
  }
}

export async function starting(table, file) {
  const folder = await mkdtemp(path.join(tmpdir(), 'followthrough-starting-'));
  try {
    const ours = () => once(folder, 'followthrough-desktop', [file]);
    const empty = () => once(folder, 'examples/empty_window', []);
    let [a, b] = [[], []];
    for (let turn = 0; turn <= TURNS; turn += 1) {
      let [x, y] = [0, 0];
      if (turn % 2 === 0) [x, y] = [await ours(), await empty()];
      else {
        y = await empty();
        x = await ours();
      }
      // The first turn warms up.
      if (turn > 0) [a, b] = [[...a, x], [...b, y]];
    }
    const where = 'real window (WebKitGTK)';
    const base = median(b);
    const all = (of) => of.map((ms) => Math.round(ms)).join(', ');
    table.add({ name: `exec to the empty window, median of ${TURNS}`, value: base, unit: 'ms', where });
    table.add({
      name: `exec to the usable first screen, median of ${TURNS}`,
      value: median(a),
      unit: 'ms',
      allowed: Math.max(base * 1.3, base + 250),
      where,
      why: `ours ${all(a)}; empty ${all(b)}`,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
