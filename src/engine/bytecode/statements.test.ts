import { describe, expect, test } from 'vitest'
import { codeOf, functionOf } from './sources.testing'

describe('loops', () => {
  test('break pops the iterator of a for, continue keeps it, else runs when nothing broke', () => {
    expect(
      codeOf(
        'for i in range(3):',
        '    if i:',
        '        continue',
        '    break',
        'else:',
        '    print(i)',
      ),
    ).toMatchInlineSnapshot(`
      "
         1     0  loadConstant <range>
               1  loadConstant 3
               2  call 1
               3  getIterator
               4  forIteration → 11
               5  storeGlobal i
         2     6  loadGlobal i
               7  jumpIfFalse → 9
         3     8  jump → 4
         4     9  pop
              10  jump → 15
         6    11  loadConstant <print>
              12  loadGlobal i
              13  call 1
              14  pop
      "
    `)
  })

  test('a while asks its condition anew and has no code after an endless body', () => {
    expect(
      functionOf('def f(n):', '    while n > 0:', '        n -= 1', '    return n', '    print(n)'),
    ).toMatchInlineSnapshot(`
      "
      f: stack 2 locals n
         2     4  loadLocal n
               5  loadConstant 0
               6  compare >
               7  jumpIfFalse → 13
         3     8  loadLocal n
               9  loadConstant 1
              10  inPlace -
              11  storeLocal n
         2    12  jump → 4
         4    13  loadLocal n
              14  return

      "
    `)
  })
})

describe('exceptions', () => {
  test('handlers are tried in order, the name is unbound on both ways out, no match raises on', () => {
    expect(
      functionOf(
        'def f():',
        '    try:',
        '        print(1)',
        '    except ValueError as error:',
        '        print(error)',
        '    except (KeyError, TypeError):',
        '        raise',
        '    else:',
        '        print(2)',
      ),
    ).toMatchInlineSnapshot(`
      "
      f: stack 3 locals error .exception
         3     4  loadConstant <print>
               5  loadConstant 1
               6  call 1
               7  pop
         9     8  loadConstant <print>
               9  loadConstant 2
              10  call 1
              11  pop
         2    12  jump → 41
         4    13  loadConstant <ValueError>
              14  matchException
              15  jumpIfFalse → 32
              16  storeLocal .exception
              17  loadLocal .exception
              18  storeLocal error
         5    19  loadConstant <print>
              20  loadLocal error
              21  call 1
              22  pop
         4    23  loadConstant None
              24  storeLocal error
              25  deleteLocal error
              26  jump → 31
              27  loadConstant None
              28  storeLocal error
              29  deleteLocal error
              30  raise
              31  jump → 41
         6    32  loadConstant <KeyError>
              33  loadConstant <TypeError>
              34  buildTuple 2
              35  matchException
              36  jumpIfFalse → 40
              37  storeLocal .exception
         7    38  loadLocal .exception
              39  raise
         2    40  raise
              41  loadConstant None
              42  return
           4–7 → 13 at depth 0
           19–22 → 27 at depth 0

      "
    `)
  })

  test('a return through two finally bodies runs them outside their own protection', () => {
    expect(
      functionOf(
        'def f(g):',
        '    try:',
        '        try:',
        '            return g()',
        '        finally:',
        '            print(1)',
        '    finally:',
        '        print(2)',
      ),
    ).toMatchInlineSnapshot(`
      "
      f: stack 2 locals g .result .exception
         4     4  loadLocal g
               5  call 0
               6  storeLocal .result
         6     7  loadConstant <print>
               8  loadConstant 1
               9  call 1
              10  pop
         8    11  loadConstant <print>
              12  loadConstant 2
              13  call 1
              14  pop
         4    15  loadLocal .result
              16  return
         3    17  storeLocal .exception
         6    18  loadConstant <print>
              19  loadConstant 1
              20  call 1
              21  pop
         3    22  loadLocal .exception
              23  raise
         2    24  storeLocal .exception
         8    25  loadConstant <print>
              26  loadConstant 2
              27  call 1
              28  pop
         2    29  loadLocal .exception
              30  raise
           4–6 → 17 at depth 0
           4–10 → 24 at depth 0
           17–23 → 24 at depth 0

      "
    `)
  })

  test('a return out of a for pops the iterator before cleanup', () => {
    expect(
      functionOf(
        'def f(lock, items):',
        '    with lock:',
        '        for item in items:',
        '            return item',
      ),
    ).toMatchInlineSnapshot(`
      "
      f: stack 2 locals lock items item .context .result
         2     4  loadLocal lock
               5  duplicate
               6  storeLocal .context
               7  enterContext
               8  pop
         3     9  loadLocal items
              10  getIterator
              11  forIteration → 20
              12  storeLocal item
         4    13  loadLocal item
              14  storeLocal .result
              15  pop
         2    16  loadLocal .context
              17  exitContext
         4    18  loadLocal .result
              19  return
         2    20  loadLocal .context
              21  exitContext
              22  jump → 28
              23  loadLocal .context
              24  exitContextByError
              25  jumpIfTrue → 27
              26  raise
              27  pop
              28  loadConstant None
              29  return
           8–15 → 23 at depth 0

      "
    `)
  })

  test('break out of a with leaves the context first', () => {
    expect(
      functionOf('def f(lock):', '    while True:', '        with lock as l:', '            break'),
    ).toMatchInlineSnapshot(`
      "
      f: stack 2 locals lock l .context
         2     4  loadConstant True
               5  jumpIfFalse → 20
         3     6  loadLocal lock
               7  duplicate
               8  storeLocal .context
               9  enterContext
              10  storeLocal l
              11  loadLocal .context
              12  exitContext
         4    13  jump → 20
         3    14  loadLocal .context
              15  exitContextByError
              16  jumpIfTrue → 18
              17  raise
              18  pop
         2    19  jump → 4
              20  loadConstant None
              21  return
           10–10 → 14 at depth 0

      "
    `)
  })

  test('assert makes the error only when the condition fails', () => {
    expect(codeOf('x = 1', 'assert x', 'assert not x, "no"')).toMatchInlineSnapshot(`
      "
         1     0  loadConstant 1
               1  storeGlobal x
         2     2  loadGlobal x
               3  jumpIfTrue → 7
               4  loadConstant <AssertionError>
               5  call 0
               6  raise
         3     7  loadGlobal x
               8  jumpIfFalse → 13
               9  loadConstant <AssertionError>
              10  loadConstant "no"
              11  call 1
              12  raise
      "
    `)
  })
})
