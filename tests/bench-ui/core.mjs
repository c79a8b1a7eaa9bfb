// The time of the core alone for what is asked with a key, against the bare query, taken in turns in one process
// (`tests/bench`, `--keys`): the most of all queues, and the search.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { OUT, PROGRAMS } from './place.mjs';

const ALLOWED = 1.5;
const run = promisify(execFile);
const told = ({ name, ours, limit, ratio }) => `${name} ${ratio.toFixed(2)} (${ours.toFixed(1)} of ${limit.toFixed(1)} ms)`;

export async function core(table, file) {
  const to = path.join(OUT, 'core.json');
  await run(path.join(PROGRAMS, 'followthrough-bench'), ['--keys', file, to]);
  const all = JSON.parse(await readFile(to, 'utf8'));
  const figures = all.filter(({ allowed }) => allowed !== null);
  const add = (name, of, also = []) => {
    const [first, ...rest] = of.toSorted((a, b) => b.ratio - a.ratio);
    if (!first) throw new Error(`nothing was measured of ${name}`);
    const why = `of ${of.length}: ${[first, ...rest.slice(0, 3), ...also].map(told).join(', ')}`;
    table.add({ name, value: first.ratio, unit: 'ratio', allowed: ALLOWED, where: 'core', why });
  };
  const isSearch = ({ name }) => name.startsWith('search');
  add('built-in queues: the core to the bare query, most', figures.filter((one) => !isSearch(one)));
  add('search: the core to the bare query, medians', figures.filter(isSearch), all.filter(({ name }) => name.includes('slowest')));
}
