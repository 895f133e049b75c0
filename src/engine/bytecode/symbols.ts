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
