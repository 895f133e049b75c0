import { diagnostics } from './diagnostics'
import { log } from './log'
import { outcome } from './outcome'
import { ui } from './ui'
import { commandLine } from './commandLine'

export const en = { diagnostics, log, outcome, ui, commandLine } as const
