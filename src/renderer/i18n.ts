import { createI18n } from 'vue-i18n'
import { MESSAGES, type Locale } from '../locale'

/** vue-i18n over the shared texts. A fresh one per application, so that tests do not share a language. */
export function createTexts(locale: Locale) {
  return createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'en',
    messages: { es: MESSAGES.es, en: MESSAGES.en },
    missingWarn: false,
    fallbackWarn: false,
  })
}
