/** Classes of characters as Python's string methods define them, on code points and texts. */

/** White space for `split`, `strip` and `isspace`. */
export function isSpace(point: number): boolean {
  return (
    (point >= 0x09 && point <= 0x0d) ||
    (point >= 0x1c && point <= 0x20) ||
    point === 0x85 ||
    point === 0xa0 ||
    point === 0x1680 ||
    (point >= 0x2000 && point <= 0x200a) ||
    point === 0x2028 ||
    point === 0x2029 ||
    point === 0x202f ||
    point === 0x205f ||
    point === 0x3000
  )
}

/** Ends of lines for `splitlines`; a carriage return and line feed together are one. */
export function isLineEnd(point: number): boolean {
  return (
    (point >= 0x0a && point <= 0x0d) ||
    (point >= 0x1c && point <= 0x1e) ||
    point === 0x85 ||
    point === 0x2028 ||
    point === 0x2029
  )
}

/** Whether the text is not empty and all of its characters match. */
function allMatch(pattern: RegExp): (text: string) => boolean {
  return (text) => text !== '' && Array.from(text).every((character) => pattern.test(character))
}

export const isAlphabetic = allMatch(/^\p{L}$/u)
export const isDecimal = allMatch(/^\p{Nd}$/u)
/** Digits include superscripts and circled digits. */
export const isDigit = allMatch(
  /^[\p{Nd}\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792]$/u,
)
export const isNumeric = allMatch(
  /^[\p{N}\u3405\u3483\u4e00\u4e03\u4e09\u4e5d\u4e8c\u4e94\u516b\u516d\u5341\u56db]$/u,
)
export const isAlphanumeric = allMatch(/^[\p{L}\p{N}]$/u)

const UPPER = /\p{Uppercase}/u
const LOWER = /\p{Lowercase}/u
const TITLE = /\p{Lt}/u
const CASED = /[\p{Uppercase}\p{Lowercase}\p{Lt}]/u

export function isUpper(text: string): boolean {
  return UPPER.test(text) && !LOWER.test(text) && !TITLE.test(text)
}

export function isLower(text: string): boolean {
  return LOWER.test(text) && !UPPER.test(text) && !TITLE.test(text)
}

/** Words start with an upper-case letter and go on in lower case. */
export function isTitle(text: string): boolean {
  let isInWord = false
  for (const character of text) {
    const startsWord = UPPER.test(character) || TITLE.test(character)
    if (startsWord === isInWord && CASED.test(character)) return false
    isInWord = CASED.test(character)
  }
  return CASED.test(text)
}

/** First cased character of every word in title case, the others in lower case. */
export function toTitle(text: string): string {
  let isInWord = false
  let result = ''
  for (const character of text) {
    result += isInWord ? character.toLowerCase() : titleCase(character)
    isInWord = CASED.test(character)
  }
  return result
}

/** Letters whose title case is one letter, or is not the first letter of what upper case makes of them. */
const TITLES: Readonly<Record<string, string>> = {
  ...title('ǄǅǆǇǈǉǊǋǌǱǲǳ', 'ǅǅǅǈǈǈǋǋǋǲǲǲ'),
  ŉ: 'ʼN',
}

function title(characters: string, titles: string): Record<string, string> {
  const targets = Array.from(titles)
  return Object.fromEntries(Array.from(characters, (c, i) => [c, targets[i] ?? c]))
}

/** `Ss` for `ß`: only the first letter of what upper case makes of it. */
export function titleCase(character: string): string {
  const own = TITLES[character]
  if (own !== undefined) return own
  const [first = '', ...rest] = character.toUpperCase()
  return first + rest.join('').toLowerCase()
}

/** Upper case, then lower: so ß and ss are equal, ſ and s, µ and μ. */
export function foldCase(text: string): string {
  return Array.from(text, (character) =>
    CHEROKEE.test(character)
      ? character.toUpperCase()
      : UNFOLDED.test(character)
        ? character
        : Array.from(character.toUpperCase(), (upper) => upper.toLowerCase()).join(''),
  ).join('')
}

/** Its small letters came later, and fold to the others. */
const CHEROKEE = /\p{Script=Cherokee}/u
/** The dotless i is folded to nothing else. */
const UNFOLDED = /ı/u

export function swapCase(text: string): string {
  return Array.from(text, (character) =>
    UPPER.test(character)
      ? character.toLowerCase()
      : LOWER.test(character)
        ? character.toUpperCase()
        : character,
  ).join('')
}

const DECIMAL = /\p{Nd}/u

/** The text with ASCII digits for those of other scripts. Each script has its ten in a row, from zero on. */
export function withAsciiDigits(text: string): string {
  return text.replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0
    let first = point
    while (DECIMAL.test(String.fromCodePoint(first - 1))) first--
    return String((point - first) % 10)
  })
}
