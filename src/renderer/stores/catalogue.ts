import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Scenario, Variant } from '../../contract'
import { useHost } from './host'

/** Families in the order of the course. */
export const FAMILIES = [
  'bank',
  'central',
  'engine',
  'database',
  'classics',
] as const satisfies readonly Scenario['family'][]

/** The scenarios the host ships. */
export const useCatalogue = defineStore('catalogue', () => {
  const host = useHost()
  const scenarios = shallowRef<readonly Scenario[]>([])
  const isLoaded = ref(false)

  async function load(): Promise<void> {
    const list = await host.call('scenarios.list', {})
    if (list === undefined) return
    scenarios.value = [...list].sort((a, b) => familyOrder(a) - familyOrder(b) || a.order - b.order)
    isLoaded.value = true
  }

  const bySlug = computed(
    () => new Map(scenarios.value.map((scenario) => [scenario.slug, scenario])),
  )

  function find(slug: string | undefined): Scenario | undefined {
    return slug === undefined ? undefined : bySlug.value.get(slug)
  }

  function variantOf(slug: string | undefined, id: string | undefined): Variant | undefined {
    return find(slug)?.variants.find((variant) => variant.id === id)
  }

  return { scenarios, isLoaded, load, find, variantOf }
})

function familyOrder(scenario: Scenario): number {
  return FAMILIES.indexOf(scenario.family)
}

/** Scenarios whose title, summary, tags or slug in either language hold every word of `query`; accents are ignored. */
export function searchScenarios(
  scenarios: readonly Scenario[],
  query: string,
): readonly Scenario[] {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  return scenarios.filter((scenario) => {
    const { title, summary, tags, slug } = scenario
    const text = folded([title.es, title.en, summary.es, summary.en, slug, ...tags].join(' '))
    return words.every((word) => text.includes(word))
  })
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}
