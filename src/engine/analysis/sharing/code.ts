import {
  definitionsIn,
  lineOf,
  type ClassDefinition,
  type FunctionDefinition,
  type Module,
  type Parameter,
  type Statement,
} from '../../language'

/** A function, method, lambda or comprehension, or the module itself. */
export interface Code {
  /** 0 is the module. */
  readonly id: number
  /** `Bank.transfer`; `<module>`. */
  readonly title: string
  readonly body: readonly Statement[]
  readonly parameters: readonly Parameter[]
  /** Names that functions inside share. */
  readonly cells: ReadonlySet<string>
  readonly className: string | undefined
  /** The code it is written in. */
  readonly outer: Code | undefined
}

/** The bodies of a program and where each stands: what a call, a thread or a name of a cell can lead to. */
export class CodeTable {
  readonly module: Code
  readonly all: Code[] = []
  private readonly byDefinition = new Map<FunctionDefinition, Code>()

  constructor(private readonly program: Module) {
    const { body } = program
    const [cells, parameters] = [new Set<string>(), []]
    const [className, outer] = [undefined, undefined]
    this.module = { id: 0, title: '<module>', body, parameters, cells, className, outer }
    this.all.push(this.module)
    // Definitions are added to the end while the bodies before them are looked through.
    for (const code of this.all) {
      for (const { definition, className: owner } of definitionsIn(code.body)) {
        this.add(definition, owner, code)
      }
    }
  }

  private add(definition: FunctionDefinition, className: string | undefined, outer: Code): void {
    const { name, body, parameters } = definition
    const id = this.all.length
    const title = className === undefined ? name : `${className}.${name}`
    const cells = new Set(definition.cells)
    const code: Code = { id, title, body, parameters, cells, className, outer }
    this.all.push(code)
    this.byDefinition.set(definition, code)
  }

  /** A class and its bases, itself first. */
  lineOf(definition: ClassDefinition): readonly ClassDefinition[] {
    return lineOf(this.program, definition)
  }

  /** Whether the class derives from `Thread`. */
  isThread(definition: ClassDefinition): boolean {
    return this.lineOf(definition).at(-1)?.base?.type.name === 'Thread'
  }

  codeOf(definition: FunctionDefinition): Code {
    return this.byDefinition.get(definition) ?? this.module
  }

  /** The code whose cell `name` is, as seen from `code`. */
  ownerOf(name: string, code: Code): Code {
    let at: Code | undefined = code
    while (at?.cells.has(name) === false) at = at.outer
    return at ?? this.module
  }
}
