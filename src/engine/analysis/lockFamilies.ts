/**
 * Which names and attributes of a program always hold a lock of their own: everything ever assigned to them is a new
 * `Lock()` or `RLock()`. Two of different name then never are the same lock; of anything else (parameters, local names,
 * items) nothing is known.
 */
import type { Expression, Module, Statement, Target } from '../language'

export interface LockFamily {
  /** `status_lock` for a global, `.lock` for an attribute of any object. */
  readonly name: string
  /** The family is one lock, and that is re-entrant. */
  readonly isOneReentrant: boolean
}

interface Binding {
  readonly values: ('lock' | 'rlock' | 'other')[]
  /** Bound where each run of the program passes once: at module level, in no block. */
  isTopLevel: boolean
}

/** Bindings by family name. */
export type LockBindings = ReadonlyMap<string, Binding>

/** Every binding of a global name or an attribute in the program. */
export function lockBindings(module: Module): LockBindings {
  const collector = new BindingCollector(module)
  return collector.bindings
}

/** The family of the lock that an expression names, or undefined when it may be any lock. */
export function familyOf(lock: Expression, bindings: LockBindings): LockFamily | undefined {
  const name = familyName(lock)
  const binding = name === undefined ? undefined : bindings.get(name)
  if (name === undefined || binding === undefined || binding.values.includes('other'))
    return undefined
  const isOne = !name.startsWith('.') && binding.isTopLevel && binding.values.length === 1
  return { name, isOneReentrant: isOne && binding.values[0] === 'rlock' }
}

function familyName(lock: Expression): string | undefined {
  if (lock.kind === 'attribute') return `.${lock.name}`
  return lock.kind === 'name' && lock.scope === 'global' ? lock.name : undefined
}

class BindingCollector {
  readonly bindings = new Map<string, Binding>()
  /** Names the program defines itself: a class `Lock` of its own makes no lock we know. */
  private readonly defined = new Set<string>()

  constructor(module: Module) {
    for (const s of module.body) {
      if (s.kind === 'function' || s.kind === 'class') this.defined.add(s.definition.name)
    }
    for (const s of module.body) this.statement(s, true)
  }

  private block(statements: readonly Statement[]): void {
    for (const s of statements) this.statement(s, false)
  }

  private statement(s: Statement, isTopLevel: boolean): void {
    switch (s.kind) {
      case 'assign': {
        // `a = b = Lock()` gives one lock two names.
        const value = s.targets.length === 1 ? this.made(s.value) : 'other'
        for (const target of s.targets) this.bind(target, value, isTopLevel)
        return
      }
      case 'augmented':
      case 'import':
        return this.bind(s.target, 'other', isTopLevel)
      case 'importFrom':
        for (const { target } of s.members) this.bind(target, 'other', isTopLevel)
        return
      case 'for':
        this.bind(s.target, 'other', false)
        this.block(s.body)
        return this.block(s.orElse)
      case 'if':
      case 'while':
        this.block(s.body)
        return this.block(s.orElse)
      case 'try':
        this.block([...s.body, ...s.orElse, ...s.finallyBody])
        for (const handler of s.handlers) {
          if (handler.target !== undefined) this.bind(handler.target, 'other', false)
          this.block(handler.body)
        }
        return
      case 'with':
        for (const { target } of s.items)
          if (target !== undefined) this.bind(target, 'other', false)
        return this.block(s.body)
      case 'function':
        return this.block(s.definition.body)
      case 'class':
        for (const { name, value } of s.definition.attributes)
          this.add(`.${name}`, this.made(value), false)
        for (const method of s.definition.methods) this.block(method.body)
    }
  }

  private bind(target: Target, value: Binding['values'][number], isTopLevel: boolean): void {
    switch (target.kind) {
      case 'name':
        if (target.scope === 'global') this.add(target.name, value, isTopLevel)
        return
      case 'attribute':
        return this.add(`.${target.name}`, value, false)
      case 'unpack':
        for (const part of target.targets) this.bind(part, 'other', isTopLevel)
    }
  }

  private add(name: string, value: Binding['values'][number], isTopLevel: boolean): void {
    const binding = this.bindings.get(name) ?? { values: [], isTopLevel: true }
    binding.values.push(value)
    binding.isTopLevel &&= isTopLevel
    this.bindings.set(name, binding)
  }

  private made(value: Expression): Binding['values'][number] {
    if (value.kind !== 'call') return 'other'
    const { callee } = value
    if (callee.kind !== 'attribute' && callee.kind !== 'name') return 'other'
    if (this.defined.has(callee.name)) return 'other'
    return callee.name === 'Lock' ? 'lock' : callee.name === 'RLock' ? 'rlock' : 'other'
  }
}
