import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Settings } from '../../contract'
import { useHost } from './host'

export type Theme = Settings['theme']

/** Language, theme and the timeout proposed for live runs; kept by the host. */
export const useSettings = defineStore('settings', () => {
  const host = useHost()
  const locale = ref<Settings['locale']>('es')
  const theme = ref<Theme>('system')
  const timeout = ref(10)
  const value = computed<Settings>(() => ({
    locale: locale.value,
    theme: theme.value,
    timeout: timeout.value,
  }))

  async function load(): Promise<void> {
    const kept = await host.call('settings.get', {})
    if (kept === undefined) return
    locale.value = kept.locale
    theme.value = kept.theme
    timeout.value = kept.timeout
  }

  async function change(part: Partial<Settings>): Promise<void> {
    if (part.locale !== undefined) locale.value = part.locale
    if (part.theme !== undefined) theme.value = part.theme
    if (part.timeout !== undefined) timeout.value = part.timeout
    await host.call('settings.set', value.value)
  }

  return { locale, theme, timeout, load, change }
})
