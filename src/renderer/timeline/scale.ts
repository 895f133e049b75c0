/** The window on a run: which stretch of events is shown on how many pixels. A value: every change makes a new one. */
export interface TimeScale {
  /** First event shown; may be fractional. */
  readonly from: number
  /** One past the last event shown; `from < to`. */
  readonly to: number
  /** Width on the screen in CSS pixels, above 0. */
  readonly widthPx: number
  /** Number of events of the run; `0 ≤ from` and `to ≤ max(length, 1)`. */
  readonly length: number
}

/** Nobody can tell more apart than this many events across the whole width. */
const FEWEST_EVENTS = 8

/** The whole run. */
export function fitScale(length: number, widthPx: number): TimeScale {
  return { from: 0, to: Math.max(1, length), widthPx: Math.max(1, widthPx), length }
}

/** Left edge of event `event` in pixels; outside the window it lies outside 0…widthPx. */
export function toPx(scale: TimeScale, event: number): number {
  return ((event - scale.from) / (scale.to - scale.from)) * scale.widthPx
}

/** The (fractional) event under a pixel. Inverse of {@link toPx}. */
export function toEvent(scale: TimeScale, px: number): number {
  return scale.from + (px / scale.widthPx) * (scale.to - scale.from)
}

export function pxPerEvent(scale: TimeScale): number {
  return scale.widthPx / (scale.to - scale.from)
}

/** Magnifies by `factor` (above 1: closer); the event under `px` stays under it unless an end of the run is reached. */
export function zoomAt(scale: TimeScale, px: number, factor: number): TimeScale {
  const whole = Math.max(1, scale.length)
  const span = clamp((scale.to - scale.from) / factor, Math.min(FEWEST_EVENTS, whole), whole)
  const anchor = toEvent(scale, px)
  return placed(scale, anchor - (px / scale.widthPx) * span, span)
}

/** Moves the window by pixels; positive shows later events. */
export function panBy(scale: TimeScale, px: number): TimeScale {
  return placed(scale, scale.from + px / pxPerEvent(scale), scale.to - scale.from)
}

/** Moves the window as little as possible so that `event` is inside, with a margin where there is room. */
export function reveal(scale: TimeScale, event: number): TimeScale {
  const span = scale.to - scale.from
  const margin = Math.min(span * 0.1, span / 2 - 0.5)
  if (event - margin < scale.from) return placed(scale, event - margin, span)
  if (event + 1 + margin > scale.to) return placed(scale, event + 1 + margin - span, span)
  return scale
}

/** Centres the window on an event. */
export function centre(scale: TimeScale, event: number): TimeScale {
  const span = scale.to - scale.from
  return placed(scale, event - span / 2, span)
}

/** The same stretch on another width. */
export function resize(scale: TimeScale, widthPx: number): TimeScale {
  return { ...scale, widthPx: Math.max(1, widthPx) }
}

/** True when the whole run is shown. */
export function isWhole(scale: TimeScale): boolean {
  return scale.to - scale.from >= Math.max(1, scale.length)
}

function placed(scale: TimeScale, from: number, span: number): TimeScale {
  const start = clamp(from, 0, Math.max(0, Math.max(1, scale.length) - span))
  return { ...scale, from: start, to: start + span }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
