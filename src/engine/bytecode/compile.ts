/**
 * From a checked tree to bytecode. Single pass per function with labels; code that nothing can reach is left out, and
 * nothing is optimised beyond what the comments of `expressions.ts` and `statements.ts` name. Deterministic: the same
 * tree gives the same program.
 */
import { assert, createLineIndex, present } from '../../base'
import type { Module } from '../language'
import { ConstantPool } from './constants'
import type { Label } from './emitter'
import { compileComprehension, compileFunction, compileModule, compileRoutines } from './functions'
import { encodeInstruction, MAXIMUM_ARGUMENT } from './opcodes'
import type { FunctionCode, Program } from './program'
import { releasesOnlyOwn } from './releases'
import type { Draft, FunctionDraft } from './scope'
import { compileBody } from './statements'
import { SymbolTable } from './symbols'
import { invisibleGlobals } from './visibility'

/**
 * Compiles `module`, the checked tree of `source`. Throws `BugError` on a tree the checker must not pass, and on more
 * than 2^24 instructions, constants or names.
 */
export function compile(module: Module, source: string): Program {
  const draft: Draft = {
    module,
    constants: new ConstantPool(),
    symbols: new SymbolTable(),
    globals: new SymbolTable(module.globals),
    functions: [],
    classes: [],
    compileBody,
    compileFunction,
    compileComprehension,
  }
  compileModule(draft)
  const ownCount = draft.functions.length
  const routines = compileRoutines(draft)
  const functions = draft.functions.map((code, index) => present(code, `function ${index}`))
  const invisible = invisibleGlobals(module)
  return {
    source,
    ...link(functions, source, ownCount),
    routines,
    classes: draft.classes.map((code, index) => present(code, `class ${index}`)),
    constants: draft.constants.constants,
    symbols: draft.symbols.names,
    globals: draft.globals.names.map((name) => ({ name, isVisible: !invisible.has(name) })),
    releasesOnlyOwn: releasesOnlyOwn(module, invisible),
  }
}

/** Lays the functions one after another and gives jumps and handlers their absolute targets. */
function link(
  drafts: readonly FunctionDraft[],
  source: string,
  ownCount: number,
): Pick<Program, 'code' | 'spans' | 'lines' | 'functions' | 'routinesStart'> {
  const count = drafts.reduce((sum, draft) => sum + draft.emitter.instructions.length, 0)
  const code = new Int32Array(count)
  const spans = new Int32Array(2 * count)
  const lines = new Int32Array(count)
  const functions: FunctionCode[] = []
  const index = createLineIndex(source)
  let entry = 0
  for (const draft of drafts) {
    for (const [offset, { operation, argument, span }] of draft.emitter.instructions.entries()) {
      const at = entry + offset
      const operand = typeof argument === 'number' ? argument : entry + positionOf(argument)
      assert(operand <= MAXIMUM_ARGUMENT, `argument ${operand} of ${operation} is too large`)
      code[at] = encodeInstruction(operation, operand)
      // Routines stand in no source: their line is that of their call.
      if (functions.length >= ownCount) continue
      spans[2 * at] = span.from
      spans[2 * at + 1] = span.to
      lines[at] = index.lineAt(span.from)
    }
    functions.push(functionCode(draft, entry))
    entry += draft.emitter.instructions.length
  }
  const routinesStart = present(functions[ownCount], 'the first routine').entry
  return { code, spans, lines, functions, routinesStart }
}

function functionCode(draft: FunctionDraft, entry: number): FunctionCode {
  const { emitter, ...shape } = draft
  return {
    ...shape,
    stackSize: emitter.stackSize,
    entry,
    end: entry + emitter.instructions.length,
    handlers: emitter.entries.map(({ from, to, handler, depth }) => ({
      from: entry + from,
      to: entry + to,
      handler: entry + positionOf(handler),
      depth,
    })),
  }
}

function positionOf(label: Label): number {
  return present(label.position, 'the position of a label')
}
