/** The transitions of a search that keeps them: for each state, in order of expansion, where each of its moves leads. */
import { grown } from '../../base'
import type { PackedMove } from './stateStore'

export class Transitions {
  count = 0
  /** First transition of each expanded state. */
  private starts = new Int32Array(1 << 10)
  private expanded = 0
  private targets = new Int32Array(1 << 12)
  private moves = new Uint16Array(1 << 12)
  /** Transitions in which a thread marks progress: few. */
  private readonly progress = new Set<number>()

  /** What follows belongs to the next state in order of discovery. */
  beginState(): void {
    if (this.expanded + 1 >= this.starts.length) this.starts = grown(this.starts)
    this.starts[this.expanded++] = this.count
    this.starts[this.expanded] = this.count
  }

  add(target: number, move: PackedMove, isProgress: boolean): void {
    if (isProgress) this.progress.add(this.count)
    if (this.count === this.targets.length) {
      this.targets = grown(this.targets)
      const moves = new Uint16Array(this.targets.length)
      moves.set(this.moves)
      this.moves = moves
    }
    this.targets[this.count] = target
    this.moves[this.count++] = move
    this.starts[this.expanded] = this.count
  }

  /** States expanded. */
  get states(): number {
    return this.expanded
  }

  /** Transitions of `state` are those from `from` to before `to`. */
  range(state: number): { readonly from: number; readonly to: number } {
    return { from: this.starts[state] ?? 0, to: this.starts[state + 1] ?? 0 }
  }

  target(transition: number): number {
    return this.targets[transition] as number
  }

  isProgress(transition: number): boolean {
    return this.progress.has(transition)
  }

  move(transition: number): PackedMove {
    return this.moves[transition] as number
  }
}

/** The states from which a state can be reached in one step. Cost: linear in the transitions. */
export function sourcesOf(transitions: Transitions): (state: number) => Int32Array {
  const starts = new Int32Array(transitions.states + 1)
  for (let t = 0; t < transitions.count; t++) {
    const after = transitions.target(t) + 1
    starts[after] = (starts[after] as number) + 1
  }
  for (let state = 0; state < transitions.states; state++) {
    starts[state + 1] = (starts[state + 1] as number) + (starts[state] as number)
  }
  const sources = new Int32Array(transitions.count)
  const filled = starts.slice()
  for (let state = 0; state < transitions.states; state++) {
    const { from, to } = transitions.range(state)
    for (let t = from; t < to; t++) {
      const target = transitions.target(t)
      sources[filled[target] as number] = state
      filled[target] = (filled[target] as number) + 1
    }
  }
  return (state) => sources.subarray(starts[state], starts[state + 1])
}
