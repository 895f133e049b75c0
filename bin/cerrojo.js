#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, install, projectNode, ROOT } from '../scripts/prepare.js'

// The command line itself is src/cli; here it is only made ready (messages on the error stream) and started.
if (install('stderr') && build('stderr')) {
  const cli = join(ROOT, 'out', 'main', 'cli.js')
  const { status, error } = spawnSync(projectNode(), [cli, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  if (error !== undefined) console.error(`Cerrojo: ${error.message}`)
  process.exitCode = status ?? 1
} else {
  process.exitCode = 1
}
