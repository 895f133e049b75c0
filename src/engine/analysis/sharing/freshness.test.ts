import { describe, expect, it } from 'vitest'
import { placesOf } from './sources.testing'

describe('an object that its `__init__` has not given away', () => {
  /** Two threads that make accounts, keep them under a lock and change them under it. */
  function accounts(members: string, made = 'Account'): string {
    return `import threading
lock = threading.Lock()
kept = []
class Base:
    def __init__(self, n):
        self.n = n
    def keep(self):
        kept.append(self)
class Account(Base):
${members.replace(/^/gm, '    ')}
def work():
    own = ${made}(1)
    with lock:
        kept.append(own)
        kept[0].n += 1
for i in range(2):
    threading.Thread(target=work).start()
`
  }
  const isOpen = (source: string): boolean =>
    placesOf(source).some((place) => /^(?:Base|Account)\.n .*!/.test(place))

  it('is accessed by nobody else', () => {
    expect(placesOf(accounts('def __init__(self, n):\n    self.n = n'))).toEqual([
      'kept[…] [w15 r16]: lock always',
      'Account.n [r16 w16]: lock always',
    ])
  })

  it.each([
    ['the __init__ of a base', 'pass'],
    [
      'a call of that of the base',
      'def __init__(self, n):\n    super().__init__(n)\n    self.n += 1',
    ],
    ['reading what it has', 'def __init__(self, n):\n    self.n = n\n    print(self.n + 1)'],
  ])('nor by %s', (_, members) => {
    expect(isOpen(accounts(members))).toBe(false)
  })

  it.each([
    ['puts it somewhere', 'def __init__(self, n):\n    kept.append(self)\n    self.n = n'],
    ['gives it to a method', 'def __init__(self, n):\n    self.keep()\n    self.n = n'],
    ['keeps a method of it', 'def __init__(self, n):\n    kept.append(self.keep)\n    self.n = n'],
    [
      'has it in a closure',
      'def __init__(self, n):\n    kept.append(lambda: self)\n    self.n = n',
    ],
    [
      'works on another',
      'def __init__(self, n):\n    if kept:\n        self = kept[0]\n    self.n = n',
    ],
    [
      'calls a setter',
      '@property\ndef m(self):\n    return 1\n@m.setter\ndef m(self, m):\n    kept.append(self)\ndef __init__(self, n):\n    self.m = n\n    self.n = n',
    ],
    [
      'is called again',
      'def __init__(self, n):\n    self.n = n\ndef again(self):\n    self.__init__(2)',
    ],
    ['is called again by super', 'def again(self):\n    super().__init__(2)'],
    ['is looked up by its name', 'def again(self):\n    getattr(self, "__init__")(2)'],
  ])('may be if it %s', (_, members) => {
    expect(isOpen(accounts(members))).toBe(true)
  })

  it('may be if the __init__ of a subclass gives it away first', () => {
    const members = 'def __init__(self, n):\n    kept.append(self)\n    super().__init__(n)'
    expect(isOpen(accounts(members))).toBe(true)
    expect(isOpen(accounts(members, 'Base'))).toBe(false)
  })
})
