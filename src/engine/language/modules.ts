import type { ImportedModule } from './ast'

/** What a program may import: the only list of modules and their members in the language. */
export const MODULE_MEMBERS: Readonly<Record<ImportedModule, readonly string[]>> = {
  threading: [
    'Thread',
    'Lock',
    'RLock',
    'current_thread',
    'get_ident',
    'main_thread',
    'active_count',
  ],
  time: ['sleep', 'time', 'monotonic', 'perf_counter'],
  cerrojo: ['ChargingDatabase', 'DatabaseLocked'],
}

export function isImportedModule(name: string): name is ImportedModule {
  return Object.hasOwn(MODULE_MEMBERS, name)
}
