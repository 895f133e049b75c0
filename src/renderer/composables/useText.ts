import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Bilingual } from '../../contract'
import type { Locale } from '../../locale'

type Params = Readonly<Record<string, string | number>>

const numberFormats = new Map<string, Intl.NumberFormat>()

/** Made once each: making one costs as much as formatting a hundred numbers, and a log shows hundreds. */
function numberFormat(locale: Locale, fractionDigits: number): Intl.NumberFormat {
  const key = `${locale} ${fractionDigits}`
  const format =
    numberFormats.get(key) ??
    new Intl.NumberFormat(locale, { maximumFractionDigits: fractionDigits })
  numberFormats.set(key, format)
  return format
}

/** Texts, numbers, dates and lists in the language of the window. Everything follows a change of language at once. */
export function useText() {
  const i18n = useI18n()
  const locale = computed<Locale>(() => (i18n.locale.value === 'en' ? 'en' : 'es'))

  function t(key: string, params: Params = {}): string {
    return i18n.t(key, params)
  }

  function number(value: number, fractionDigits = 0): string {
    return numberFormat(locale.value, fractionDigits).format(value)
  }

  /** «a, b y c» */
  function list(items: readonly string[]): string {
    return new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(items)
  }

  /** Whole clauses in a row: «a; b; c». */
  function chain(items: readonly string[]): string {
    return items.join(t('ui.list.separator'))
  }

  function date(milliseconds: number): string {
    return new Intl.DateTimeFormat(locale.value, {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(milliseconds)
  }

  /** A stretch of time given in microseconds, in the unit that suits it. */
  function duration(microseconds: number): string {
    if (microseconds < 1_000) return `${number(microseconds)} µs`
    if (microseconds < 1_000_000) return `${number(microseconds / 1_000, 1)} ms`
    return `${number(microseconds / 1_000_000, 2)} s`
  }

  function local(text: Bilingual): string {
    return text[locale.value]
  }

  return { t, number, list, chain, date, duration, local, locale }
}
