import { computed, watch } from 'vue'
import { useSettings } from '../stores'
import { useMedia } from './useMedia'

/** The theme in force: the chosen one, or the system's. */
export function useTheme() {
  const settings = useSettings()
  const prefersDark = useMedia('(prefers-color-scheme: dark)')
  return computed(() => {
    if (settings.theme !== 'system') return settings.theme
    return prefersDark.value ? 'dark' : 'light'
  })
}

/** Keeps theme and language on the document. For the root component. */
export function useDocument(title: () => string): void {
  const settings = useSettings()
  const theme = useTheme()
  watch(theme, (value) => (document.documentElement.dataset['theme'] = value), {
    immediate: true,
    flush: 'sync',
  })
  watch(
    [() => settings.locale, title],
    ([locale, text]) => {
      document.documentElement.lang = locale
      document.title = text
    },
    { immediate: true },
  )
}
