import { describe, expect, test } from 'vitest'
import { lineFinder } from './lines'
import { SymbolTable } from './symbols'

describe('SymbolTable', () => {
  test('numbers names in the order of their first mention', () => {
    const table = new SymbolTable(['b'])
    expect(['a', 'b', 'a', 'c'].map((name) => table.indexOf(name))).toEqual([1, 0, 1, 2])
    expect(table.names).toEqual(['b', 'a', 'c'])
  })
})

describe('lineFinder', () => {
  test('counts \\n, \\r\\n and a lone \\r as one line end each', () => {
    const lineOf = lineFinder('a\nb\r\nc\rd')
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(lineOf)).toEqual([1, 1, 2, 2, 2, 3, 3, 4, 4])
  })
})
