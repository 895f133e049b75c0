import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from 'vue'
import type { ExplorationResult } from '../../contract'
import { createLab } from '../createLab'
import { connectTo } from '../transport'
import { createTestBridge, type TestBridge } from '../transport/bridge.testing'
import {
  deadlockResult,
  safeResult,
  someProgress,
  starvationResult,
  stoppedResult,
} from '../transport/exploration.testing'

const ID = 'exploration-1'
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
  await press(button('[role="radio"]', 'Explorar'))
})

afterEach(() => {
  app.unmount()
  document.body.replaceChildren()
})

function button(selector: string, text: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => (element.getAttribute('aria-label') ?? element.textContent.trim()) === text,
  )
  if (found === undefined) throw new Error(`no ${selector} with ${text}`)
  return found
}
async function press(element: HTMLElement): Promise<void> {
  element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
  element.click()
  await flushPromises()
}
async function start(): Promise<void> {
  await press(button('button.run', 'Explorar'))
}
async function explore(result: ExplorationResult): Promise<void> {
  await start()
  bridge.emit({ kind: 'explored', id: ID, result, seconds: 0.25 })
  await flushPromises()
}
const text = (selector: string): string =>
  [...root.querySelectorAll(selector)].map((e) => e.textContent.replace(/\s+/g, ' ')).join(' ')

