/**
 * The checked abstract syntax of classroom Python, first tier. A tree of this shape holds only constructs that the
 * compiler translates with CPython's meaning; everything else was turned into a diagnostic by the checker.
 * Positions are offsets into the source in UTF-16 code units, start inclusive, end exclusive.
 */
import type { LoadedModule } from './modules'

export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * A function body's view of names, settled by the checker: `global`, `nonlocal` and assignments decide it. A `cell` is a
 * local that functions inside read or write too, or one of a function outside; a `quietCell` is one that is bound once,
 * before any function inside is made, so that no access to it can be unordered.
 */
export type NameScope = 'local' | 'global' | 'builtin' | 'cell' | 'quietCell'
export type BoundScope = Exclude<NameScope, 'builtin'>

export type BinaryOperator =
  '+' | '-' | '*' | '/' | '//' | '%' | '**' | '&' | '|' | '^' | '<<' | '>>'
export type UnaryOperator = '-' | '+' | '~' | 'not'
export type CompareOperator =
  '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not'

export type Literal =
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: readonly number[] }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'none' }

/** `!r`, `!s`, `!a` of an f-string field. */
export type Conversion = 'none' | 's' | 'r' | 'a'

export type FormatPart =
  | { readonly kind: 'text'; readonly value: string }
  | {
      readonly kind: 'field'
      readonly value: Expression
      readonly conversion: Conversion
      /** The format specification; itself made of parts, as in `{x:{width}}`. Empty where absent. */
      readonly specification: readonly FormatPart[]
    }

export interface KeywordArgument {
  /** `undefined` for `**value`. */
  readonly name: string | undefined
  readonly value: Expression
}

export type Expression = Span &
  (
    | { readonly kind: 'literal'; readonly literal: Literal }
    | { readonly kind: 'formatted'; readonly parts: readonly FormatPart[] }
    | { readonly kind: 'name'; readonly name: string; readonly scope: NameScope }
    | { readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly Expression[] }
    | {
        readonly kind: 'dict'
        /** An entry without key is `**value`. */
        readonly entries: readonly {
          readonly key: Expression | undefined
          readonly value: Expression
        }[]
      }
    /** `*value`, among the items of a display or the positional arguments of a call. */
    | { readonly kind: 'starred'; readonly value: Expression }
    | { readonly kind: 'lambda'; readonly definition: FunctionDefinition }
    /** The function's one parameter is the iterator of `iterable`, which is evaluated outside it. */
    | {
        readonly kind: 'comprehension'
        readonly definition: FunctionDefinition
        readonly iterable: Expression
      }
    /** `super()`: what the object is behind the class around the method. */
    | { readonly kind: 'super'; readonly object: Expression }
    /** `target := value`. */
    | { readonly kind: 'walrus'; readonly target: NameTarget; readonly value: Expression }
    | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression }
    | {
        readonly kind: 'binary'
        readonly operator: BinaryOperator
        readonly left: Expression
        readonly right: Expression
      }
    | {
        readonly kind: 'logical'
        readonly operator: 'and' | 'or'
        readonly left: Expression
        readonly right: Expression
      }
    /** A chain `a < b < c` has two operators and three operands; each operand is evaluated at most once. */
    | {
        readonly kind: 'compare'
        readonly operators: readonly CompareOperator[]
        readonly operands: readonly Expression[]
      }
    | {
        readonly kind: 'conditional'
        readonly condition: Expression
        readonly whenTrue: Expression
        readonly whenFalse: Expression
      }
    | {
        readonly kind: 'call'
        readonly callee: Expression
        readonly positional: readonly Expression[]
        readonly keywords: readonly KeywordArgument[]
      }
    | { readonly kind: 'attribute'; readonly object: Expression; readonly name: string }
    | { readonly kind: 'item'; readonly object: Expression; readonly key: Expression }
    /** Stands as the key of an item only. */
    | {
        readonly kind: 'slice'
        readonly start: Expression | undefined
        readonly stop: Expression | undefined
        readonly step: Expression | undefined
      }
  )

export type NameTarget = Span & {
  readonly kind: 'name'
  readonly name: string
  readonly scope: BoundScope
}

export type Target =
  | NameTarget
  | (Span &
      (
        | { readonly kind: 'attribute'; readonly object: Expression; readonly name: string }
        | { readonly kind: 'item'; readonly object: Expression; readonly key: Expression }
        /** `starred` is the index of the target that takes what the others leave. */
        | {
            readonly kind: 'unpack'
            readonly targets: readonly Target[]
            readonly starred: number | undefined
          }
      ))

/** `*args` is variadic, `**options` takes keywords; behind a star, parameters are given by keyword only. */
export type ParameterKind = 'positional' | 'plain' | 'variadic' | 'keyword' | 'keywords'

export interface Parameter extends Span {
  readonly name: string
  readonly kind: ParameterKind
  /** Evaluated once, when `def` is executed, as in CPython. */
  readonly defaultValue: Expression | undefined
}

/** What a function is written as: `def`, `lambda`, or a comprehension of one of four kinds. */
export type FunctionForm = 'def' | 'lambda' | ComprehensionForm
export type ComprehensionForm = 'list' | 'set' | 'dict' | 'generator'

/** What a method makes of its class: `@staticmethod`, `@classmethod`, `@property`, `@name.setter`. */
export type MethodBinding = 'static' | 'class' | 'getter' | 'setter'

