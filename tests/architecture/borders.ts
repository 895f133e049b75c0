/** Which folder of `src/` may import which others, and why. Read by the test beside this file. */
export interface Border {
  readonly folder: string
  /** Folders it may import; its own is always allowed. */
  readonly mayImport: readonly string[]
  /** Packages and Node modules it may import (prefix match). */
  readonly packages: readonly string[]
  readonly reason: string
}

const ENGINE_LANGUAGE = ['base', 'engine/language']
const ENGINE_TRACE = ['base', 'engine/trace']

export const BORDERS: readonly Border[] = [
  { folder: 'base', mayImport: [], packages: [], reason: 'base is what everything stands on' },
  {
    folder: 'engine/language',
    mayImport: ['base'],
    packages: ['@lezer/'],
    reason: 'reading a program needs nothing that runs it; the editor uses it alone',
  },
  {
    folder: 'engine/trace',
    mayImport: ['base'],
    packages: [],
    reason: 'a trace is data that every host and the window share; it must not pull in the machine',
  },
  {
    folder: 'engine/bytecode',
    mayImport: ENGINE_LANGUAGE,
    packages: [],
    reason: 'the compiler knows the tree, not the machine that will run its output',
  },
  {
    folder: 'engine/machine',
    mayImport: [...ENGINE_LANGUAGE, 'engine/trace', 'engine/bytecode'],
    packages: [],
    reason: 'the machine knows what is enabled; who runs is decided by a schedule, to its right',
  },
  {
    folder: 'engine/schedule',
    mayImport: ['base', 'engine/language', 'engine/trace', 'engine/bytecode', 'engine/machine'],
    packages: [],
    reason: 'a scheduler decides who runs and knows nothing of lenses',
  },
  {
    folder: 'engine/explore',
    mayImport: [
      'base',
      'engine/language',
      'engine/trace',
      'engine/bytecode',
      'engine/machine',
      'engine/schedule',
    ],
    packages: [],
    reason: 'the search is one more scheduler of the machine; it knows no lens and no host',
  },
  {
    folder: 'engine/analysis',
    mayImport: [...ENGINE_TRACE, 'engine/language'],
    packages: [],
    reason: 'lenses are pure functions of a trace (and of the source); they never step a machine',
  },
  {
    folder: 'locale',
    mayImport: ['base', 'engine/language', 'engine/trace'],
    packages: [],
    reason: 'texts know the codes they explain and nothing else',
  },
  {
    folder: 'live',
    mayImport: ['base', 'engine'],
    packages: [
      'node:worker_threads',
      'better-sqlite3',
      'node:fs',
      'node:module',
      'node:path',
      'node:v8',
      'node:vm',
    ],
    reason: 'real threads run the same bytecode; they know no host',
  },
  {
    folder: 'contract',
    mayImport: ['base', 'engine'],
    packages: ['zod'],
    reason: 'the contract is shared by hosts and window, so it may know neither',
  },
  {
    folder: 'host',
    mayImport: ['base', 'engine', 'live', 'contract', 'locale'],
    packages: ['node:', 'better-sqlite3', 'zod'],
    reason: 'the lab service runs under Electron, the server and the command line alike',
  },
  {
    folder: 'main',
    mayImport: ['base', 'contract', 'host', 'host/explore.worker', 'live/live.worker'],
    packages: ['node:', 'electron'],
    reason: 'the shell holds no lab logic',
  },
  {
    folder: 'server',
    mayImport: ['base', 'contract', 'host', 'host/explore.worker', 'live/live.worker'],
    packages: ['node:', 'ws', '@msgpack/msgpack'],
    reason: 'the server is a transport and holds no lab logic',
  },
  {
    folder: 'cli',
    mayImport: [
      'base',
      'contract',
      'host',
      'host/explore.worker',
      'live/live.worker',
      'engine',
      'locale',
    ],
    packages: ['node:'],
    reason: 'the command line is a thin host',
  },
  {
    folder: 'preload',
    mayImport: ['contract'],
    packages: ['electron'],
    reason: 'the preload is sandboxed and exposes named functions only',
  },
  {
    folder: 'renderer',
    mayImport: ['base', 'contract', 'locale', 'engine/trace', 'engine/analysis', 'engine/language'],
    packages: [
      'vue',
      'pinia',
      'reka-ui',
      '@lucide/vue',
      '@codemirror/',
      '@lezer/',
      '@msgpack/msgpack',
      'zod',
      'markdown-it',
    ],
    reason: 'the window draws and asks; it runs no student program and reaches no operating system',
  },
]
