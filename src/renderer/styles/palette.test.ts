import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, difference, VISIONS } from './colour.testing'

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8')
const THEMES = ['light', 'dark'] as const
const STATES = ['running', 'holding', 'runnable', 'blocked', 'deadlocked', 'finished'] as const

/** The hexadecimal tokens of a theme. */
function tokensOf(theme: (typeof THEMES)[number]): ReadonlyMap<string, string> {
  const block = css.split(`[data-theme='${theme}'] {`)[1]?.split('\n}')[0] ?? ''
  return new Map(
    [...block.matchAll(/(--[\w-]+): (#[\da-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  )
}

describe.each(THEMES)('the %s theme', (theme) => {
  const tokens = tokensOf(theme)
  const token = (name: string): string => tokens.get(name) ?? 'missing'

  it.each(STATES)('shows «%s» at least 3:1 on its lane and on surfaces', (state) => {
    for (const ground of ['--lane', '--surface']) {
      expect(contrast(token(`--state-${state}`), token(ground))).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(STATES)('writes at least 4.5:1 on «%s»', (state) => {
    expect(contrast(token(`--on-${state}`), token(`--state-${state}`))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(Object.keys(VISIONS))('keeps states at least 20 apart in %s vision', (vision) => {
    for (const [i, a] of STATES.entries()) {
      for (const b of STATES.slice(i + 1)) {
        const apart = difference(
          token(`--state-${a}`),
          token(`--state-${b}`),
          vision as keyof typeof VISIONS,
        )
        expect(apart, `${a} and ${b}`).toBeGreaterThanOrEqual(20)
      }
    }
  })

  it.each(['--ink', '--ink-2', '--ink-3', '--accent', '--danger', '--caution', '--success'])(
    'writes %s at least 4.5:1 on every surface',
    (ink) => {
      for (const ground of ['--surface', '--surface-2']) {
        expect(contrast(token(ink), token(ground)), ground).toBeGreaterThanOrEqual(4.5)
      }
    },
  )

  it.each([
    ['--danger', '--danger-soft'],
    ['--caution', '--caution-soft'],
    ['--success', '--success-soft'],
    ['--accent', '--accent-soft'],
    ['--accent-ink', '--accent'],
    ['--ink-2', '--surface-3'],
    ['--ink-3', '--accent-soft'],
    ['--code-keyword', '--surface'],
    ['--code-string', '--surface'],
    ['--code-number', '--surface'],
    ['--code-comment', '--surface'],
  ])('writes %s at least 4.5:1 on %s', (ink, ground) => {
    expect(contrast(token(ink), token(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it('draws the edges of fields at least 3:1', () => {
    expect(contrast(token('--line-strong'), token('--surface'))).toBeGreaterThanOrEqual(3)
  })
})
