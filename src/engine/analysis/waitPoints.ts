import type { Expression, Span } from '../language'
import type { WaitingCall } from './callShapes'

/** A place in the source where a thread may wait: for a lock, or for another thread to end. */
export interface WaitPoint extends Span {
  readonly kind: 'acquire' | 'join'
  /** The lock or thread as written, and its expression. */
  readonly text: string
  readonly target: Expression
  readonly isUntimed: boolean
  readonly function: string
}

/** More points than this are listed, not followed: pairs of them grow with the square. */
export const MAXIMUM_FOLLOWED = 500

/** Numbers the points of a program in the order they are met. */
export class WaitPoints {
  readonly points: WaitPoint[] = []
  private readonly numbers = new Map<string, number>()
  private readonly masks = new Map<string, bigint>()

  constructor(private readonly source: string) {}

  /** Every point can be followed. */
  get isComplete(): boolean {
    return this.points.length <= MAXIMUM_FOLLOWED
  }

  /** The number of a point; the same call is one point, however often it is walked. */
  number({ kind, from, to, target, isUntimed }: WaitingCall, title: string): number {
    const key = `${from},${to}`
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const text = this.source.slice(target.from, target.to)
    const point = kind === 'join' ? 'join' : 'acquire'
    const number =
      this.points.push({ kind: point, from, to, target, text, isUntimed, function: title }) - 1
    this.numbers.set(key, number)
    if (number < MAXIMUM_FOLLOWED) this.masks.set(text, (this.masks.get(text) ?? 0n) | bit(number))
    return number
  }

  /** Points met so far whose lock is written as `target` is. */
  sameText(target: Span): bigint {
    return this.masks.get(this.source.slice(target.from, target.to)) ?? 0n
  }
}

/** The set of one point; empty for a point that is not followed. */
export function bit(point: number): bigint {
  return point < MAXIMUM_FOLLOWED ? 1n << BigInt(point) : 0n
}
