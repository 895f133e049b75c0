import { characters } from './characters'
import { constructs } from './constructs'
import { modules } from './modules'
import { names } from './names'
import { syntax } from './syntax'

/** What each diagnostic says and advises. Placeholders stand for quotations of the source. */
export const diagnostics = {
  ...characters,
  ...syntax,
  ...names,
  ...modules,
  ...constructs,
} as const
