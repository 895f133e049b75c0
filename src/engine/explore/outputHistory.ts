/**
 * What a program has printed, as one number that stands in memory: equal histories have equal numbers, so that output
 * is part of a state and costs one word.
 */
export interface OutputHistory {
  /** The history `history` (0: nothing printed) with `text` behind it. */
  append(history: number, text: string): number
  text(history: number): string
}

export function createOutputHistory(): OutputHistory {
  const texts: string[] = ['']
  const numbers = new Map<string, number>([['', 0]])
  return {
    append(history, text) {
      const whole = (texts[history] ?? '') + text
      const known = numbers.get(whole)
      if (known !== undefined) return known
      numbers.set(whole, texts.length)
      texts.push(whole)
      return texts.length - 1
    },
    text: (history) => texts[history] ?? '',
  }
}
