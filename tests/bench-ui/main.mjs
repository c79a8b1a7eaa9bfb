// `make bench-ui`: how quick the window is and what it holds, on a generated workspace. The table here, the figures in
// out/bench-ui.json. What is measured and how stands in the files beside this; the generator is that of tests/bench.
//
//     node tests/bench-ui/main.mjs FILE [start|chromium|size|core|keys|memory ...]     (all if none is named)

import { constants } from 'node:fs';
import { copyFile, open, rm } from 'node:fs/promises';
import path from 'node:path';

import { closeBrowser } from '../e2e/chromium/desk.mjs';
import { chromium } from './chromium.mjs';
import { core } from './core.mjs';
import { keys } from './keys.mjs';
import { memory } from './memory.mjs';
import { OUT, ROOT } from './place.mjs';
import { size } from './size.mjs';
import { starting } from './starting.mjs';
import { Table } from './table.mjs';

const [file, ...asked] = process.argv.slice(2);
if (!file) throw new Error('Say which workspace: scripts/bench-ui.sh makes one.');
const wanted = (name) => asked.length === 0 || asked.includes(name);

const table = new Table();
// Updates are logged in it, so the generated one is left as it is.
const copy = path.join(OUT, 'measured.followthrough');
const clear = async () => {
  for (const end of ['', '-wal', '-shm']) await rm(`${copy}${end}`, { force: true });
};

async function part(name, act) {
  if (!wanted(name)) return undefined;
  try {
    return await act();
  } catch (error) {
    table.failed(name, error);
    return undefined;
  } finally {
    await table.write(path.join(ROOT, 'out', 'bench-ui.json'));
  }
}

await clear();
await copyFile(file, copy, constants.COPYFILE_FICLONE);
// Else it is still being written while the first figures are taken.
const written = await open(copy);
await written.sync();
await written.close();
console.log(`\n${path.basename(file)}\n`);
Table.heading();
try {
  await part('start', () => starting(table, copy));
  const fetched = await part('chromium', () => chromium(table, copy));
  await part('size', () => size(table, fetched));
  await part('core', () => core(table, copy));
  await part('keys', () => keys(table, copy));
  await part('memory', () => memory(table, copy));
} finally {
  await closeBrowser();
  await clear();
}
console.log(`\n${table.missed} targets missed or not measured. The figures are in out/bench-ui.json.`);
