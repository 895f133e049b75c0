import { characters } from './characters'
import { constructs } from './constructs'
import { modules } from './modules'
import { names } from './names'
import { syntax } from './syntax'

/** Lo que dice y aconseja cada diagnóstico. Los marcadores citan el programa. */
export const diagnostics = {
  ...characters,
  ...syntax,
  ...names,
  ...modules,
  ...constructs,
} as const
