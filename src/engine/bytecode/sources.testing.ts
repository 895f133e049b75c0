import { assert } from '../../base'
import { parse, type Module } from '../language'
import { compile } from './compile'
import { disassemble } from './disassemble'
import type { Program } from './program'
import { verify } from './verify.testing'

/** The checked tree of a source that must be accepted. */
export function moduleFrom(source: string): Module {
  const reading = parse(source)
  assert(reading.kind === 'accepted', `refused: ${JSON.stringify(reading.diagnostics)}`)
  return reading.module
}

/** Lines as a source, each ended. */
export function lines(...text: readonly string[]): string {
  return text.map((line) => `${line}\n`).join('')
}

/** Compiles and verifies. */
export function programFrom(source: string): Program {
  const program = compile(moduleFrom(source), source)
  verify(program)
  return program
}

/** The disassembly of the module body, without its header and its return. */
export function codeOf(...source: readonly string[]): string {
  const program = programFrom(lines(...source))
  const end = program.functions[0]?.end ?? 0
  return `\n${disassemble(program)
    .split('\n')
    .slice(1, end - 1)
    .join('\n')}\n`
}

/** The disassembly of function 1. */
export function functionOf(...source: readonly string[]): string {
  return `\n${disassemble(programFrom(lines(...source))).split('\n\n')[1] ?? ''}\n`
}
