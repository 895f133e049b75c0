import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from 'vue'
import { encodeTrace } from '../../engine/trace'
import { traceOf } from '../../engine/trace/trace.testing'
import { createLab } from '../createLab'
import { connectTo } from '../transport'
import { createTestBridge, deadlockRecord, type TestBridge } from '../transport/bridge.testing'

let bridge: TestBridge
let app: App
let root: HTMLElement

const button = (text: RegExp): HTMLElement => {
  const found = [...root.querySelectorAll('button')].find((b) => text.test(b.textContent))
  if (found === undefined) throw new Error(`no button with ${String(text)}`)
  return found
}

/** Shows the races of a run with this trace. */
async function show(notation: string): Promise<void> {
  button(/^\s*Ejecutar\s*$/).click()
  await flushPromises()
  const trace = new Uint8Array(encodeTrace(traceOf(notation)))
  const record = { ...deadlockRecord(), outcome: { kind: 'finished' as const } }
  bridge.emit({ kind: 'finished', record, trace })
  await flushPromises()
  button(/^Carreras/).dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
  await flushPromises()
}

beforeEach(async () => {
  bridge = createTestBridge()
  root = document.createElement('div')
  document.body.append(root)
  app = createLab(connectTo(bridge))
  app.mount(root)
  await flushPromises()
})

afterEach(() => {
  app.unmount()
  document.body.replaceChildren()
})

describe('the races of a run', () => {
  const RACE = `
    main start a
    main start b
    a acquire l @14
    a write n 1 @15
    b read n 0 @17
    a release l @18
  `

  it('stand with both sides, their lines and locks, and why nothing orders them', async () => {
    await show(RACE)
    const race = root.querySelector('.race')?.textContent.replace(/\s+/g, ' ')
    expect(race).toContain('a escribe en la línea 15')
    expect(race).toContain('con l')
    expect(race).toContain('b lee en la línea 17')
    expect(race).toContain('sin cerrojo')
    expect(race).toContain('Solo uno posee un cerrojo')
    expect(button(/^Carreras/).textContent).toContain('1')
  })

  it('following a side moves the cursor there and lights both lines', async () => {
    await show(RACE)
    button(/a escribe en la línea 15/).click()
    await flushPromises()
    const slider = root.querySelector('[role="slider"]')
    expect(slider?.getAttribute('aria-valuenow')).toBe('4')
    expect(root.querySelectorAll('.cm-evidence-line')).toHaveLength(2)
    expect(root.querySelectorAll('.side[aria-current]')).toHaveLength(1)
  })

  it('twin: without one, says that this is no proof', async () => {
    await show('main start a\na acquire l\na write n 1\na release l\nmain acquire l\nmain read n 1')
    expect(root.textContent).toContain('Ninguna carrera en esta ejecución')
    expect(root.textContent).toContain('no prueba nada de los demás entrelazados')
    expect(button(/^Carreras/).textContent.trim()).toBe('Carreras')
  })
})
