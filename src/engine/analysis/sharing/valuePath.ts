import {
  bodiesOf,
  codeOf,
  definitionsOf,
  type Expression,
  type Module,
  type NameTarget,
  type Statement,
  statementsIn,
  targetsOf,
} from '../../language'
import type { Code } from './code'

/**
 * A text for an expression that stands for the same object as long as the local it begins with is not bound again:
 * `local self.lock`. Equal texts, one object; undefined where that is not certain.
 */
export class ValuePaths {
  private readonly fixedAttributes: ReadonlySet<string>
  private readonly fixedGlobals: ReadonlySet<string>

  constructor(module: Module) {
    this.fixedAttributes = attributesStoredOnce(module)
    this.fixedGlobals = globalsBoundOnce(module)
  }

  of(e: Expression | NameTarget, code: Code): string | undefined {
    switch (e.kind) {
      case 'name':
        if (e.scope === 'global')
          return this.fixedGlobals.has(e.name) ? `global ${e.name}` : undefined
        return e.scope === 'local' && code.outer !== undefined ? localPath(e.name) : undefined
      case 'attribute': {
        const object = this.of(e.object, code)
        const isFixed = this.fixedAttributes.has(e.name)
        return object === undefined || !isFixed ? undefined : `${object}.${e.name}`
      }
      default:
        return undefined
    }
  }
}

export function localPath(name: string): string {
  return `local ${name}`
}

export function isGlobalPath(path: string): boolean {
  return path.startsWith('global ')
}

/** Whether `path` begins at the value of `start`. */
export function beginsAt(path: string, start: string): boolean {
  return path === start || path.startsWith(`${start}.`)
}

/** Attributes that only `__init__` stores, on its first parameter. */
function attributesStoredOnce(module: Module): ReadonlySet<string> {
  const names = new Set<string>()
  const changed = new Set<string>()
  const initial = new Map(
    definitionsOf(module).flatMap(({ definition, className }) =>
      className !== undefined && definition.name === '__init__'
        ? [[definition.body, definition.parameters[0]?.name]]
        : [],
    ),
  )
  for (const body of codeOf(module)) {
    const self = initial.get(body)
    for (const target of statementsIn(body).flatMap(targetsOf)) {
      if (target.kind !== 'attribute') continue
      names.add(target.name)
      const { object } = target
      if (self === undefined || object.kind !== 'name' || object.name !== self) {
        changed.add(target.name)
      }
    }
  }
  return new Set([...names].filter((name) => !changed.has(name)))
}

/** Bound once by the module's own body, in no loop. */
function globalsBoundOnce(module: Module): ReadonlySet<string> {
  const counts = new Map<string, number>()
  const count = (body: readonly Statement[], times: number): void => {
    for (const s of body) {
      if (s.kind === 'class') counts.set(s.definition.name, times)
      for (const target of targetsOf(s)) {
        if (target.kind !== 'name' || target.scope !== 'global') continue
        counts.set(target.name, (counts.get(target.name) ?? 0) + (s.kind === 'for' ? MANY : times))
      }
      const isLoop = s.kind === 'for' || s.kind === 'while'
      for (const inner of bodiesOf(s)) count(inner, isLoop ? MANY : times)
    }
  }
  for (const body of codeOf(module)) count(body, body === module.body ? 1 : MANY)
  return new Set([...counts].flatMap(([name, times]) => (times === 1 ? [name] : [])))
}

const MANY = 2
