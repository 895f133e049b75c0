/**
 * What every benchmark uses: timing in interleaved rounds and rows of a table. A benchmark is `bench/<name>.bench.ts`
 * with a default export `(report: Report) => Promise<void>`; scripts/bench.js bundles and runs it.
 */
import type { Browser } from '@playwright/test'

/** One result. `ratio` is what the target speaks of. */
export interface Row {
  readonly name: string
  readonly ours: string
  readonly peer: string
  readonly ratio: number | undefined
  /** A bound on the ratio, e.g. `≤ 1.6×`. */
  readonly target?: Target | undefined
  /** Another condition, e.g. an absolute time or that nothing was lost. */
  readonly isMet?: boolean | undefined
}

export interface Target {
  readonly sense: 'atMost' | 'atLeast'
  readonly ratio: number
}

export interface Report {
  row(row: Row): void
  /** A headless browser; to be closed by the caller. */
  browser(): Promise<Browser>
  /** Path of the bundle of a pool worker's entry, given relative to bench/. */
  worker(entry: string): Promise<string>
  /** Path of the bundle of an entry that is a module of its own, given relative to bench/. */
  module(entry: string): Promise<string>
  /** Path of a file of bench/. */
  path(name: string): string
  /** Whether `--name` was given on the command line. */
  flag(name: string): boolean
}

export function atMost(ratio: number): Target {
  return { sense: 'atMost', ratio }
}

export function atLeast(ratio: number): Target {
  return { sense: 'atLeast', ratio }
}

/** The `p`-quantile (0…1) of `values`, nearest rank; 0.5 is the median. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export interface Contender<T> {
  /** Done before each round, not timed. */
  prepare(): T
  run(prepared: T, count: number): void
}

/** A contender that needs no preparation. */
export function plain(run: (count: number) => void): Contender<undefined> {
  return { prepare: () => undefined, run: (_, count) => run(count) }
}

/** Nanoseconds per operation of each contender, `rounds` rounds A, B, A, B, … after three that warm up. */
export function interleave<A, B>(
  ours: Contender<A>,
  peer: Contender<B>,
  count: number,
  rounds = 9,
): { readonly ours: number[]; readonly peer: number[] } {
  const times = { ours: [] as number[], peer: [] as number[] }
  for (let round = -3; round < rounds; round++) {
    const a = timed(ours, count)
    const b = timed(peer, count)
    if (round < 0) continue
    times.ours.push(a)
    times.peer.push(b)
  }
  return times
}

function timed<T>(contender: Contender<T>, count: number): number {
  const prepared = contender.prepare()
  const start = performance.now()
  contender.run(prepared, count)
  return ((performance.now() - start) * 1e6) / count
}

/** Median of the quotients of rounds that ran side by side: less noisy than the quotient of the medians. */
export function medianRatio(ours: readonly number[], peer: readonly number[]): number {
  return median(ours.map((value, i) => value / (peer[i] ?? NaN)))
}

export function nanoseconds(values: readonly number[]): string {
  return `${median(values).toFixed(1)} ns`
}
