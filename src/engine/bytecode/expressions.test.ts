import { describe, expect, test } from 'vitest'
import { codeOf } from './sources.testing'

describe('expressions', () => {
  test('a chain of comparisons evaluates each operand once and stops at the first false', () => {
    expect(codeOf('a = b = c = 1', 'x = a < b <= c')).toMatchInlineSnapshot(`
      "
         1     0  loadConstant 1
               1  duplicate
               2  storeGlobal a
               3  duplicate
               4  storeGlobal b
               5  storeGlobal c
         2     6  loadGlobal a
               7  loadGlobal b
               8  duplicate
               9  rotateThree
              10  compare <
              11  jumpIfFalseOrPop → 15
              12  loadGlobal c
              13  compare <=
              14  jump → 17
              15  rotateTwo
              16  pop
              17  storeGlobal x
      "
    `)
  })

  test('a chain as a condition leaves nothing on the stack on either way', () => {
    expect(codeOf('a = b = c = 1', 'if a < b < c:', '    a = 2')).toMatchInlineSnapshot(`
      "
         1     0  loadConstant 1
               1  duplicate
               2  storeGlobal a
               3  duplicate
               4  storeGlobal b
               5  storeGlobal c
         2     6  loadGlobal a
               7  loadGlobal b
               8  duplicate
               9  rotateThree
              10  compare <
              11  jumpIfFalse → 16
              12  loadGlobal c
              13  compare <
              14  jumpIfFalse → 20
              15  jump → 18
              16  pop
              17  jump → 20
         3    18  loadConstant 2
              19  storeGlobal a
      "
    `)
  })

  test('a condition asks the truth of each operand once', () => {
    expect(codeOf('a = b = c = 1', 'if not (a and b) or c:', '    a = 2', 'else:', '    a = 3'))
      .toMatchInlineSnapshot(`
      "
         1     0  loadConstant 1
               1  duplicate
               2  storeGlobal a
               3  duplicate
               4  storeGlobal b
               5  storeGlobal c
         2     6  loadGlobal a
               7  jumpIfFalse → 12
               8  loadGlobal b
               9  jumpIfFalse → 12
              10  loadGlobal c
              11  jumpIfFalse → 15
         3    12  loadConstant 2
              13  storeGlobal a
         2    14  jump → 17
         5    15  loadConstant 3
              16  storeGlobal a
      "
    `)
  })

  test('and, or and a conditional expression as values', () => {
    expect(codeOf('a = b = 1', 'x = a and b or (a if b else 2)')).toMatchInlineSnapshot(`
      "
         1     0  loadConstant 1
               1  duplicate
               2  storeGlobal a
               3  storeGlobal b
         2     4  loadGlobal a
               5  jumpIfFalseOrPop → 7
               6  loadGlobal b
               7  jumpIfTrueOrPop → 13
               8  loadGlobal b
               9  jumpIfFalse → 12
              10  loadGlobal a
              11  jump → 13
              12  loadConstant 2
              13  storeGlobal x
      "
    `)
  })

  test('calls take the method way for attributes and an unbound receiver for plain callees with keywords', () => {
    expect(
      codeOf('items = []', 'items.append(1)', 'items.sort(reverse=True)', 'print(1, 2, sep="")'),
    ).toMatchInlineSnapshot(`
      "
         1     0  buildList 0
               1  storeGlobal items
         2     2  loadGlobal items
               3  loadMethod append
               4  loadConstant 1
               5  callMethod 1
               6  pop
         3     7  loadGlobal items
               8  loadMethod sort
               9  loadConstant True
              10  loadConstant ("reverse",)
              11  callKeyword 1
              12  pop
         4    13  loadConstant <print>
              14  pushUnbound
              15  loadConstant 1
              16  loadConstant 2
              17  loadConstant ""
              18  loadConstant ("sep",)
              19  callKeyword 3
              20  pop
      "
    `)
  })

  test('a formatted string joins its parts, and its specification is a string too', () => {
    expect(codeOf('x = w = 1', 's = f"a{x}b{x!r:>{w}}"', 't = f"{x:.2f}"', 'u = f""'))
      .toMatchInlineSnapshot(`
      "
         1     0  loadConstant 1
               1  duplicate
               2  storeGlobal x
               3  storeGlobal w
         2     4  loadConstant "a"
               5  loadGlobal x
               6  formatValue plain
               7  loadConstant "b"
               8  loadGlobal x
               9  loadConstant ">"
              10  loadGlobal w
              11  formatValue plain
              12  buildString 2
              13  formatValue !r:
              14  buildString 4
              15  storeGlobal s
         3    16  loadGlobal x
              17  loadConstant ".2f"
              18  formatValue :
              19  storeGlobal t
         4    20  loadConstant ""
              21  storeGlobal u
      "
    `)
  })

  test('displays, slices and constant tuples', () => {
    expect(
      codeOf('x = [1, 2]', 'y = {1: x, 2: ()}', 'z = {-1}', 't = (1, (2.0, -0.0))', 'u = x[1:]'),
    ).toMatchInlineSnapshot(`
      "
         1     0  loadConstant 1
               1  loadConstant 2
               2  buildList 2
               3  storeGlobal x
         2     4  loadConstant 1
               5  loadGlobal x
               6  loadConstant 2
               7  loadConstant ()
               8  buildDict 2
               9  storeGlobal y
         3    10  loadConstant -1
              11  buildSet 1
              12  storeGlobal z
         4    13  loadConstant (1, (2.0, -0.0))
              14  storeGlobal t
         5    15  loadGlobal x
              16  loadConstant 1
              17  loadConstant None
              18  loadConstant None
              19  loadSlice
              20  storeGlobal u
      "
    `)
  })
})

