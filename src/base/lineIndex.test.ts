import { describe, expect, it } from 'vitest'
import { createLineIndex } from './lineIndex'

describe('line index', () => {
  const index = createLineIndex('a\nb\r\nc\rd')

  it('counts \\n, \\r\\n and a lone \\r as one line end each', () => {
    const lines = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((offset) => index.lineAt(offset))
    expect(lines).toEqual([1, 1, 2, 2, 2, 3, 3, 4, 4])
  })

  it('counts columns in code points from the start of the line, whatever ended the one before', () => {
    expect(index.positionAt(7)).toEqual({ line: 4, column: 1 })
    expect(createLineIndex('\u{1F600}x').positionAt(2)).toEqual({ line: 1, column: 2 })
  })
})
