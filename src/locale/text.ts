import { en } from './en'
import { es } from './es'

const MESSAGES: Readonly<Record<'en' | 'es', unknown>> = { en, es }

/**
 * The sentence of `key` (dotted path, e.g. `diagnostics.syntax.message`) with its placeholders filled. An unknown key
 * gives the key itself: visible, never an exception.
 */
export function text(
  locale: 'en' | 'es',
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  let found: unknown = MESSAGES[locale]
  for (const part of key.split('.')) {
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, part)
        ? (found as Record<string, unknown>)[part]
        : undefined
  }
  if (typeof found !== 'string') return key
  return found.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
