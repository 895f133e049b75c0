import { describe, expect, test } from 'vitest'
import { SymbolTable } from './symbols'

describe('SymbolTable', () => {
  test('numbers names in the order of their first mention', () => {
    const table = new SymbolTable(['b'])
    expect(['a', 'b', 'a', 'c'].map((name) => table.indexOf(name))).toEqual([1, 0, 1, 2])
    expect(table.names).toEqual(['b', 'a', 'c'])
  })
})
