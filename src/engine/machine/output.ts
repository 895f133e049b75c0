import { EVENT } from '../trace'
import { MACHINE } from './layout'
import { LimitError } from './limits'
import { fromText } from './objects'
import type { Processor } from './processor'

/** Writes to the program's output, whole. Not within an operation on shared memory. @throws LimitError */
export function write(p: Processor, text: string): void {
  p.kernel.enter()
  try {
    const length = p.word(MACHINE.outputLength) + text.length
    if (length > p.limits.output) throw new LimitError('output', p.limits.output)
    p.memory.write(MACHINE.outputLength, length)
    p.trace(EVENT.print, 0, fromText(p.objects, text))
  } finally {
    p.kernel.leave()
  }
}
