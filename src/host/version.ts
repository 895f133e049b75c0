import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Manifest = z.object({ version: z.string() })

/** The version in the package.json of the program's folder. */
export function readVersion(programFolder: string): string {
  return Manifest.parse(JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')))
    .version
}
