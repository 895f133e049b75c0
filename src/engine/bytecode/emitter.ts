import { assert, present } from '../../base'
import type { Span } from '../language'
import type { OperationName } from './opcodes'
import { depthChangeOfJump, endsPath, stackEffect, type Shapes } from './stackEffect'

/** A place in the code that jumps may name before it is known. */
export interface Label {
  /** Index of the instruction in its function, once placed. */
  position: number | undefined
  /** Operand stack depth there, known from the first jump on. */
  depth: number | undefined
  /** Whether control can come here other than from the instruction above. */
  isTarget: boolean
}

/** Code whose exceptions go to `handler`; it may have gaps, where inlined cleanup stands. */
export interface Region {
  readonly handler: Label
  readonly depth: number
  readonly ranges: { readonly from: number; readonly to: number }[]
  /** Start of the range that is open now. */
  start: number | undefined
}

export interface Instruction {
  readonly operation: OperationName
  readonly argument: number | Label
  readonly span: Span
}

export interface RegionEntry {
  readonly from: number
  readonly to: number
  readonly handler: Label
  readonly depth: number
}

/**
 * The instructions of one function. Follows the operand stack depth while it writes, and leaves out code that nothing
 * can reach (after `return`, `raise`, `break`, `continue`). Positions count from the function's first instruction.
 */
export class Emitter {
  readonly instructions: Instruction[] = []
  /** Inner regions before outer ones. */
  readonly entries: RegionEntry[] = []
  depth = 0
  private highest = 0
  private isReachable = true

  constructor(private readonly shapes: Shapes) {}

  get stackSize(): number {
    return this.highest
  }

  emit(operation: OperationName, argument: number, span: Span): void {
    const { pops, pushes } = stackEffect(operation, argument, this.shapes)
    assert(this.depth >= pops, `${operation} pops ${pops} of ${this.depth} values`)
    this.write({ operation, argument, span })
    this.setDepth(this.depth - pops + pushes)
    if (endsPath(operation)) this.isReachable = false
  }

  jump(operation: OperationName, label: Label, span: Span): void {
    const change = present(depthChangeOfJump(operation), `the target of ${operation}`)
    this.meet(label, this.depth + change)
    if (this.isReachable) label.isTarget = true
    this.write({ operation, argument: label, span })
    const { pops, pushes } = stackEffect(operation, 0, this.shapes)
    this.setDepth(this.depth - pops + pushes)
    if (endsPath(operation)) this.isReachable = false
  }

  label(): Label {
    return { position: undefined, depth: undefined, isTarget: false }
  }

  place(label: Label): void {
    assert(label.position === undefined, 'a label is placed twice')
    if (this.isReachable) this.meet(label, this.depth)
    label.position = this.instructions.length
    label.depth ??= this.depth
    this.setDepth(label.depth)
    if (label.isTarget) this.isReachable = true
  }

  /** Opens a region whose handler gets the stack cut to `depth`. */
  protect(handler: Label, depth: number): Region {
    return { handler, depth, ranges: [], start: this.instructions.length }
  }

  /** Leaves what follows outside `region`, until {@link resume}. */
  suspend(region: Region): void {
    const from = present(region.start, 'the start of the suspended region')
    const to = this.instructions.length
    if (from < to) region.ranges.push({ from, to })
    region.start = undefined
  }

  resume(region: Region): void {
    assert(region.start === undefined, 'an open region is resumed')
    region.start = this.instructions.length
  }

  /** Closes `region` for good and enters it into the exception table. */
  close(region: Region): void {
    this.suspend(region)
    this.meet(region.handler, region.depth + 1)
    if (region.ranges.length > 0) region.handler.isTarget = true
    for (const { from, to } of region.ranges) {
      this.entries.push({ from, to, handler: region.handler, depth: region.depth })
    }
  }

  private write(instruction: Instruction): void {
    if (this.isReachable) this.instructions.push(instruction)
  }

  private setDepth(depth: number): void {
    this.depth = depth
    if (this.isReachable) this.highest = Math.max(this.highest, depth)
  }

  private meet(label: Label, depth: number): void {
    label.depth ??= depth
    assert(label.depth === depth, `a label is met at depths ${label.depth} and ${depth}`)
  }
}
