import { existsSync } from 'node:fs'
import { prepareChromium } from './binaries'

/** Once before all: the browser is unpacked and the build is there. */
export default async function setup(): Promise<void> {
  if (!existsSync('out/main/server.js')) throw new Error('nothing is built: npm run build')
  await prepareChromium()
}
