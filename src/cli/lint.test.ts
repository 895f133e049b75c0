import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lint, lintJson, lintLines } from './lint'

function linted(scenario: string) {
  const file = resolve(import.meta.dirname, '../../content/scenarios', `${scenario}.py`)
  const found = lint(readFileSync(file, 'utf8'))
  if (found === undefined) throw new Error('refused')
  return found
}

describe('lint', () => {
  it('says what is shared, by which lock it is guarded and in which order locks are taken', () => {
    expect(lintLines(linted('transfer-opposite/phase-1'), 'en')).toEqual([
      'Thread Hilo-1, made at line 38',
      'Thread Hilo-2, made at line 39',
      'Shared: Account.balance, read at lines 27, 28, written at lines 27, 28',
      '  Account.lock of the same object is held at every access',
      'line 22: acquires from_account.lock',
      'line 25: acquires to_account.lock',
      'line 25: acquires Account.lock while Account.lock (line 22) is held',
      'Circular wait: cannot be decided from the source. Account.lock → Account.lock is a circle of names, and a name stands for several locks.',
    ])
  })

  it('tells a proof from what cannot be decided', () => {
    const verdict = (scenario: string): unknown => lintJson(linted(scenario))
    expect(verdict('transfer-opposite/single-lock')).toMatchObject({
      circularWait: { verdict: 'none', cycle: [] },
    })
    expect(verdict('transfer-opposite/phase-2')).toMatchObject({
      circularWait: { verdict: 'undecided', cycle: ['Account.lock'] },
    })
  })

  it('names the lines that no lock keeps apart', () => {
    expect(lintJson(linted('counter/unlocked'))).toMatchObject({
      threads: [{ name: 'main' }, { name: 'Hilo-1' }, { name: 'Hilo-2' }],
      shared: [{ name: 'counter', guards: [], conflicts: [[9, 9]] }],
      lockOrder: [],
    })
    expect(lintLines(linted('counter/unlocked'), 'es')).toContain(
      '  Ningún cerrojo se posee en ninguno de los accesos',
    )
  })

  it('says nothing of a refused program', () => {
    expect(lint('import os\n')).toBeUndefined()
  })
})
