import { describe, expect, test } from 'vitest'
import { BugError } from '../../base'
import { compile } from './compile'
import { disassemble } from './disassemble'
import { codeOf, lines, programFrom } from './sources.testing'
import { define, moduleOf, nameTarget, NOWHERE } from './trees.testing'

describe('definitions', () => {
  test('defaults are evaluated at the def, attributes before methods at the class', () => {
    expect(
      disassemble(
        programFrom(
          lines(
            'def f(a, b=1, c=2):',
            '    return a',
            'class C:',
            '    n = 1',
            '    def m(self, x=f(0)):',
            '        self.x = x',
          ),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "<module>: stack 3
         1     0  loadConstant 1
               1  loadConstant 2
               2  makeFunction f
               3  storeGlobal f
         4     4  loadConstant 1
         5     5  loadGlobal f
               6  loadConstant 0
               7  call 1
               8  makeFunction C.m
         3     9  makeClass C
              10  storeGlobal C
              11  loadConstant None
              12  return

      f: stack 1 locals a b c
         2    13  loadLocal a
              14  return

      C.m: stack 2 locals self x
         6    15  loadLocal x
              16  loadLocal self
              17  storeAttribute x
              18  loadConstant None
              19  return
      "
    `)
  })

  test('imports load the module, and a member as its attribute', () => {
    expect(codeOf('import threading as t', 'from time import sleep, time as now'))
      .toMatchInlineSnapshot(`
      "
         1     0  loadModule threading
               1  storeGlobal t
         2     2  loadModule time
               3  loadAttribute sleep
               4  storeGlobal sleep
               5  loadModule time
               6  loadAttribute time
               7  storeGlobal now
      "
    `)
  })

  test('global names, parameters and hidden locals have their places', () => {
    const program = programFrom(
      lines(
        'n = 0',
        'def f(lock):',
        '    global n',
        '    x = 1',
        '    with lock:',
        '        n += x',
      ),
    )
    expect(program.functions[1]).toMatchObject({
      qualifiedName: 'f',
      parameters: ['lock'],
      locals: ['lock', 'x', '.context'],
    })
    expect(program.globals.map((global) => global.name)).toEqual(['n', 'f'])
  })
})

describe('places', () => {
  test('an instruction carries the span of the innermost expression that may fail', () => {
    const source = 'x = 1\ny = (x +\n     x.z) // 2\n'
    const program = programFrom(source)
    const places = disassemble(program)
      .split('\n')
      .slice(1, program.code.length + 1)
      .map((row, at) => [
        row.slice(12),
        source.slice(program.spans[2 * at], program.spans[2 * at + 1]),
        program.lines[at],
      ])
    expect(places.slice(2, 7)).toEqual([
      ['loadGlobal x', 'x', 2],
      ['loadGlobal x', 'x', 3],
      ['loadAttribute z', 'x.z', 3],
      ['binary +', 'x +\n     x.z', 2],
      ['loadConstant 2', '2', 3],
    ])
  })
})

describe('trees the checker must not pass', () => {
  test.each([
    ['break outside a loop', moduleOf([], { ...NOWHERE, kind: 'break' })],
    [
      'a bare raise outside an except body',
      moduleOf([], { ...NOWHERE, kind: 'raise', value: undefined, cause: undefined }),
    ],
    [
      'a local that the function does not have',
      moduleOf(
        ['f'],
        define('f', [], [{ ...NOWHERE, kind: 'delete', targets: [nameTarget('x', 'local')] }]),
      ),
    ],
  ])('%s is a bug', (_, module) => {
    expect(() => compile(module, '')).toThrow(BugError)
  })
})
