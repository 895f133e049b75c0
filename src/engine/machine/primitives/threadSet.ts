/** A set of threads in four words, one bit each: equal sets are equal words, however they came about. */
import { MAXIMUM_THREADS } from '../layout'
import type { Processor } from '../processor'

export const THREAD_SET_WORDS = MAXIMUM_THREADS / 32

export function hasThread(p: Processor, address: number, thread: number): boolean {
  return (p.word(address + (thread >>> 5)) & (1 << (thread & 31))) !== 0
}

export function addThread(p: Processor, address: number, thread: number): void {
  const word = address + (thread >>> 5)
  p.memory.write(word, p.word(word) | (1 << (thread & 31)))
}

export function removeThread(p: Processor, address: number, thread: number): void {
  const word = address + (thread >>> 5)
  p.memory.write(word, p.word(word) & ~(1 << (thread & 31)))
}

export function clearThreads(p: Processor, address: number): void {
  for (let i = 0; i < THREAD_SET_WORDS; i++) p.memory.write(address + i, 0)
}
