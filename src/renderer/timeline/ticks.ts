import { toPx, type TimeScale } from './scale'

export interface Tick {
  /** Number of the event as people count: the first is 1. */
  readonly number: number
  /** Its left edge. */
  readonly px: number
}

/** Labels closer than this cannot be read. */
const NARROWEST_PX = 72

/** The step between ticks: the smallest of 1, 2, 5 × 10ⁿ events that keeps labels `NARROWEST_PX` apart. */
export function tickStep(scale: TimeScale): number {
  const fewest = ((scale.to - scale.from) / scale.widthPx) * NARROWEST_PX
  const power = 10 ** Math.floor(Math.log10(Math.max(1, fewest)))
  const step = [1, 2, 5, 10].find((unit) => unit * power >= fewest)
  return Math.max(1, (step ?? 10) * power)
}

/** Ticks inside the window, in order, at round numbers. */
export function* ticks(scale: TimeScale): Generator<Tick> {
  const step = tickStep(scale)
  const first = Math.max(1, Math.ceil((scale.from + 1) / step)) * step
  for (let number = first; number <= scale.to; number += step) {
    yield { number, px: toPx(scale, number - 1) }
  }
}
