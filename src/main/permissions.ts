import { isOwnPage } from './navigation'

const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** Whether a page may have a permission. Everything that is not named is refused, also what Electron adds later. */
export function isPermitted(permission: string, requestingUrl: string): boolean {
  return GRANTED.has(permission) && isOwnPage(requestingUrl)
}
