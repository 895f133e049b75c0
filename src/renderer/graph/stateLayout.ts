/**
 * Places of the states of a small program: a row for each number of operations from the start, its states side by side
 * in the order that keeps each near those it comes from (the barycentre of Sugiyama's method).
 */
import type { StateGraph } from '../../contract'

export interface PlacedState {
  readonly index: number
  readonly end: StateGraph['states'][number]['end']
  readonly xPx: number
  readonly yPx: number
}

export interface PlacedStep {
  readonly key: string
  readonly thread: string
  /** Index of the thread in `threads`. */
  readonly stroke: number
  readonly path: string
}

export interface StateGraphLayout {
  readonly states: readonly PlacedState[]
  readonly steps: readonly PlacedStep[]
  /** Names of the threads that make steps, in the order in which they come. */
  readonly threads: readonly string[]
  readonly widthPx: number
  readonly heightPx: number
}

export const STATE_RADIUS_PX = 8
const ROW_PX = 34
const COLUMN_PX = 40
const MARGIN_PX = 16

export function layoutStates(graph: StateGraph): StateGraphLayout {
  const rows = rowsOf(graph)
  const widest = Math.max(1, ...rows.map((row) => row.length))
  const widthPx = 2 * MARGIN_PX + (widest - 1) * COLUMN_PX
  const places = new Map<number, PlacedState>()
  for (const [depth, row] of rows.entries()) {
    const leftPx = widthPx / 2 - ((row.length - 1) * COLUMN_PX) / 2
    for (const [column, index] of row.entries()) {
      places.set(index, {
        index,
        end: graph.states[index]?.end ?? 'none',
        xPx: leftPx + column * COLUMN_PX,
        yPx: MARGIN_PX + depth * ROW_PX,
      })
    }
  }
  const threads = [...new Set(graph.edges.map(({ thread }) => thread))]
  const steps = graph.edges.flatMap(({ from, to, thread }, index) => {
    const [start, end] = [places.get(from), places.get(to)]
    if (start === undefined || end === undefined) return []
    const stroke = threads.indexOf(thread)
    return [{ key: String(index), thread, stroke, path: pathOf(start, end) }]
  })
  return {
    states: [...places.values()],
    steps,
    threads,
    widthPx,
    heightPx: 2 * MARGIN_PX + (rows.length - 1) * ROW_PX,
  }
}

/** State indices by depth, each row ordered by where its states come from. */
function rowsOf({ states, edges }: StateGraph): readonly (readonly number[])[] {
  const rows: number[][] = []
  for (const [index, { depth }] of states.entries()) (rows[depth] ??= []).push(index)
  const position = new Map<number, number>()
  return Array.from(rows, (found: readonly number[] | undefined) => {
    const row = found ?? []
    const weight = (index: number): number => {
      const from = edges
        .filter((edge) => edge.to === index)
        .flatMap((edge) => position.get(edge.from) ?? [])
      return from.length === 0 ? 0 : from.reduce((sum, x) => sum + x, 0) / from.length
    }
    const ordered = row
      .map((index) => [index, weight(index)] as const)
      .sort(([, a], [, b]) => a - b)
      .map(([index]) => index)
    for (const [column, index] of ordered.entries()) {
      position.set(index, column - (ordered.length - 1) / 2)
    }
    return ordered
  })
}

/** A straight line downwards; anything else (back to an earlier state) is bowed aside. */
function pathOf(from: PlacedState, to: PlacedState): string {
  if (to.yPx > from.yPx) {
    return `M${from.xPx} ${from.yPx + STATE_RADIUS_PX} L${to.xPx} ${to.yPx - STATE_RADIUS_PX}`
  }
  const bowPx = Math.max(from.xPx, to.xPx) + COLUMN_PX
  return `M${from.xPx + STATE_RADIUS_PX} ${from.yPx} Q${bowPx} ${(from.yPx + to.yPx) / 2} ${to.xPx + STATE_RADIUS_PX} ${to.yPx}`
}
