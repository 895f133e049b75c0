import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from 'vue'
import { createLab } from '../createLab'
import { connectTo } from '../transport'
import { createTestBridge, type TestBridge } from '../transport/bridge.testing'

let bridge: TestBridge
let app: App
let root: HTMLElement

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

const all = (selector: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(selector),
]
const byText = (selector: string, text: string | RegExp): HTMLElement => {
  const found = all(selector).find((e) =>
    typeof text === 'string' ? e.textContent.trim() === text : text.test(e.textContent),
  )
  if (found === undefined) throw new Error(`no ${selector} with ${String(text)}`)
  return found
}
async function press(element: HTMLElement): Promise<void> {
  element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
  element.click()
  await flushPromises()
}
async function run(): Promise<void> {
  await press(byText('button', 'Ejecutar'))
  bridge.finish()
  await flushPromises()
}

describe('the workbench', () => {
  it('invites to predict and run before the first run', () => {
    expect(root.textContent).toContain('Aún no hay ninguna ejecución')
    expect(root.textContent).toContain('Todavía no hay veredicto')
    expect(all('button').filter((b) => b.textContent.trim() === 'Ejecutar')).toHaveLength(2)
  })

  it('names the outcome and proves it in words', async () => {
    await run()
    expect(root.querySelector('.verdict')?.textContent).toContain('Interbloqueo')
    expect(root.querySelector('.verdict')?.textContent).toContain(
      'Hilo-1 posee Cuenta-1 y espera Cuenta-2; Hilo-2 posee Cuenta-2 y espera Cuenta-1',
    )
    expect(root.querySelector('[data-testid="conclusion"]')?.textContent).toContain(
      'Hilo-1 e Hilo-2',
    )
  })

  it('says of a timeout that it is no proof', async () => {
    await press(byText('button', 'Ejecutar'))
    const { deadlockRecord, deadlockTrace } = await import('../transport/bridge.testing')
    const { encodeTrace } = await import('../../engine/trace')
    const record = { ...deadlockRecord(), outcome: { kind: 'timeout' as const, seconds: 10 } }
    bridge.emit({ kind: 'finished', record, trace: new Uint8Array(encodeTrace(deadlockTrace())) })
    await flushPromises()
    expect(root.querySelector('.verdict')?.textContent).toContain('No es prueba de interbloqueo')
  })

  it('moves the cursor to the event of the evidence that is followed', async () => {
    await run()
    const slider = root.querySelector('[role="slider"]')
    expect(slider?.getAttribute('aria-valuenow')).toBe('11')
    await press(byText('[data-condition="mutualExclusion"] .summary', /Exclusión mutua/))
    await press(byText('button', /^Hilo-1 posee Cuenta-1 desde el evento 6/))
    expect(slider?.getAttribute('aria-valuenow')).toBe('6')
    expect(slider?.getAttribute('aria-valuetext')).toContain('adquiere el cerrojo de Cuenta-1')
    expect(root.querySelector('.cm-evidence-line')?.textContent).toContain(
      'from_account.lock.acquire()',
    )
  })

  it('moves the cursor with the keys of the timeline', async () => {
    await run()
    const slider = root.querySelector<HTMLElement>('[role="slider"]')
    const key = async (name: string, isShift = false): Promise<string | null | undefined> => {
      slider?.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, shiftKey: isShift, bubbles: true }),
      )
      await flushPromises()
      return slider?.getAttribute('aria-valuenow')
    }
    expect(await key('ArrowLeft')).toBe('10')
    expect(await key('ArrowLeft', true)).toBe('6')
    expect(await key('Home')).toBe('1')
    expect(await key('End')).toBe('11')
  })

  it('marks the line of each thread with its name', async () => {
    await run()
    const marks = all('.cm-thread-mark').map((mark) => mark.textContent)
    expect(marks.sort()).toEqual(['Hilo-1', 'Hilo-2', 'main'])
  })

  it('changes every text with the language', async () => {
    await run()
    await press(byText('[role="radio"]', 'EN'))
    expect(document.documentElement.lang).toBe('en')
    expect(root.querySelector('.verdict')?.textContent).toContain('Deadlock')
    expect(root.querySelector('[role="slider"]')?.getAttribute('aria-label')).toBe('Time cursor')
    for (const spanish of [
      'Ejecutar',
      'Interbloqueo',
      'Semilla',
      'Aleatorio',
      'Línea',
      'Hilos',
      'Simulada',
    ]) {
      expect(root.textContent).not.toContain(spanish)
    }
    expect(bridge.calls.at(-1)).toMatchObject({ name: 'settings.set', payload: { locale: 'en' } })
  })

  it('shows the same intervals as a table', async () => {
    await run()
    await press(byText('[role="radio"]', 'Tabla'))
    expect(byText('table caption', 'Intervalos alrededor del cursor')).toBeDefined()
    expect(root.textContent).toContain('Cuenta-2 (cerrojo)')
  })

  it('lists diagnostics with their advice and does not run', async () => {
    const { useProgram } = await import('../stores')
    useProgram().edit('def f(:\n')
    await flushPromises()
    expect(root.querySelector('.problems')?.textContent).toContain('Problemas')
    expect(byText('button', 'Ejecutar').hasAttribute('disabled')).toBe(true)
  })

  it('says so when the host fails', async () => {
    bridge.call = () => Promise.resolve({ ok: false, error: { code: 'busy', message: '' } })
    await press(byText('button', 'Ejecutar'))
    expect(root.querySelector('.banner')?.textContent).toContain('ocupado con otra ejecución')
  })
})