describe('assignment', () => {
  test('chained targets get the value from left to right', () => {
    expect(codeOf('x = []', 'x[0] = x.y = 1')).toMatchInlineSnapshot(`
      "
         1     0  buildList 0
               1  storeGlobal x
         2     2  loadConstant 1
               3  duplicate
               4  loadGlobal x
               5  loadConstant 0
               6  storeItem
               7  loadGlobal x
               8  storeAttribute y
      "
    `)
  })

  test('an augmented item evaluates container and key once', () => {
    expect(codeOf('d = {}', 'd["k"] += 1', 'd.n -= 2')).toMatchInlineSnapshot(`
      "
         1     0  buildDict 0
               1  storeGlobal d
         2     2  loadGlobal d
               3  loadConstant "k"
               4  duplicateTwo
               5  loadItem
               6  loadConstant 1
               7  inPlace +
               8  rotateThree
               9  storeItem
         3    10  loadGlobal d
              11  duplicate
              12  loadAttribute n
              13  loadConstant 2
              14  inPlace -
              15  rotateTwo
              16  storeAttribute n
      "
    `)
  })

  test('a swap builds no tuple, other unpacking takes one apart', () => {
    expect(codeOf('a = b = c = 1', 'a, b = b, a', 'a, b, c = c, a, b', 'a, (b, c) = print()'))
      .toMatchInlineSnapshot(`
      "
         1     0  loadConstant 1
               1  duplicate
               2  storeGlobal a
               3  duplicate
               4  storeGlobal b
               5  storeGlobal c
         2     6  loadGlobal b
               7  loadGlobal a
               8  rotateTwo
               9  storeGlobal a
              10  storeGlobal b
         3    11  loadGlobal c
              12  loadGlobal a
              13  loadGlobal b
              14  rotateThree
              15  rotateTwo
              16  storeGlobal a
              17  storeGlobal b
              18  storeGlobal c
         4    19  loadConstant <print>
              20  call 0
              21  unpackSequence 2
              22  storeGlobal a
              23  unpackSequence 2
              24  storeGlobal b
              25  storeGlobal c
      "
    `)
  })

  test('del takes names, attributes and items', () => {
    expect(codeOf('a = b = []', 'del b, a.x, a[0]')).toMatchInlineSnapshot(`
      "
         1     0  buildList 0
               1  duplicate
               2  storeGlobal a
               3  storeGlobal b
         2     4  deleteGlobal b
               5  loadGlobal a
               6  deleteAttribute x
               7  loadGlobal a
               8  loadConstant 0
               9  deleteItem
      "
    `)
  })
})
