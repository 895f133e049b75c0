import type { Locator } from '@playwright/test'
import { expect, LANGUAGES, test } from './support/test'
import type { Workbench } from './support/workbench'

/** More steps than any thread of phase 1 takes. */
const MOST_STEPS = 40

/** The steps by hand, as a person takes them. */
class Steps {
  #taken = 0

  constructor(readonly workbench: Workbench) {}

  button(thread: string): Locator {
    const name = this.workbench.say('ui.step.buttonOf', { thread })
    return this.workbench.page.getByRole('button', { name, exact: true })
  }

  /** The card of a thread. */
  card(thread: string): Locator {
    return this.workbench.page.getByRole('listitem').filter({ has: this.button(thread) })
  }

  get backButton(): Locator {
    return this.workbench.banner.getByRole('button', {
      name: this.workbench.say('ui.step.back'),
      exact: true,
    })
  }

  async choose(): Promise<void> {
    const w = this.workbench
    await w.chooseVariant(w.pick('Fase 1: orden de llegada', 'Phase 1: order of arrival'))
    await w.radio('ui.mode.label', w.say('ui.mode.step')).click()
    await this.arrive(0)
  }

  /** Waits until the window shows as many steps and what they led to. */
  async arrive(steps: number): Promise<void> {
    this.#taken = steps
    const w = this.workbench
    const group = w.banner.getByRole('group', { name: w.say('ui.step.label') })
    await expect(group).toContainText(new RegExp(`${w.say('ui.step.count', { count: steps })}\\b`))
    await expect(group).toHaveAttribute('aria-busy', 'false')
  }

  async take(thread: string): Promise<void> {
    await this.button(thread).click()
    await this.arrive(this.#taken + 1)
  }

  async back(): Promise<void> {
    await this.backButton.click()
    await this.arrive(this.#taken - 1)
  }

  /** Steps `thread` until what is asked of the window is so. */
  async takeUntil(thread: string, isSo: () => Promise<boolean>): Promise<void> {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      if (await isSo()) return
      await this.take(thread)
    }
    throw new Error(`${thread} has not come so far in ${MOST_STEPS} steps`)
  }

  /** True once `thread` can take no step. */
  async isHeldUp(thread: string): Promise<boolean> {
    return !(await this.button(thread).isEnabled())
  }

  async holds(thread: string, lock: string): Promise<boolean> {
    return this.card(thread).getByRole('button', { name: lock, exact: true }).isVisible()
  }

  async startThreads(): Promise<void> {
    await this.takeUntil('MainThread', () => this.isHeldUp('MainThread'))
  }
}

// In one language: up to eighty steps, each waited for.
test.describe('steps by hand', () => {
  test.slow()

  test('lead phase 1 into the deadlock, back, and to its end another way', async ({
    workbench: w,
  }) => {
    const steps = new Steps(w)
    await steps.choose()
    await expect(w.page.getByText(w.say('ui.step.invitation'))).toBeVisible()
    await steps.startThreads()
    await expect(steps.card('MainThread')).toContainText(
      w.say('ui.threads.waitsForThread', { thread: 'Hilo-1' }),
    )

    await steps.takeUntil('Hilo-1', () => steps.holds('Hilo-1', 'Cuenta-1'))
    await steps.takeUntil('Hilo-2', () => steps.holds('Hilo-2', 'Cuenta-2'))
    await expect(w.verdict).toHaveCount(0)
    await steps.takeUntil('Hilo-1', () => steps.isHeldUp('Hilo-1'))
    await expect(steps.card('Hilo-1')).toContainText(
      w.say('ui.threads.waitsForLock', { lock: 'Cuenta-2', owner: 'Hilo-2' }),
    )
    await steps.takeUntil('Hilo-2', () => steps.isHeldUp('Hilo-2'))
    expect(await w.hasEnded('deadlock')).toBe(true)
    for (const [thread, holds, waitsFor] of [
      ['Hilo-1', 'Cuenta-1', 'Cuenta-2'],
      ['Hilo-2', 'Cuenta-2', 'Cuenta-1'],
    ] as const)
      await expect(w.verdict).toContainText(
        w.say('outcome.link.holding', { thread, holds, waitsFor }),
      )

    while (await steps.holds('Hilo-2', 'Cuenta-2')) await steps.back()
    await expect(w.verdict).toHaveCount(0)
    for (const thread of ['Hilo-1', 'Hilo-2', 'MainThread'])
      await steps.takeUntil(thread, () => steps.isHeldUp(thread))
    expect(await w.hasEnded('finished')).toBe(true)
    await w.tab('ui.program.output').click()
    await expect(w.output).toHaveText('(50, 150)\n')
  })
})

for (const language of LANGUAGES)
  test.describe(`steps by hand (${language})`, () => {
    test.use({ language })
    test('are taken by keys, but not while the program is being written', async ({
      workbench: w,
    }) => {
      const steps = new Steps(w)
      await steps.choose()
      for (let step = 1; step <= 3; step += 1) {
        await w.page.keyboard.press('m')
        await steps.arrive(step)
      }
      await w.page.keyboard.press('2')
      await steps.arrive(4)
      await w.page.keyboard.press('Backspace')
      await steps.arrive(3)
      await w.page.keyboard.press('r')
      await steps.arrive(4)
      await w.page.keyboard.press('Shift+Backspace')
      await steps.arrive(0)
      await w.page.keyboard.press('m')
      await steps.arrive(1)

      await w.editor.focus()
      await w.page.keyboard.type('#1')
      await steps.arrive(0)
      await expect(w.editor).toContainText('#1')
      await w.page.keyboard.press('Backspace')
      await w.page.keyboard.press('Backspace')
      await steps.arrive(0)
      await expect(w.editor).not.toContainText('#1')
    })
  })
