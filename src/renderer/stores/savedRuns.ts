import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { RunSummary } from '../../contract'
import { useHost } from './host'

/** The list of saved runs, newest first. */
export const useSavedRuns = defineStore('savedRuns', () => {
  const host = useHost()
  const runs = shallowRef<readonly RunSummary[]>([])
  const isLoading = ref(false)

  async function load(): Promise<void> {
    isLoading.value = true
    const list = await host.call('runs.list', {})
    isLoading.value = false
    if (list !== undefined) runs.value = [...list].sort((a, b) => b.startedAt - a.startedAt)
  }

  async function remove(id: string): Promise<void> {
    const answer = await host.call('runs.delete', { id })
    if (answer !== undefined) runs.value = runs.value.filter((run) => run.id !== id)
  }

  return { runs, isLoading, load, remove }
})