export interface FunctionDefinition extends Span {
  /** `<lambda>`, `<listcomp>` and so on where it has no name of its own. */
  readonly name: string
  readonly form: FunctionForm
  /** Of a method that is not simply called on an object. */
  readonly binding?: MethodBinding | undefined
  readonly nameSpan: Span
  readonly parameters: readonly Parameter[]
  readonly body: readonly Statement[]
  /** Every local name, parameters first (in the order of the call: `*` and `**` behind the others). */
  readonly locals: readonly string[]
  /** The locals that functions inside share. */
  readonly cells: readonly string[]
  /** The names of functions outside that this one shares. */
  readonly free: readonly string[]
}

export interface ExceptHandler extends Span {
  /** An exception class or a tuple of them; `undefined` for a bare `except:`. */
  readonly type: Expression | undefined
  readonly target: Target | undefined
  readonly body: readonly Statement[]
}

export interface WithItem extends Span {
  readonly context: Expression
  readonly target: Target | undefined
}

export type Statement = Span &
  (
    | { readonly kind: 'expression'; readonly value: Expression }
    /** `a = b = value` has two targets, assigned left to right. */
    | { readonly kind: 'assign'; readonly targets: readonly Target[]; readonly value: Expression }
    | {
        readonly kind: 'augmented'
        readonly target: Target
        readonly operator: BinaryOperator
        readonly value: Expression
      }
    | { readonly kind: 'delete'; readonly targets: readonly Target[] }
    | {
        readonly kind: 'if'
        readonly condition: Expression
        readonly body: readonly Statement[]
        /** `elif` is an `if` alone in `orElse`. */
        readonly orElse: readonly Statement[]
      }
    | {
        readonly kind: 'while'
        readonly condition: Expression
        readonly body: readonly Statement[]
        readonly orElse: readonly Statement[]
      }
    | {
        readonly kind: 'for'
        readonly target: Target
        readonly iterable: Expression
        readonly body: readonly Statement[]
        readonly orElse: readonly Statement[]
      }
    | { readonly kind: 'break' | 'continue' | 'pass' }
    | { readonly kind: 'return'; readonly value: Expression | undefined }
    | {
        readonly kind: 'try'
        readonly body: readonly Statement[]
        readonly handlers: readonly ExceptHandler[]
        readonly orElse: readonly Statement[]
        readonly finallyBody: readonly Statement[]
      }
    | {
        readonly kind: 'with'
        readonly items: readonly WithItem[]
        readonly body: readonly Statement[]
      }
    | {
        readonly kind: 'assert'
        readonly condition: Expression
        readonly message: Expression | undefined
      }
    /** A bare `raise` (value `undefined`) stands only inside an `except` body of the same function. */
    | {
        readonly kind: 'raise'
        readonly value: Expression | undefined
        /** `raise value from cause`. */
        readonly cause: Expression | undefined
      }
    | {
        readonly kind: 'function'
        readonly definition: FunctionDefinition
        readonly target: NameTarget
        /** From the outermost to the innermost. */
        readonly decorators: readonly Expression[]
      }
    /** In the function of a comprehension: adds to its result, or answers the next item. */
    | {
        readonly kind: 'collect'
        readonly form: ComprehensionForm
        /** Of a dictionary's entry. */
        readonly key: Expression | undefined
        readonly value: Expression
      }
    | { readonly kind: 'class'; readonly definition: ClassDefinition }
    /** `import module` / `import module as name`: binds one global (or local) name. */
    | { readonly kind: 'import'; readonly module: LoadedModule; readonly target: Target }
    /** `from module import member [as name], …` */
    | {
        readonly kind: 'importFrom'
        readonly module: LoadedModule
        readonly members: readonly { readonly member: string; readonly target: Target }[]
      }
  )

/** What a class derives from: a class of the program, bound once and above, or a built-in one. */
export interface ClassBase {
  /** Evaluated when the `class` statement is executed. */
  readonly value: Expression
  readonly type: BaseType
}

export type BaseType = { readonly kind: 'class' | 'builtin'; readonly name: string }

export interface ClassDefinition extends Span {
  readonly name: string
  readonly nameSpan: Span
  /** `undefined` for a class that derives from `object` alone. */
  readonly base: ClassBase | undefined
  /** Class attributes, in source order; values are evaluated when the `class` statement is executed. */
  readonly attributes: readonly {
    readonly name: string
    readonly value: Expression
    readonly span: Span
    /** As `@staticmethod`: reached through an instance, a callable stays what it is. */
    readonly binding?: 'static'
  }[]
  readonly methods: readonly FunctionDefinition[]
  /** What stands on `@dataclass` and in the class; the methods that come of it are among `methods`. */
  readonly dataclass?: DataclassHeader | undefined
  /** Further members, each with the value of the attribute `of`. */
  readonly defaults?: readonly { readonly name: string; readonly of: string }[]
  /** The fields of a frozen dataclass: only its generated `__init__` may store them. */
  readonly frozenFields?: readonly string[] | undefined
}

export interface DataclassHeader {
  readonly options: readonly KeywordArgument[]
  /** Names with a type hint, in source order, those for the class alone (`ClassVar`) left out. */
  readonly annotated: readonly (Span & { readonly name: string })[]
}

/** A whole checked program. Functions and classes stand at module level only (first tier). */
export interface Module {
  readonly body: readonly Statement[]
  /** Every name bound at module level or by a `global` statement, in order of first binding. */
  readonly globals: readonly string[]
}
