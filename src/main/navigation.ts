/** The only origin of the window; no file, no network. */
export const SCHEME = 'app'
export const ORIGIN = 'app://cerrojo'
export const START_PAGE = `${ORIGIN}/index.html`

/** Whether the window may go to `url`: exactly our scheme and host, by the URL parser and never by prefix. */
export function isOwnPage(url: string): boolean {
  const parsed = URL.parse(url)
  if (parsed === null) return false
  const { protocol, host, username, password } = parsed
  return protocol === `${SCHEME}:` && host === 'cerrojo' && username === '' && password === ''
}
