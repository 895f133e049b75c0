/** The part of WebAssembly's interface that live runs use; TypeScript has it only among the types of a browser. */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { initial: number; maximum: number; shared: true })
    readonly buffer: SharedArrayBuffer
  }

  class Module {
    /** Compiles and validates. */
    constructor(bytes: Uint8Array)
    readonly [Symbol.toStringTag]: string
  }

  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, Memory>>)
    readonly exports: Record<string, unknown>
  }
}
