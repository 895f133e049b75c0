import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compile, type Program } from '../../src/engine/bytecode'
import { parse } from '../../src/engine/language'

export const ROOT = resolve(import.meta.dirname, '../..')

/** The compiled program of `source`; a refused source fails the test with its diagnostics. */
export function compiled(source: string): Program {
  const reading = parse(source)
  if (reading.kind === 'refused') {
    const reasons = reading.diagnostics.map(
      (d) => `${String(d.line)}:${String(d.column)} ${d.code}`,
    )
    throw new Error(`refused: ${reasons.join(', ')}`)
  }
  return compile(reading.module, source)
}

/** A variant of a scenario, compiled. */
export function scenario(slug: string, variant: string): Program {
  return compiled(readFileSync(join(ROOT, 'content/scenarios', slug, `${variant}.py`), 'utf8'))
}
