import { describe, expect, test } from 'vitest'
import { lines, programFrom } from './sources.testing'

/** Inside a function `f(lock, other, n)`, with a fixed global `g`, a fixed attribute `.lock` and a list `locks`. */
function isOwn(...body: readonly string[]): boolean {
  const source = lines(
    'import threading',
    'g = threading.Lock()',
    'locks = []',
    'locks.append(threading.Lock())',
    'class C:',
    '    def __init__(self):',
    '        self.lock = threading.Lock()',
    'def f(lock, other, n):',
    ...body.map((line) => `    ${line}`),
  )
  return programFrom(source).releasesOnlyOwn
}

describe('releasesOnlyOwn', () => {
  test('waiting on a condition releases the lock of the condition alone', () => {
    const own = ['c = threading.Condition()', 'with c:', '    c.wait()']
    expect(isOwn(...own)).toBe(true)
    const given = ['c = threading.Condition(lock)', 'with c:', '    c.wait()']
    expect(isOwn(...given)).toBe(false)
    expect(isOwn('make = threading.Condition', ...own)).toBe(false)
    expect(isOwn('from threading import Condition as K', ...own)).toBe(false)
  })

  test.each([
    ['no release at all', ['lock.acquire()']],
    ['with', ['with lock:', '    return n']],
    ['acquire, then release', ['lock.acquire()', 'n += 1', 'lock.release()']],
    [
      'release in finally',
      ['lock.acquire()', 'try:', '    return n', 'finally:', '    lock.release()'],
    ],
    [
      'nested finally',
      [
        'g.acquire()',
        'try:',
        '    lock.acquire()',
        '    try:',
        '        n += 1',
        '    finally:',
        '        lock.release()',
        'finally:',
        '    g.release()',
      ],
    ],
    ['each turn of a loop', ['while n:', '    lock.acquire()', '    lock.release()']],
    [
      'an early way out of a loop',
      [
        'while n:',
        '    lock.acquire()',
        '    if n > 3:',
        '        lock.release()',
        '        break',
        '    lock.release()',
      ],
    ],
    [
      'both branches',
      ['lock.acquire()', 'if n:', '    lock.release()', 'else:', '    lock.release()'],
    ],
    ['an attribute that only __init__ stores', ['lock.lock.acquire()', 'lock.lock.release()']],
    [
      'items of a list that is only appended to',
      ['locks[n % 5].acquire()', 'locks[n % 5].release()'],
    ],
  ])('holds for %s', (_, body) => {
    expect(isOwn(...body)).toBe(true)
  })

  test.each([
    ['a release without acquire', ['lock.release()']],
    ['a second release', ['lock.acquire()', 'lock.release()', 'lock.release()']],
    ['another lock', ['lock.acquire()', 'other.release()']],
    ['an acquire that may fail', ['lock.acquire(timeout=1)', 'lock.release()']],
    ['an acquire whose answer is asked', ['if lock.acquire(False):', '    lock.release()']],
    ['an acquire on one branch', ['if n:', '    lock.acquire()', 'lock.release()']],
    [
      'a release on one branch before another',
      ['lock.acquire()', 'if n:', '    lock.release()', 'lock.release()'],
    ],
    ['a release repeated by a loop', ['lock.acquire()', 'while n:', '    lock.release()']],
    ['a lock of the turn before', ['for lock in n:', '    lock.acquire()', 'lock.release()']],
    ['a name assigned meanwhile', ['lock.acquire()', 'lock = other', 'lock.release()']],
    ['an index assigned meanwhile', ['locks[n].acquire()', 'n += 1', 'locks[n].release()']],
    [
      'a name assigned in a branch',
      ['lock.acquire()', 'if n:', '    lock = other', 'lock.release()'],
    ],
    [
      'a try that may end before the acquire',
      ['try:', '    lock.acquire()', 'finally:', '    lock.release()'],
    ],
    [
      'a handler after a release',
      [
        'lock.acquire()',
        'try:',
        '    lock.release()',
        '    print()',
        'except ValueError:',
        '    lock.release()',
      ],
    ],
    ['a bound release', ['lock.acquire()', 'give = lock.release', 'give()']],
    ['a release inside an expression', ['lock.acquire()', 'print(lock.release())']],
    [
      'an attribute that changes',
      ['lock.lock = other', 'lock.lock.acquire()', 'lock.lock.release()'],
    ],
    [
      'items of a list that changes',
      ['locks[0] = lock', 'locks[n].acquire()', 'locks[n].release()'],
    ],
    [
      'items of a list that others get',
      ['print(locks)', 'locks[n].acquire()', 'locks[n].release()'],
    ],
  ])('fails for %s', (_, body) => {
    expect(isOwn(...body)).toBe(false)
  })

  test('fails for a global that is bound again', () => {
    const source = lines(
      'import threading',
      'g = 1',
      'g = threading.Lock()',
      'g.acquire()',
      'g.release()',
    )
    expect(programFrom(source).releasesOnlyOwn).toBe(false)
  })

  test.each([
    ['locks = a', 'locks[0]'],
    ['b = locks = [a[0]]', 'locks[0]'],
    ['n, locks = 1, a', 'locks[0]'],
    ['class C:\n    locks = a', 'C.locks[0]'],
  ])('fails for items of a list that has another name: %s', (binding, lock) => {
    const source = lines(
      'import threading',
      'a = [threading.Lock()]',
      binding,
      `${lock}.acquire()`,
      `${lock}.release()`,
    )
    expect(programFrom(source).releasesOnlyOwn).toBe(false)
  })

  test('limitation: an acquire in one function and the release in another are not followed', () => {
    const source = lines('def a(l):', '    l.acquire()', 'def b(l):', '    l.release()')
    expect(programFrom(source).releasesOnlyOwn).toBe(false)
  })
})
