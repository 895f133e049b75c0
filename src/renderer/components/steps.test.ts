import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { App } from 'vue'
import { createLab } from '../createLab'
import { connectTo } from '../transport'
import { createTestBridge, type TestBridge } from '../transport/bridge.testing'
import { followPhase1 } from '../transport/steps.testing'

/** A window as wide as a desk's, with its three panels; narrow ones have one panel for all lenses. */
let isWide: boolean
let bridge: TestBridge
let app: App
let root: HTMLElement

beforeEach(() => {
  isWide = true
  const media = (): Partial<MediaQueryList> => ({
    matches: isWide,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })
  vi.stubGlobal('matchMedia', media)
  return open()
})

async function open(): Promise<void> {
  bridge = createTestBridge()
  root = document.createElement('div')
  document.body.append(root)
  app = createLab(connectTo(bridge))
  app.mount(root)
  await flushPromises()
  await press(radio('Paso a paso'))
}

function close(): void {
  app.unmount()
  document.body.replaceChildren()
}

afterEach(() => {
  vi.useRealTimers()
  close()
  vi.unstubAllGlobals()
})

const all = (selector: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(selector),
]
function find(selector: string, isIt: (element: HTMLElement) => boolean): HTMLElement {
  const found = all(selector).find(isIt)
  if (found === undefined) throw new Error(`no such ${selector}`)
  return found
}
const radio = (text: string): HTMLElement =>
  find('[role="radio"]', (e) => e.textContent.trim() === text)
const button = (label: string): HTMLElement =>
  find('button', (e) => (e.getAttribute('aria-label') ?? e.textContent.trim()) === label)
const step = (thread: string): HTMLElement => button(`Paso de ${thread}`)
const noteOf = (element: HTMLElement): string =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent.trim() ?? ''
const canStep = (thread: string): boolean => step(thread).getAttribute('aria-disabled') === 'false'

async function press(element: HTMLElement): Promise<void> {
  element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
  element.click()
  await flushPromises()
}
async function take(...threads: readonly string[]): Promise<void> {
  for (const thread of threads) await press(step(thread))
}
async function key(name: string, target: Element = document.body, shiftKey = false): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true }))
  await flushPromises()
}
const steps = (): string => find('.steps .count', () => true).textContent.trim()

