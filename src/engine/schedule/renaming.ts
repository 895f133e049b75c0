/**
 * Names made of addresses: of containers that no variable names (`#144086`), and in default representations
 * (`<Account object at 0x7f…>`). A live run may hand out memory in another order than the model, so such names are equal
 * up to one renaming for the whole trace.
 */
export class Renaming {
  private readonly names = new Map<string, string>()
  private readonly origins = new Map<string, string>()

  /** Whether both name one place, as far as compared before. */
  isSamePlace(live: string | undefined, model: string | undefined): boolean {
    return this.isSame(live, model, /(#\d+)$/)
  }

  /** Whether both are the text of one value. */
  isSameValue(live: string | undefined, model: string | undefined): boolean {
    return this.isSame(live, model, /(0x7f[0-9a-f]+)/)
  }

  private isSame(live: string | undefined, model: string | undefined, address: RegExp): boolean {
    if (live === model && live?.match(address) == null) return true
    if (live === undefined || model === undefined) return false
    // Split at the addresses: those stand at the odd places.
    const parts = live.split(address)
    const others = model.split(address)
    if (parts.length !== others.length) return false
    return parts.every((part, i) => {
      const other = others[i] ?? ''
      return i % 2 === 0 ? part === other : this.rename(part, other)
    })
  }

  /** Notes that `live` is `model`; false when one of them is known to be another. */
  private rename(live: string, model: string): boolean {
    if (!this.names.has(live) && !this.origins.has(model)) {
      this.names.set(live, model)
      this.origins.set(model, live)
    }
    return this.names.get(live) === model
  }
}
