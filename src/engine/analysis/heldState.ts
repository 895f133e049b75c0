/** What may be in hand at a point of a function, and how the ways of leaving a statement are joined. */

/** Undefined stands for a point that cannot be reached. */
export interface HeldState {
  /** Bit i: the lock of point i may be in hand. */
  readonly held: bigint
  /** Names that hold the result of an acquisition: while one is false, its points are not in hand. */
  readonly results: ReadonlyMap<string, bigint>
}

export const NOTHING_HELD: HeldState = { held: 0n, results: new Map() }

/** Where a statement may leave to, and with what in hand. */
export interface Exits {
  readonly next: HeldState | undefined
  readonly breaks?: HeldState | undefined
  readonly continues?: HeldState | undefined
  readonly returns?: HeldState | undefined
  readonly raises?: HeldState | undefined
}

export function union(a: HeldState | undefined, b: HeldState | undefined): HeldState | undefined {
  if (a === undefined || a === b) return b
  if (b === undefined) return a
  const results = new Map([...a.results].filter(([name, points]) => b.results.get(name) === points))
  return { held: a.held | b.held, results }
}

export function isSame(a: HeldState | undefined, b: HeldState | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return (
    a.held === b.held &&
    a.results.size === b.results.size &&
    [...a.results].every(([name, points]) => b.results.get(name) === points)
  )
}

export function without(state: HeldState, points: bigint): HeldState {
  return { ...state, held: state.held & ~points }
}

/** Exits of either of two statements; `next` is left to the caller, for whom it differs. */
export function joinExits(a: Exits, b: Exits, next: HeldState | undefined): Exits {
  return {
    next,
    breaks: union(a.breaks, b.breaks),
    continues: union(a.continues, b.continues),
    returns: union(a.returns, b.returns),
    raises: union(a.raises, b.raises),
  }
}

/** Every exit passed through `change`, as a `with` or `finally` does on the way out. */
export function mapExits(exits: Exits, change: (state: HeldState) => HeldState | undefined): Exits {
  const through = (state: HeldState | undefined): HeldState | undefined =>
    state === undefined ? undefined : change(state)
  return {
    next: through(exits.next),
    breaks: through(exits.breaks),
    continues: through(exits.continues),
    returns: through(exits.returns),
    raises: through(exits.raises),
  }
}

/** Numbers of the bits that are set, ascending. */
export function bits(mask: bigint): readonly number[] {
  const found: number[] = []
  for (let i = 0, rest = mask; rest !== 0n; i++, rest >>= 1n) if ((rest & 1n) === 1n) found.push(i)
  return found
}
