import { describe, expect, it } from 'vitest'
import { joinersQuestion, LearnedSteps } from './learnedSteps'

const PART = 3
const nobody = (): number => 0

describe('a learned step', () => {
  it('is found where everything it asked for has the same answer', () => {
    const steps = new LearnedSteps<string>()
    steps.add(PART, [1, 2], Int32Array.of(0, 5, 6, 7), nobody, 'takes the lock')
    steps.add(PART, [1], Int32Array.of(0, 4, 6, 7), nobody, 'waits')
    expect(steps.find(PART, Int32Array.of(9, 5, 6, 9), nobody)).toBe('takes the lock')
    expect(steps.find(PART, Int32Array.of(9, 4, 8, 9), nobody)).toBe('waits')
  })
  it('is not found where one answer is new, or in another private part', () => {
    const steps = new LearnedSteps<string>()
    steps.add(PART, [1, 2], Int32Array.of(0, 5, 6), nobody, 'takes the lock')
    expect(steps.find(PART, Int32Array.of(0, 5, 7), nobody)).toBeUndefined()
    expect(steps.find(PART + 1, Int32Array.of(0, 5, 6), nobody)).toBeUndefined()
  })
  it('may depend on who waits for the end of a thread', () => {
    const steps = new LearnedSteps<string>()
    const asked = [joinersQuestion(2)]
    steps.add(PART, asked, new Int32Array(0), () => 1, 'wakes main')
    steps.add(PART, asked, new Int32Array(0), () => 0, 'wakes nobody')
    expect(steps.find(PART, new Int32Array(0), (q) => (q === asked[0] ? 1 : 9))).toBe('wakes main')
  })
  it('is forgotten with all others, and its memory given back', () => {
    const steps = new LearnedSteps<number>()
    const before = steps.treeBytes
    for (let n = 0; n < 2000; n++) steps.add(PART, [0], Int32Array.of(n), nobody, n)
    expect(steps.find(PART, Int32Array.of(7), nobody)).toBe(7)
    expect(steps.treeBytes).toBeGreaterThan(before)
    steps.clear()
    expect(steps.find(PART, Int32Array.of(7), nobody)).toBeUndefined()
    expect(steps.treeBytes).toBe(before)
  })
  it('refuses one whose questions are others than those of the same answers before', () => {
    const steps = new LearnedSteps<string>()
    steps.add(PART, [1], Int32Array.of(0, 5), nobody, 'one')
    const another = (): void => steps.add(PART, [0], Int32Array.of(0, 6), nobody, 'other')
    expect(another).toThrow('depends on what it did not ask')
  })
  it('is found among thousands', () => {
    const steps = new LearnedSteps<number>()
    for (let n = 0; n < 5000; n++) steps.add(n % 100, [0], Int32Array.of(n), nobody, n)
    for (let n = 0; n < 5000; n++) expect(steps.find(n % 100, Int32Array.of(n), nobody)).toBe(n)
  })
})
