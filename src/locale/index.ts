/**
 * Every sentence a person reads, in Spanish and English, as plain data with `{placeholders}` (vue-i18n's syntax). The
 * window, the command line and the tests read the same keys. Equal keys in both languages are checked by a test.
 */
import { en } from './en'
import { es } from './es'

export const MESSAGES = { en, es } as const
export type Locale = keyof typeof MESSAGES
export const LOCALES: readonly Locale[] = ['es', 'en']
export { text } from './text'
