// What the first screen ships, compressed: index.html, what it names, what that imports at once, the style sheets; the
// rest, which is loaded when asked, is told beside it.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { UI } from './place.mjs';

const LIMIT = 350;
const NAMED = /(?:src|href)="\.\/(assets\/[^"]+)"/g;
/** `import … from"./x.js"` and `import"./x.js"`, not `import("./x.js")`. */
const IMPORTED = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;

const shipped = async (file) => gzipSync(await readFile(path.join(UI, file)), { level: 9 }).length / 1000;

/** @param {string[] | undefined} fetched what a browser had fetched before the first list was painted */
export async function size(table, fetched) {
  const first = new Set(['index.html']);
  const look = [...(await readFile(path.join(UI, 'index.html'), 'utf8')).matchAll(NAMED)].map(([, file]) => file);
  while (look.length > 0) {
    const file = look.pop();
    if (first.has(file)) continue;
    first.add(file);
    if (!file.endsWith('.js')) continue;
    for (const [, next] of (await readFile(path.join(UI, file), 'utf8')).matchAll(IMPORTED)) look.push(`assets/${next}`);
  }
  const sum = async (files) => {
    let all = 0;
    for (const file of files) all += await shipped(file);
    return all;
  };
  const where = 'ui/dist, gzip';
  table.add({ name: 'shipped for the first screen: the page and what it imports', value: await sum(first), unit: 'kB', allowed: LIMIT, where, why: `${first.size} files` });
  if (fetched) {
    const had = new Set([...first, ...fetched]);
    const more = [...had].filter((file) => !first.has(file));
    table.add({
      name: '  and all that was fetched before the first list was there',
      value: await sum(had),
      unit: 'kB',
      allowed: LIMIT,
      where,
      why: more.length > 0 ? `more: ${more.map((file) => path.basename(file)).join(', ')}` : 'nothing more',
    });
  }
  const rest = (await readdir(path.join(UI, 'assets'))).map((file) => `assets/${file}`).filter((file) => !first.has(file));
  const sizes = await Promise.all(rest.map(async (file) => [path.basename(file), await shipped(file)]));
  table.add({
    name: '  the rest, loaded when asked',
    value: await sum(rest),
    unit: 'kB',
    where,
    why: sizes.sort((a, b) => b[1] - a[1]).map(([file, kB]) => `${file.replace(/-[\w-]{8}(?=\.\w+$)/, '')} ${kB.toFixed(1)}`).join(', '),
  });
}
