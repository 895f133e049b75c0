/** Names in order of first mention, each with its index: attribute names, and global variables. */
export class SymbolTable {
  readonly names: string[] = []
  private readonly indices = new Map<string, number>()

  constructor(names: readonly string[] = []) {
    for (const name of names) this.indexOf(name)
  }

  indexOf(name: string): number {
    const known = this.indices.get(name)
    if (known !== undefined) return known
    const index = this.names.push(name) - 1
    this.indices.set(name, index)
    return index
  }
}

/**
 * The name Python gives to `__name` inside class `className`: `_Class__name` (Language Reference §6.2.1, private name
 * mangling). Other names, and names outside a class, stay as they are.
 */
export function mangle(name: string, className: string | undefined): string {
  if (className === undefined || !name.startsWith('__') || name.endsWith('__')) return name
  const owner = className.replace(/^_+/, '')
  return owner === '' ? name : `_${owner}${name}`
}
