import { describe, expect, test } from 'vitest'
import { lines, programFrom } from './sources.testing'

/** Names of the globals that are not visible. */
function invisible(...source: readonly string[]): readonly string[] {
  const { globals } = programFrom(lines(...source))
  return globals.filter((global) => !global.isVisible).map((global) => global.name)
}

const START = ['t = threading.Thread(target=print)', 't.start()']

describe('isVisible', () => {
  test('is false for what the module binds once before the first start', () => {
    expect(
      invisible(
        'import threading',
        'from time import sleep',
        'n = 0',
        'lock = threading.Lock()',
        'def work():',
        '    global n',
        '    n += 1',
        'class C:',
        '    pass',
        ...START,
        'late = 1',
      ),
    ).toEqual(['threading', 'sleep', 'lock', 'work', 'C', 't'])
  })

  test('is false inside the main block and other conditions', () => {
    expect(
      invisible(
        'import threading',
        'if __name__ == "__main__":',
        '    a = 1',
        ...START.map((line) => `    ${line}`),
        '    b = 2',
      ),
    ).toEqual(['threading', 'a', 't'])
  })

  test.each([
    ['a second assignment', ['x = 1', 'x = 2']],
    ['an augmented assignment', ['x = 1', 'x += 1']],
    ['a deletion', ['x = 1', 'del x']],
    ['a second definition', ['x = 1', 'def x():', '    pass']],
    ['a loop', ['while print():', '    x = 1']],
    ['the target of a loop', ['for x in range(3):', '    pass']],
    ['a try', ['try:', '    x = 1', 'finally:', '    pass']],
    ['the name of an exception', ['try:', '    pass', 'except ValueError as x:', '    pass']],
    ['a global statement', ['def f():', '    global x', '    x = 1']],
    ['both branches of a condition', ['if print():', '    x = 1', 'else:', '    x = 2']],
  ])('is true after %s', (_, source) => {
    expect(invisible(...source)).not.toContain('x')
  })

  test.each([
    ['a function that starts', ['def go():', '    threading.Thread(target=print).start()', 'go()']],
    [
      'a function that calls such a one',
      ['def a():', '    b()', 'def b():', '    print.start()', 'a()'],
    ],
    [
      'the constructor of a class that starts',
      ['class C:', '    def __init__(self):', '        self.t.start()', 'C()'],
    ],
    [
      'a method that starts',
      ['class C:', '    def go(self):', '        self.t.start()', 'c = C()', 'c.go()'],
    ],
    ['a bound start', ['t = threading.Thread(target=print)', 'go = t.start', 'go()']],
    ['a callable held by a global', ['def f():', '    threading.Thread().start()', 'g = f', 'g()']],
    [
      'a callable held by an attribute',
      ['class C:', '    pass', 'c = C()', 'c.add = print', 'c.add()'],
    ],
    ['a callable held by a list', ['l = [print]', 'l[0]()']],
    ['running a thread here', ['def f(x):', '    x.start()', 'threading.Thread(target=f).run()']],
    ['a start inside a loop', ['for i in range(2):', '    threading.Thread(target=print).start()']],
    ['a start in the value itself', ['y = threading.Thread(target=print).start()']],
    ['a start inside with', ['with threading.Lock():', '    print.start()']],
    [
      'a special method that starts',
      ['class C:', '    def __str__(self):', '        self.t.start()', 'print(C())'],
    ],
  ])('is true after %s', (_, source) => {
    const names = invisible('import threading', ...source, 'x = 1')
    expect(names).toContain('threading')
    expect(names).not.toContain('x')
  })

  test.each([
    ['functions that do not start', ['def f():', '    return len([1])', 'f()']],
    [
      'constructors and methods that do not start',
      [
        'class C:',
        '    def __init__(self):',
        '        self.n = 1',
        '    def m(self):',
        '        return self.n',
        'C().m()',
      ],
    ],
    [
      'containers and locks',
      ['l = []', 'l.append(threading.Lock())', 'l[0].acquire()', 'l[0].release()'],
    ],
    ['exceptions that are made', ['e = ValueError("x")']],
    ['a loop without calls of the program', ['for i in range(3):', '    print(i)']],
    [
      'a function that starts and is not called',
      ['def go():', '    threading.Thread(target=print).start()'],
    ],
  ])('stays false after %s', (_, source) => {
    expect(invisible('import threading', ...source, 'x = 1')).toContain('x')
  })
})
