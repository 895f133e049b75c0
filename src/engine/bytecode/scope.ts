import { assert, assertNever, present } from '../../base'
import type {
  BoundScope,
  Expression,
  FunctionDefinition,
  Module,
  NameScope,
  Span,
  Statement,
} from '../language'
import type { ConstantPool } from './constants'
import { Emitter, type Label, type Region } from './emitter'
import type { OperationName } from './opcodes'
import { builtinName } from './routines'
import type { ClassCode, Constant } from './program'
import type { SymbolTable } from './symbols'

/** A compiled function whose jumps do not have absolute targets yet. */
export interface FunctionDraft {
  readonly name: string
  readonly qualifiedName: string
  readonly parameters: readonly string[]
  readonly positionalCount: number
  readonly positionalOnlyCount: number
  readonly keywordOnlyCount: number
  readonly isVariadic: boolean
  readonly takesKeywords: boolean
  readonly defaultCount: number
  readonly keywordDefaults: readonly string[]
  readonly isGenerator: boolean
  readonly freeStart: number
  readonly freeCount: number
  readonly locals: readonly string[]
  readonly emitter: Pick<Emitter, 'instructions' | 'entries' | 'stackSize'>
}

/** The class that a method belongs to: its name and its index. */
export interface ClassOwner {
  readonly name: string
  readonly index: number
}

/** The tables of a program that its functions fill while they are compiled. */
export interface Draft {
  readonly module: Module
  readonly constants: ConstantPool
  readonly symbols: SymbolTable
  readonly globals: SymbolTable
  /** Entries are reserved in the order of the definitions. */
  readonly functions: (FunctionDraft | undefined)[]
  readonly classes: (ClassCode | undefined)[]
  readonly compileFunction: (
    scope: Scope,
    definition: FunctionDefinition,
    owner: ClassOwner | undefined,
  ) => number
  readonly compileComprehension: (
    scope: Scope,
    expression: Extract<Expression, { readonly kind: 'comprehension' }>,
  ) => void
  /** The compiler of statements; handed over here because statements and what they are made of need each other. */
  readonly compileBody: (scope: Scope, body: readonly Statement[]) => void
}

/** What a `return`, `break` or `continue` finds on its way out, innermost last. */
export type Block = LoopBlock | ProtectedBlock

export interface LoopBlock {
  readonly kind: 'loop'
  readonly next: Label
  readonly end: Label
  /** A `for` keeps its iterator on the stack while its body runs. */
  readonly hasIterator: boolean
}

export interface ProtectedBlock {
  readonly kind: 'protected'
  readonly region: Region
  /** Local that holds the exception being handled around the block. */
  readonly handled: number | undefined
  /** Emits what must happen whenever control leaves the block. */
  readonly cleanUp: (() => void) | undefined
}

/** The state of compiling one function: its code, names, and the blocks around the present statement. */
export class Scope {
  readonly emitter: Emitter
  readonly locals: string[]
  readonly blocks: Block[] = []
  /** Local with the exception that a bare `raise` raises again. */
  handled: number | undefined
  /** Local with the container that a comprehension fills. */
  collection: number | undefined
  /** Of a method: its class, for `super()`. */
  classIndex: number | undefined
  private readonly indices: ReadonlyMap<string, number>
  /** Hidden locals by purpose, not in use now. */
  private readonly idle = new Map<string, number[]>()

  constructor(
    readonly draft: Draft,
    locals: readonly string[],
    /** Qualified name of what is compiled; `undefined` for the module. */
    readonly qualifiedName?: string,
  ) {
    this.locals = [...locals]
    this.indices = new Map(locals.map((name, index) => [name, index]))
    this.emitter = new Emitter({
      partCount: (index) => {
        const code = present(draft.functions[index], `function ${index}`)
        return code.defaultCount + code.keywordDefaults.length + code.freeCount
      },
      memberCount: (index) => {
        const { base, members } = present(draft.classes[index], `class ${index}`)
        return members.length + (base === undefined ? 0 : 1)
      },
    })
  }

  /** Compiles the statements of `body` at this place. */
  body(body: readonly Statement[]): void {
    this.draft.compileBody(this, body)
  }

  emit(operation: OperationName, argument: number, span: Span): void {
    this.emitter.emit(operation, argument, span)
  }

  constant(constant: Constant, span: Span): void {
    this.emit('loadConstant', this.draft.constants.indexOf(constant), span)
  }

  /** An operation on an attribute or method name. */
  symbol(
    operation: 'loadAttribute' | 'storeAttribute' | 'deleteAttribute' | 'loadMethod',
    name: string,
    span: Span,
  ): void {
    this.emit(operation, this.draft.symbols.indexOf(name), span)
  }

  loadName(name: string, scope: NameScope, span: Span): void {
    switch (scope) {
      case 'local':
        return this.emit('loadLocal', this.localOf(name), span)
      case 'global':
        return this.emit('loadGlobal', this.draft.globals.indexOf(name), span)
      case 'cell':
        return this.emit('loadCell', this.localOf(name), span)
      case 'quietCell':
        return this.emit('loadQuietCell', this.localOf(name), span)
      case 'builtin':
        return this.constant({ type: 'builtin', name: builtinName(name) }, span)
      default:
        return assertNever(scope)
    }
  }

  storeName(name: string, scope: BoundScope, span: Span): void {
    if (scope === 'local') this.emit('storeLocal', this.localOf(name), span)
    else if (scope === 'global') this.emit('storeGlobal', this.draft.globals.indexOf(name), span)
    else this.emit('storeCell', this.localOf(name), span)
  }

  deleteName(name: string, scope: BoundScope, span: Span): void {
    if (scope === 'local') this.emit('deleteLocal', this.localOf(name), span)
    else if (scope === 'global') this.emit('deleteGlobal', this.draft.globals.indexOf(name), span)
    else this.emit('deleteCell', this.localOf(name), span)
  }

  /** The cell of a shared variable itself. */
  loadShared(name: string, span: Span): void {
    this.emit('loadLocal', this.localOf(name), span)
  }

  /** Puts a shared local into a cell, at the beginning of the function. */
  makeCell(name: string, span: Span): void {
    this.emit('makeCell', this.localOf(name), span)
  }

  /** Runs `use` with a local that no name of the program has; it is free for others afterwards. */
  withHidden(purpose: string, use: (local: number) => void): void {
    const idle = this.idle.get(purpose) ?? []
    this.idle.set(purpose, idle)
    const local = idle.pop() ?? this.addHidden(purpose)
    use(local)
    idle.push(local)
  }

  private addHidden(purpose: string): number {
    const taken = this.locals.filter((name) => name.startsWith(`.${purpose}`)).length
    return this.locals.push(`.${purpose}${taken === 0 ? '' : taken + 1}`) - 1
  }

  private localOf(name: string): number {
    const index = this.indices.get(name)
    assert(index !== undefined, `local ${name} is not among the function's locals`)
    return index
  }
}
