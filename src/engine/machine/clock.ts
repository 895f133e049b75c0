/** Virtual time of a simulation, in whole microseconds, kept in two words of memory so that stepping back turns it back. */
import type { Memory } from './memory'

const LOW = 2 ** 30

/** Reads a time kept at `address` (low 30 bits) and `address + 1` (the rest). */
export function readTime(memory: Memory, address: number): number {
  return memory.word(address) + memory.word(address + 1) * LOW
}

export function writeTime(memory: Memory, address: number, microseconds: number): void {
  const whole = Math.min(Math.round(microseconds), LOW * LOW - 1)
  const high = Math.floor(whole / LOW)
  memory.write(address, whole - high * LOW)
  memory.write(address + 1, high)
}
