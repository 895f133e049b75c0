import { INTERVAL, type IntervalCode } from '../../engine/analysis'

/** What carries a state besides its colour. */
export type Texture = 'solid' | 'underlined' | 'hatched' | 'crossed' | 'dotted' | 'thin'

/** How a state looks: token names, so that both themes and the legend come from one table. */
export interface StateLook {
  readonly name: keyof typeof INTERVAL
  /** CSS custom property of the fill. */
  readonly fill: string
  /** CSS custom property of text and texture on the fill. */
  readonly ink: string
  readonly texture: Texture
}

const look = (name: keyof typeof INTERVAL, token: string, texture: Texture): StateLook => ({
  name,
  fill: `--state-${token}`,
  ink: `--on-${token}`,
  texture,
})

const thin = (name: keyof typeof INTERVAL): StateLook => ({
  name,
  fill: '--line-strong',
  ink: '--ink',
  texture: 'thin',
})

/** Looks by INTERVAL code. */
export const STATE_LOOKS: Readonly<Record<IntervalCode, StateLook>> = {
  [INTERVAL.notStarted]: thin('notStarted'),
  [INTERVAL.finished]: look('finished', 'finished', 'thin'),
  [INTERVAL.runnable]: look('runnable', 'runnable', 'solid'),
  [INTERVAL.sleeping]: look('sleeping', 'runnable', 'dotted'),
  [INTERVAL.running]: look('running', 'running', 'solid'),
  [INTERVAL.holding]: look('holding', 'holding', 'underlined'),
  [INTERVAL.joining]: look('joining', 'runnable', 'hatched'),
  [INTERVAL.blocked]: look('blocked', 'blocked', 'hatched'),
  [INTERVAL.deadlocked]: look('deadlocked', 'deadlocked', 'crossed'),
  [INTERVAL.free]: thin('free'),
  [INTERVAL.held]: look('held', 'holding', 'solid'),
  [INTERVAL.contended]: look('contended', 'blocked', 'hatched'),
  [INTERVAL.deadlockedLock]: look('deadlockedLock', 'deadlocked', 'crossed'),
}

/** The look of a code from a column; codes outside the table are drawn as «not started». */
export function lookOf(code: number): StateLook {
  const looks: Readonly<Record<number, StateLook | undefined>> = STATE_LOOKS
  return looks[code] ?? STATE_LOOKS[INTERVAL.notStarted]
}

/** The states in the order of the legend. */
export const LEGEND: readonly IntervalCode[] = [
  INTERVAL.running,
  INTERVAL.holding,
  INTERVAL.runnable,
  INTERVAL.sleeping,
  INTERVAL.joining,
  INTERVAL.blocked,
  INTERVAL.deadlocked,
  INTERVAL.finished,
]

/** A look with its tokens resolved for the theme in force. */
export interface Paint {
  readonly fill: string
  readonly ink: string
  readonly texture: Texture
}

export interface Palette {
  readonly states: readonly Paint[]
  readonly lane: string
  readonly separator: string
  readonly font: string
}

/** Reads the tokens in force at an element. To be done once per theme, not per frame. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  const codes = Object.values(INTERVAL)
  const states: Paint[] = []
  for (const code of codes) {
    const { fill, ink, texture } = STATE_LOOKS[code]
    states[code] = { fill: token(fill), ink: token(ink), texture }
  }
  return { states, lane: token('--lane'), separator: token('--surface'), font: style.fontFamily }
}
