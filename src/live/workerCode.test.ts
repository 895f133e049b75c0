import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../host/temporaryFolder.testing'
import { BOOT, compileWorker } from './workerCode'

/** What a worker posts that runs `text`, followed by `probe` in the script that it starts with. */
async function posted(text: string, probe = ''): Promise<unknown> {
  const file = join(temporaryFolder(), 'worker.cjs')
  writeFileSync(file, text)
  const worker = new Worker(BOOT + probe, { eval: true, workerData: { code: compileWorker(file) } })
  onTestFinished(async () => {
    await worker.terminate()
  })
  return new Promise((resolve, reject) => {
    worker.on('message', resolve)
    worker.on('error', reject)
  })
}

const POST = `require('node:worker_threads').parentPort.postMessage`

it('a worker takes over what was compiled', async () => {
  const probe = `;${POST}(run.cachedDataRejected)`
  expect(await posted('const nothing = 0', probe)).toBe(false)
})

it('the code is strict, knows its file and finds packages from there', async () => {
  const text = `${POST}([this, __filename, typeof require('node:path').join])`
  expect(await posted(text)).toEqual([undefined, expect.stringMatching(/worker\.cjs$/), 'function'])
})

it('an error names the file and the line', async () => {
  await expect(posted(`\nthrow new Error('wrong')`)).rejects.toMatchObject({
    message: 'wrong',
    stack: expect.stringMatching(/worker\.cjs:2/) as string,
  })
})
