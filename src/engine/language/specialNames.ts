/** The special methods the machine calls by CPython's rules. */
export const SPECIAL_METHODS: readonly string[] = [
  '__init__',
  '__str__',
  '__repr__',
  '__enter__',
  '__exit__',
]

const READABLE: ReadonlySet<string> = new Set([
  '__name__',
  '__class__',
  '__cause__',
  ...SPECIAL_METHODS,
])

/** Whether a program may read the attribute `name` although it belongs to Python itself. */
export function isReadable(name: string): boolean {
  return READABLE.has(name)
}
