/** Of times: what CPython's `strftime` makes of the usual directives. Times are in UTC. */
export function timeText(microseconds: number, format: string | undefined): string {
  const iso = new Date(Math.floor(microseconds / 1000)).toISOString()
  const parts: Readonly<Record<string, string>> = {
    Y: iso.slice(0, 4),
    m: iso.slice(5, 7),
    d: iso.slice(8, 10),
    H: iso.slice(11, 13),
    M: iso.slice(14, 16),
    S: iso.slice(17, 19),
    '%': '%',
  }
  const text = (format ?? '%Y-%m-%d %H:%M:%S').replace(
    /%(.)/g,
    (all, letter: string) => parts[letter] ?? all,
  )
  return format === undefined ? `${text},${iso.slice(20, 23)}` : text
}
