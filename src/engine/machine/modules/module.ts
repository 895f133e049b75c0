/** How a module of the standard library is described: its functions, as rows of a table, and its constants. */
import { bindPositional, type BuiltinFunction, type Objects, type Signature } from '../objects'
import type { Value } from '../value'

export type Arguments = readonly Value[]
export type Call = BuiltinFunction['call']

/** Name, fewest and most arguments, implementation; further properties of the signature. */
export type FunctionRow = readonly [
  name: string,
  minimum: number,
  maximum: number,
  call: Call,
  more?: Partial<Pick<Signature, 'parameters' | 'options' | 'wording'>>,
]

export interface ModuleFunction extends BuiltinFunction {
  readonly module: string
  /** Whether a call reads or changes what all threads use. */
  readonly isShared: boolean
}

export interface ModuleTable {
  readonly name: string
  /** What messages call the functions' owner, where it is not the module. */
  readonly owner?: string
  /** Whether the functions change something that all threads use: then each call is a step. */
  readonly isShared?: boolean
  readonly functions: readonly FunctionRow[]
  /** Members that are values: made anew at each mention, so they must be immutable. */
  readonly constants: Readonly<Record<string, (objects: Objects) => Value>>
}

/** The functions of a module; `call` checks the number of arguments and the keywords first. */
export function functionsOf(table: ModuleTable): readonly ModuleFunction[] {
  return table.functions.map(([name, minimum, maximum, call, more]) => {
    const signature: Signature = { name, minimum, maximum, ...more }
    return {
      ...signature,
      module: table.name,
      isShared: table.isShared === true,
      call: (objects, args, keywords) =>
        call(
          objects,
          bindPositional(signature, table.owner ?? table.name, args, keywords),
          keywords,
        ),
    }
  })
}
