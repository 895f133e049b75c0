import { compile, type Program } from '../bytecode'
import { parse } from '../language'

/** The program of an accepted source. */
export function programOf(source: string): Program {
  const reading = parse(source)
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.diagnostics))
  return compile(reading.module, source)
}
