import { describe, expect, it } from 'vitest'
import { releaseReentrant, RLOCK_DEPTH, tryAcquireReentrant } from './reentrantLock'

describe('a re-entrant lock', () => {
  it('is free only after as many releases as acquisitions', () => {
    const words = new Int32Array(new SharedArrayBuffer(64))
    expect(tryAcquireReentrant(words, 1, 2)).toBe(true)
    expect(tryAcquireReentrant(words, 1, 2)).toBe(true)
    expect(tryAcquireReentrant(words, 1, 3)).toBe(false)
    expect(releaseReentrant(words, 1, 2)).toBe('held')
    expect(tryAcquireReentrant(words, 1, 3)).toBe(false)
    expect(releaseReentrant(words, 1, 2)).toBe('free')
    expect(words[1]).toBe(0)
    expect(tryAcquireReentrant(words, 1, 3)).toBe(true)
    expect(words[1 + RLOCK_DEPTH]).toBe(1)
  })

  it('is not released by a thread that does not hold it', () => {
    const words = new Int32Array(new SharedArrayBuffer(64))
    expect(releaseReentrant(words, 1, 2)).toBe('foreign')
    tryAcquireReentrant(words, 1, 2)
    expect(releaseReentrant(words, 1, 3)).toBe('foreign')
    expect(releaseReentrant(words, 1, 2)).toBe('free')
  })
})
