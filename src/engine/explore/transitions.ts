/** The transitions of a search that keeps them: for each state, in order of expansion, where each of its moves leads. */
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

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
