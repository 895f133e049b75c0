import { expect, type Locator, type Page } from '@playwright/test'
import { text, type Locale } from '../../src/locale'
import type { Language } from './host'

type Mode = 'simulate' | 'live'
export type Condition = 'mutualExclusion' | 'holdAndWait' | 'noPreemption' | 'circularWait'

export const CONDITIONS: readonly Condition[] = [
  'mutualExclusion',
  'holdAndWait',
  'noPreemption',
  'circularWait',
]

const MOST_TABS = 120

/**
 * The window as a person sees it: everything is found by role and by the name that the locale gives it, so that one
 * spec speaks both languages. Nothing sleeps: what takes time is waited for by `waitForIdle`, which says why not yet.
 */
export class Workbench {
  #locale: Locale

  constructor(
    readonly page: Page,
    language: Language,
  ) {
    this.#locale = language === 'es-ES' ? 'es' : 'en'
  }

  get locale(): Locale {
    return this.#locale
  }

  /** The sentence of the locale, as the window writes it. */
  say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    return text(this.#locale, key, params)
  }

  /** One of a Spanish and an English sentence: for what the scenarios say, which stands in the content folder. */
  pick(es: string, en: string): string {
    return this.#locale === 'es' ? es : en
  }

  // What there is

  get banner(): Locator {
    return this.page.getByRole('banner')
  }

  get runButton(): Locator {
    return this.banner.getByRole('button', { name: this.say('ui.run.start'), exact: true })
  }

