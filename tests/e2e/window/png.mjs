// Reads a PNG without the window that wrote it: its size, and how many of its points are not white. Only what a canvas
// writes is known: eight bits a colour, with or without transparency, no interlacing.

import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

export function readPng(bytes) {
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const parts = [];
  let head;
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IHDR') head = data;
    if (type === 'IDAT') parts.push(data);
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  assert.deepEqual([head[8], head[12]], [8, 0], 'eight bits, not interlaced');
  const each = { 2: 3, 6: 4 }[head[9]];
  assert.ok(each, `a kind of PNG that is not known: ${head[9]}`);
  const raw = inflateSync(Buffer.concat(parts));
  const line = width * each;
  let above = Buffer.alloc(line);
  let drawn = 0;
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)];
    const now = Buffer.from(raw.subarray(y * (line + 1) + 1, (y + 1) * (line + 1)));
    for (let x = 0; x < line; x += 1) {
      const left = x < each ? 0 : now[x - each];
      const up = above[x];
      const corner = x < each ? 0 : above[x - each];
      now[x] += [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
    for (let x = 0; x < line; x += each) if (now[x] + now[x + 1] + now[x + 2] < 720) drawn += 1;
    above = now;
  }
  return { width, height, drawn: drawn / (width * height) };
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
