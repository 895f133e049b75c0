/** What a program may do, told by the names it mentions: `getattr` may reach every attribute of a module it has. */
import { MODULES, OPERATIONS, type Program } from '../bytecode'

/** Whether the program says what progress is (`cerrojo.progress`): then a loop without it is a livelock. */
export function marksProgress(program: Program): boolean {
  return importsCerrojo(program) && program.symbols.includes('progress')
}

/**
 * Whether the program may state an invariant. It reads what it reads between any two steps, so that no order of steps is
 * the same as another: the search then takes every move of every state.
 */
export function statesInvariants(program: Program): boolean {
  const mayName = program.symbols.includes('invariant') || namesGetattr(program)
  return mayName && importsCerrojo(program)
}

/** Attributes by which a program learns which threads are alive. The built-in `enumerate` is no attribute. */
const LIFECYCLE_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['is_alive', 'active_count', 'activeCount', 'enumerate'],
])

/** Whether the program may see when a thread starts. */
export function observesLifecycle(program: Program): boolean {
  return program.symbols.some((symbol) => LIFECYCLE_ATTRIBUTES.has(symbol)) || namesGetattr(program)
}

function importsCerrojo({ code }: Program): boolean {
  return code.some(
    (instruction) =>
      (instruction & 0xff) === OPERATIONS.loadModule.code &&
      instruction >>> 8 === MODULES.indexOf('cerrojo'),
  )
}

function namesGetattr({ constants }: Program): boolean {
  return constants.some((c) => c.type === 'builtin' && c.name === 'getattr')
}
