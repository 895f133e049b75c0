import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ProgramInput } from '../../contract'
import { parse, type Diagnostic } from '../../engine/language'
import { useCatalogue } from './catalogue'

/** What a diagnostic looks like here, wherever it was found: in the window or by the host. */
export type ProgramDiagnostic = Omit<Diagnostic, 'code'> & { readonly code: string }

/** The program in the editor: a variant of a scenario as it is, or the student's own text. */
// eslint-disable-next-line max-lines-per-function -- a store is a flat list of state and short actions
export const useProgram = defineStore('program', () => {
  const catalogue = useCatalogue()
  const source = ref('')
  /** The variant the text started from; kept while the student edits, so that it can be restored. */
  const origin = shallowRef<{ readonly slug: string; readonly variant: string }>()
  const refused = shallowRef<readonly ProgramDiagnostic[]>([])

  const scenario = computed(() => catalogue.find(origin.value?.slug))
  const variant = computed(() => catalogue.variantOf(origin.value?.slug, origin.value?.variant))
  const original = computed(() => {
    const at = origin.value
    return at === undefined ? undefined : scenario.value?.sources[at.variant]
  })
  const isOwn = computed(() => original.value === undefined || original.value !== source.value)
  const parsed = computed(() => parse(source.value))
  const module = computed(() =>
    parsed.value.kind === 'accepted' ? parsed.value.module : undefined,
  )
  const diagnostics = computed<readonly ProgramDiagnostic[]>(() =>
    refused.value.length > 0 ? refused.value : parsed.value.diagnostics,
  )
  const hasErrors = computed(() => diagnostics.value.some((d) => d.severity === 'error'))

  const input = computed<ProgramInput>(() => {
    const at = origin.value
    const name = at === undefined ? 'program.py' : `${at.variant}.py`
    return isOwn.value || at === undefined
      ? { source: source.value, name }
      : { source: source.value, name, scenario: { slug: at.slug, variant: at.variant } }
  })

  /** Line to show in the editor; made anew each time, so that asking twice shows it twice. */
  const revealed = shallowRef<{ readonly line: number }>()
  function reveal(line: number): void {
    revealed.value = { line }
  }

  /** Opens a variant; without an id, the first of the scenario. An unknown one changes nothing. */
  function choose(slug: string, id?: string): void {
    const found = catalogue.find(slug)
    const wanted = id ?? found?.variants[0]?.id
    const text = wanted === undefined ? undefined : found?.sources[wanted]
    if (wanted === undefined || text === undefined) return
    origin.value = { slug, variant: wanted }
    source.value = text
    refused.value = []
  }

  /** An empty program of one's own. */
  function empty(): void {
    origin.value = undefined
    source.value = ''
    refused.value = []
  }

  function edit(text: string): void {
    if (text === source.value) return
    source.value = text
    refused.value = []
  }

  /** Shows the program of a saved run. */
  function adopt(program: ProgramInput): void {
    origin.value = program.scenario && {
      slug: program.scenario.slug,
      variant: program.scenario.variant,
    }
    source.value = program.source
    refused.value = []
  }

  function restore(): void {
    if (original.value !== undefined) edit(original.value)
  }

  /** The host refused the program although the window found nothing wrong. */
  function refuse(found: readonly ProgramDiagnostic[]): void {
    refused.value = found
  }

  return {
    source,
    origin,
    scenario,
    variant,
    isOwn,
    original,
    module,
    diagnostics,
    hasErrors,
    revealed,
    reveal,
    input,
    choose,
    empty,
    edit,
    adopt,
    restore,
    refuse,
  }
})