  get stopButton(): Locator {
    return this.banner.getByRole('button', { name: this.say('ui.run.stop'), exact: true })
  }

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: this.say('ui.program.editor') })
  }

  get problems(): Locator {
    const name = this.say('ui.program.problems').split('{')[0] ?? ''
    return this.page.getByRole('region', { name })
  }

  get verdict(): Locator {
    return this.page.getByRole('article', { name: this.say('ui.evidence.verdict') })
  }

  get conclusion(): Locator {
    return this.page.getByTestId('conclusion')
  }

  get cursor(): Locator {
    return this.page.getByRole('slider', { name: this.say('ui.timeline.cursor') })
  }

  /** The sentences of the log, in order. */
  get log(): Locator {
    return this.page
      .getByRole('list', { name: this.say('ui.log.label') })
      .getByRole('button')
      .locator('span:last-child')
  }

  get output(): Locator {
    return this.page.locator('pre')
  }

  get savedRuns(): Locator {
    return this.page.getByRole('dialog', { name: this.say('ui.saved.label') })
  }

  row(condition: Condition): Locator {
    return this.page.locator(`[data-condition=${condition}]`)
  }

  rowButton(condition: Condition): Locator {
    return this.row(condition).getByRole('button', {
      name: this.say(`ui.coffman.condition.${condition}`),
    })
  }

  tab(key: string): Locator {
    return this.page.getByRole('tab', { name: this.say(key), exact: true })
  }

  radio(group: string, option: string): Locator {
    return this.page
      .getByRole('radiogroup', { name: this.say(group), exact: true })
      .getByRole('radio', { name: option, exact: true })
  }

  // What one does

  /** Waits until the page has its scenarios and nothing moves. */
  async open(): Promise<void> {
    await expect(
      this.page.getByRole('radiogroup', { name: this.say('ui.variant.label') }),
    ).toBeVisible()
    await this.waitForIdle()
  }

  /** Waits until no run is under way and the timeline is drawn; a timeout lists what was still going on. */
  async waitForIdle(timeout = 20_000): Promise<void> {
    await expect.poll(() => this.#busyBecause(), { timeout }).toEqual([])
  }

  async #busyBecause(): Promise<readonly string[]> {
    const signs: readonly (readonly [string, Locator])[] = [
      ['a run is under way', this.stopButton],
      ['the connection is lost', this.page.getByText(this.say('ui.host.lost'))],
      ['the timeline is being prepared', this.page.getByText(this.say('ui.timeline.preparing'))],
      ['the timeline is not drawn', this.cursor.locator('canvas:not([data-drawn])')],
      ['the list of runs is loading', this.page.getByText(this.say('ui.saved.loading'))],
    ]
    const found = await Promise.all(
      signs.map(async ([reason, sign]) => ((await sign.count()) > 0 ? [reason] : [])),
    )
    return found.flat()
  }

  async choose(scenario: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('option', { name: scenario }).click()
  }

  async chooseVariant(title: string): Promise<void> {
    await this.radio('ui.variant.label', title).click()
  }

  async chooseMode(mode: Mode): Promise<void> {
    await this.radio('ui.mode.label', this.say(`ui.mode.${mode}`)).click()
  }

  async setSeed(seed: number): Promise<void> {
    await this.page.getByLabel(this.say('ui.options.seed'), { exact: true }).fill(String(seed))
  }

  async setTimeout(seconds: number): Promise<void> {
    await this.page.getByLabel(this.say('ui.options.timeout'), { exact: true }).fill(`${seconds}`)
  }

  /** Puts an own program into the editor. */
  async write(program: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('option', { name: this.say('ui.scenario.own') }).click()
    await this.editor.focus()
    await this.page.keyboard.insertText(program)
  }

  async run(): Promise<void> {
    await this.runButton.click()
    await this.waitForIdle()
    await expect(this.verdict).toBeVisible()
  }

  /** Runs until the run ends in this way; chance may want it otherwise a few times. */
  async runUntil(outcome: string): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await this.run()
      if (await this.hasEnded(outcome)) return
    }
    throw new Error(`no run of five ended as ${outcome}`)
  }

  hasEnded(outcome: string): Promise<boolean> {
    const name = this.say(`outcome.${outcome}.name`)
    return this.verdict.getByRole('heading', { name }).isVisible()
  }

  /** Number of the event at the cursor, from 1. */
  async cursorEvent(): Promise<number> {
    return Number(await this.cursor.getAttribute('aria-valuenow'))
  }

  async press(key: string): Promise<void> {
    await this.cursor.focus()
    await this.page.keyboard.press(key)
  }

  async showTimelineAs(kind: 'chart' | 'table'): Promise<void> {
    await this.radio('ui.timeline.label', this.say(`ui.timeline.${kind}`)).click()
  }

  async showGraphAs(kind: 'chart' | 'table'): Promise<void> {
    await this.radio('ui.graph.label', this.say(`ui.graph.${kind}`)).click()
  }

  async openRow(condition: Condition): Promise<void> {
    const button = this.rowButton(condition)
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  }

  async switchTo(language: Locale): Promise<void> {
    await this.radio('ui.language.label', this.say(`ui.language.${language}`)).click()
    this.#locale = language
    await expect(this.page.locator('html')).toHaveAttribute('lang', language)
  }

  async chooseTheme(theme: 'system' | 'light' | 'dark'): Promise<void> {
    const before = this.say('ui.theme.current').split('{')[0] ?? ''
    await this.banner.getByRole('button', { name: before }).click()
    await this.page.getByRole('menuitemradio', { name: this.say(`ui.theme.${theme}`) }).click()
    await expect(this.page.getByRole('menu')).toHaveCount(0)
  }

  async openSavedRuns(): Promise<void> {
    await this.banner.getByRole('button', { name: this.say('ui.saved.label') }).click()
    await expect(this.savedRuns).toBeVisible()
    await this.waitForIdle()
  }

  /** Goes on with the Tab key until `target` has the focus; leaves the editor as its hint says, by Esc first. */
  async tabTo(target: Locator): Promise<void> {
    for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      if (await this.editor.evaluate((element) => element === document.activeElement))
        await this.page.keyboard.press('Escape')
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`${String(target)} is not reached by the Tab key`)
  }

  /** Every text, name, title and hint that a person meets, the program and the log of the run left out. */
  visibleTexts(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const texts = new Set<string>()
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement
        if (parent === null || parent.closest('script, style, .cm-editor, code, pre') !== null)
          continue
        const words = node.textContent?.trim() ?? ''
        if (words !== '') texts.add(words)
      }
      for (const element of document.querySelectorAll<HTMLElement>('body *'))
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext']) {
          const words = element.getAttribute(name)?.trim() ?? ''
          if (words !== '') texts.add(words)
        }
      return [...texts]
    })
  }
}