describe('the exploration', () => {
  it('invites before the first one, in both places', () => {
    expect(root.textContent).toContain('Aún no se ha explorado nada')
    expect(root.textContent).toContain('Todos los entrelazados, no uno')
  })

  it('shows how far it is, reads only the phase aloud, and can be stopped', async () => {
    await start()
    bridge.emit({ kind: 'exploring', id: ID, progress: someProgress() })
    await flushPromises()
    expect(text('.progress [role="status"]')).toBe('Buscando el veredicto')
    expect(text('.progress .figures')).toContain('Estados vistos1200')
    expect(text('.progress .figures')).toContain('Estados por segundo2400')
    expect(text('.progress .figures')).toContain('Memoria3 MiB')
    expect(text('.progress .figures')).toContain('Fallos hallados1')
    await press(button('button.run', 'Detener'))
    expect(bridge.calls.at(-1)?.name).toBe('explore.cancel')
  })

  it('names the failure, and has its shortest way on view', async () => {
    await explore(deadlockResult())
    expect(text('.verdict .word')).toBe('Puede fallar: interbloqueo')
    expect(text('.list')).toContain('Hilo-1 posee Cuenta-1 y espera Cuenta-2')
    expect(text('.list')).toContain(
      'operaciones: 2 · cambios de hilo: 1 · el más corto posible · línea 14',
    )
    expect(button('.list button', 'A la vista').getAttribute('aria-pressed')).toBe('true')
    expect(root.querySelector('[role="slider"]')?.getAttribute('aria-valuenow')).toBe('9')
  })

  it('says which choice decided, and opens an interleaving that ends well', async () => {
    await explore(deadlockResult())
    expect(text('.decision')).toBe(
      'Hasta la operación 1 todavía podía terminar bien. Ahí sigue Hilo-2 (línea 12) en lugar de Hilo-1 (línea 14), y ya ninguna continuación termina bien.',
    )
    await press(button('.list button', 'Ver la que termina bien'))
    expect(button('.list button', 'A la vista').getAttribute('aria-pressed')).toBe('true')
    expect(button('.list button', 'Ver paso a paso').getAttribute('aria-pressed')).toBe('false')
    expect(bridge.calls.at(-1)).toMatchObject({ payload: { choices: [0, 0, 1, 1, 1, 1] } })
  })

  it('tells a loop as the way there and the way round, and replays both', async () => {
    await explore(starvationResult())
    expect(text('.verdict .word')).toBe('Puede fallar: inanición')
    expect(text('.list')).toContain('Hilo-2 puede esperar para siempre mientras otros siguen.')
    expect(text('.list')).toContain('línea 12 · bucle: Hilo-1 ×2')
    await press(button('.list button', 'A la vista'))
    expect(bridge.calls.at(-1)).toMatchObject({ payload: { choices: [0, 0, 1, 1, 1] } })
  })

  it('says so where nothing ends', async () => {
    await explore({ ...starvationResult(), outcomes: [], interleavings: undefined })
    expect(text('.exploration')).toContain('Ningún entrelazado termina bien.')
  })

  it('says which kinds of failure were not decided', async () => {
    await explore({ ...safeResult(), undecided: ['starvation'] })
    expect(text('.verdict')).toContain('la búsqueda de bucles alcanzó su límite: inanición')
  })

  it('counts what ends in a failure beside the outputs', async () => {
    await explore(deadlockResult())
    const endings = [...root.querySelectorAll('.exploration .table')][0]
    const rows = [...(endings?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent.trim()),
    )
    expect(rows).toEqual([
      ['fin', '2', '33,3 %'],
      ['terminan en fallo', '4', '66,7 %'],
    ])
  })

  it('draws the states of a small program, and says the same in a table', async () => {
    await explore(deadlockResult())
    expect(root.querySelectorAll('.drawing circle')).toHaveLength(4)
    expect(root.querySelectorAll('.drawing .failing')).toHaveLength(1)
    const strokes = [...root.querySelectorAll('.drawing .step')].map((step) =>
      step.getAttribute('data-stroke'),
    )
    expect(strokes).toEqual(['0', '0', '1'])
    await press(button('.exploration [role="radio"]', 'Tabla'))
    const rows = [...root.querySelectorAll('.exploration .part:last-child tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent.trim()),
    )
    expect(rows.at(1)).toEqual(['2', '1', 'sigue', 'Hilo-1 → 3; Hilo-2 → 4'])
    expect(rows.at(3)).toEqual(['4', '2', 'interbloqueo', ''])
  })

  it('says safe of what was covered whole, and opens a state that a condition reaches', async () => {
    await explore(safeResult())
    expect(text('.verdict .word')).toBe('Seguro')
    expect(root.textContent).toContain('Ningún fallo que reproducir')
    expect(text('.exploration')).toContain('La reducción evita el 70 % de los estados')
    const open = button('.exploration button', 'Ver un caso de Exclusión mutua')
    await press(open)
    expect(open.getAttribute('aria-pressed')).toBe('true')
    expect(root.querySelector('[role="slider"]')).not.toBeNull()
  })

  it.each([
    ['states', 'Se detuvo por: el máximo de estados.'],
    ['memory', 'Se detuvo por: el máximo de memoria.'],
    ['cancelled', 'Se detuvo por: se canceló.'],
  ])('says what stopped it, and that this proves nothing: %s', async (bound, words) => {
    await explore(stoppedResult(bound))
    expect(text('.verdict .word')).toBe('No concluyente')
    expect(text('.verdict')).toContain(words)
    expect(text('.verdict')).toContain('no prueba que el programa sea seguro')
    expect(text('.exploration')).toContain('No se han contado: quedan entrelazados sin recorrer.')
    expect(root.textContent).toContain('Puede haberlo en lo que falta')
  })

  it('does not explore a program with errors, and says why', async () => {
    const others = bridge.call.bind(bridge)
    bridge.call = (name, payload) =>
      name === 'explore.start'
        ? Promise.resolve({
            ok: true,
            value: {
              kind: 'refused',
              diagnostics: [
                {
                  code: 'asyncAwait',
                  params: {},
                  severity: 'error',
                  from: 0,
                  to: 5,
                  line: 1,
                  column: 1,
                },
              ],
            },
          })
        : others(name, payload)
    await start()
    expect(root.textContent).toContain('Corrija los errores del programa para poder ejecutarlo')
    expect(button('button.run', 'Explorar').hasAttribute('disabled')).toBe(true)
  })

  it('says why it failed', async () => {
    await start()
    bridge.emit({ kind: 'failed', id: ID, code: 'internal', message: 'no memory' })
    await flushPromises()
    expect(root.textContent).toContain('La exploración no pudo completarse: no memory')
  })
})
