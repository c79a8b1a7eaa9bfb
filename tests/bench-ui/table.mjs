// The figures: one line each as they come, and all of them in out/bench-ui.json. A target that is missed is said, with
// what is known of the reason, and does not fail the run.

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export class Table {
  #figures = [];

  static heading() {
    console.log(`${''.padEnd(62)} ${'value'.padStart(10)} ${'allowed'.padStart(10)}`);
  }

  /** @param {{name: string, value: number, unit: string, allowed?: number | null, where: string, why?: string}} figure `allowed`: none where it is told only */
  add({ name, value, unit, allowed = null, where, why }) {
    const short = (n) => (n === null ? null : Math.round(n * 100) / 100);
    const held = allowed === null ? 'told only' : value <= allowed ? 'held' : 'MISSED';
    this.#figures.push({ name, value: short(value), unit, allowed: short(allowed), where, ...(why ? { why } : {}) });
    const limit = allowed === null ? '-' : short(allowed).toFixed(1);
    console.log(`${name.padEnd(62)} ${value.toFixed(1).padStart(10)} ${limit.padStart(10)} ${unit.padEnd(7)} ${held.padEnd(9)} ${where}`);
    if (why) console.log(`    ${why}`);
  }

  /** A figure that could not be taken counts as missed. */
  failed(name, error) {
    const why = String(error?.message ?? error).split('\n').slice(0, 3).join(' ');
    this.#figures.push({ name, value: null, unit: '', allowed: null, where: 'not measured', why });
    console.log(`${name.padEnd(62)} NOT MEASURED: ${why}`);
  }

  get missed() {
    return this.#figures.filter(({ value, allowed }) => value === null || (allowed !== null && value > allowed)).length;
  }

  async write(file) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(this.#figures, null, 2)}\n`);
  }
}

const sorted = (of) => of.toSorted((a, b) => a - b);
export const median = (of) => sorted(of)[Math.floor(of.length / 2)] ?? Number.NaN;
/** The 95th percentile: the smallest that 95 of a hundred do not exceed. */
export const p95 = (of) => sorted(of)[Math.max(0, Math.ceil(of.length * 0.95) - 1)] ?? Number.NaN;
export const most = (of) => sorted(of).at(-1) ?? Number.NaN;