describe('the steps by hand', () => {
  it('open the cards of the threads and say what to do', () => {
    expect(find('[role="tab"]', (e) => e.textContent === 'Hilos').dataset['state']).toBe('active')
    expect(root.textContent).toContain('Usted es el planificador')
    expect(canStep('main')).toBe(true)
    expect(all('button').some((e) => e.textContent.trim() === 'Ejecutar')).toBe(false)
  })

  it('give a thread that has been started but has not begun a card', async () => {
    await take('main')
    expect(canStep('Hilo-1')).toBe(true)
    expect(noteOf(step('Hilo-1'))).toContain('sigue en la línea 11')
  })

  it('say why a thread cannot take one', async () => {
    await take('main', 'main', 'Hilo-1', 'Hilo-1', 'Hilo-2', 'Hilo-1')
    expect(canStep('Hilo-1')).toBe(true)
    expect(canStep('main')).toBe(false)
    expect(noteOf(step('main'))).toMatch(/^Espera a que termine Hilo-1/)
    expect(canStep('Hilo-2')).toBe(false)
    expect(noteOf(step('Hilo-2'))).toMatch(/^Espera Cuenta-2, en posesión de Hilo-1/)
  })

  it('mark the line on which each thread goes on', async () => {
    await take('main', 'main', 'Hilo-1', 'Hilo-1')
    const lines = all('.cm-thread-line').map((line) => line.textContent)
    expect(lines.find((text) => text.includes('Hilo-1'))).toContain('to_account.lock.acquire()')
    expect(lines.find((text) => text.includes('main'))).toContain('thread_1.join()')
  })

  it('lead into the verdict, and a step back out of it', async () => {
    await take('main', 'main', 'Hilo-1', 'Hilo-2', 'Hilo-1', 'Hilo-2')
    const verdict = root.querySelector('.verdict')?.textContent
    expect(verdict).toContain('Hilo-1 posee Cuenta-1 y espera Cuenta-2')
    expect(verdict).toContain('Planificada a mano · pasos: 6')
    await press(button('Un paso atrás'))
    expect(root.querySelector('.verdict')).toBeNull()
    expect(root.querySelector('.status')?.textContent).toContain('Pueden avanzar: Hilo-1 e Hilo-2.')
    expect(steps()).toBe('Pasos: 5')
    await press(button('Rehacer el paso'))
    expect(root.querySelector('.verdict')?.textContent).toContain('Interbloqueo')
  })

  it('of a thread that has ended are refused', async () => {
    const whole = Array.from({ length: 6 }, () => 'Hilo-1')
    await take('main', 'main', ...whole)
    expect(noteOf(step('Hilo-1'))).toMatch(/^Ha terminado/)
    expect(canStep('main')).toBe(true)
  })

  it('are taken and taken back by keys, but not while the program is being written', async () => {
    for (const name of ['m', 'm', '1', '2']) await key(name)
    expect(steps()).toBe('Pasos: 4')
    await key('Backspace')
    expect(steps()).toBe('Pasos: 3')
    await key('r')
    expect(steps()).toBe('Pasos: 4')
    const field = document.createElement('input')
    document.body.append(field)
    await key('1', field)
    await key('Backspace', field)
    expect(steps()).toBe('Pasos: 4')
    await key('Backspace', document.body, true)
    expect(steps()).toBe('Pasos: 0')
  })

  it('start anew with another variant', async () => {
    await take('main', 'main')
    await press(
      find('.variants [role="radio"], .variants button', (e) => /Fase 2/.test(e.textContent)),
    )
    expect(steps()).toBe('Pasos: 0')
  })

  it('keep the focus on the button of a thread that has come to wait', async () => {
    await take('main', 'main', 'Hilo-2', 'Hilo-2', 'Hilo-1')
    expect(canStep('Hilo-1')).toBe(true)
    step('Hilo-1').focus()
    await take('Hilo-1')
    expect(canStep('Hilo-1')).toBe(false)
    expect(document.activeElement).toBe(step('Hilo-1'))
  })

  it('bring the verdict forward where it shares the panel, and the focus with it', async () => {
    close()
    isWide = false
    await open()
    const active = (): string =>
      find('[role="tab"][data-state="active"]', (e) => /Hilos|Pruebas/.test(e.textContent))
        .textContent
    await take('main', 'main', 'Hilo-1', 'Hilo-2', 'Hilo-1')
    expect(active()).toBe('Hilos')
    step('Hilo-2').focus()
    await take('Hilo-2')
    expect(active()).toBe('Pruebas')
    expect(document.activeElement?.textContent).toBe('Pruebas')
    await key('Backspace')
    expect(active()).toBe('Hilos')
  })

  it('are told to who cannot see them', async () => {
    vi.useFakeTimers()
    const said = (): string => find('[role="status"].visually-hidden', () => true).textContent
    await take('main')
    await vi.advanceTimersByTimeAsync(300)
    expect(said()).toMatch(/^Paso 1: .*Hilo-1.* Pueden avanzar: main e Hilo-1\.$/)
    await key('2')
    await take('main', 'Hilo-1', 'Hilo-2', 'Hilo-1')
    await key('m')
    await vi.advanceTimersByTimeAsync(300)
    expect(said()).toBe('main: Espera a que termine Hilo-1')
    await take('Hilo-2')
    await vi.advanceTimersByTimeAsync(300)
    expect(said()).toMatch(/^Interbloqueo\. .*Hilo-1 posee Cuenta-1/)
  })

  it('offer to let a timed wait run out', async () => {
    const others = bridge.call.bind(bridge)
    bridge.call = (name, payload) =>
      name === 'schedule.follow'
        ? Promise.resolve({ ok: true, value: { ...followPhase1([]), offered: [{ timeout: 0 }] } })
        : others(name, payload)
    await take('main')
    expect(canStep('main')).toBe(false)
    expect(button('Agotar la espera de main')).toBeDefined()
  })
})
