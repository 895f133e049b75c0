/** Every diagnostic of the language, the only list: locale files are checked against it. Codes are never renamed. */
export const DIAGNOSTIC_CODES = [
  // Limits of the reader.
  /** The source has more UTF-16 units than the reader takes. */
  'sourceTooLong',
  /** Brackets, blocks or operators nest too deep. */
  'nestingTooDeep',

  // Characters, brackets and literals.
  /** A character no Python program may hold outside strings and comments. */
  'invalidCharacter',
  /** A name with characters that names may not hold. */
  'invalidName',
  /** A curly quote instead of a straight one. */
  'typographicQuote',
  /** An operator of another language. */
  'foreignOperator',
  /** A backslash that does not end a line of code. */
  'strayBackslash',
  /** A string without its closing quote. */
  'unterminatedString',
  /** A triple-quoted string without its end. */
  'unterminatedTripleString',
  /** A bracket never closed. */
  'unclosedBracket',
  /** A closing bracket never opened. */
  'unmatchedBracket',
  /** A closing bracket of another kind. */
  'mismatchedBracket',
  /** A malformed number. */
  'invalidNumber',
  /** A decimal point without a digit behind it. */
  'decimalPoint',
  /** A decimal integer with leading zeros. */
  'leadingZero',
  /** A decimal integer beyond CPython's digit limit. */
  'integerTooLong',
  /** A malformed or unsupported escape in a string. */
  'invalidEscape',
  /** Warning: a backslash before a letter that needs none. */
  'unknownEscape',

  // f-strings.
  /** A single brace in the text of an f-string. */
  'strayBrace',
  /** A field without an expression. */
  'emptyField',
  /** A field of an f-string that cannot be read. */
  'formattedField',
  /** A backslash inside a field (CPython 3.11). */
  'backslashInField',
  /** The delimiting quote inside a field (CPython 3.11). */
  'quoteInFormattedString',
  /** A field inside a field inside a field. */
  'formattedFieldTooDeep',

  // Indentation.
  /** A deeper line that no header opened. */
  'unexpectedIndent',
  /** A header without a block. */
  'expectedIndent',
  /** A line that returns to no enclosing block. */
  'inconsistentDedent',
  /** Indentation that depends on the width of a tab. */
  'tabsAndSpaces',

  // Syntax.
  /** Last resort: a word where it cannot stand. */
  'syntax',
  /** The line stops in the middle. */
  'unexpectedEnd',
  /** A header without its colon. */
  'missingColon',
  /** A value is due. */
  'missingExpression',
  /** Two values side by side. */
  'missingOperator',
  /** A for without in. */
  'missingIn',
  /** A def without brackets. */
  'missingParameterList',
  /** One equals sign in a condition. */
  'assignmentInCondition',
  /** A conditional expression without else. */
  'conditionalWithoutElse',
  /** else if instead of elif. */
  'elseIf',
  /** A clause without its statement. */
  'strayClause',
  /** A keyword where a name is due. */
  'keywordAsName',
  /** print without brackets. */
  'printStatement',
  /** x++ or x--. */
  'incrementOperator',
  /** A comma at the end of a list that takes none. */
  'trailingComma',
  /** assert with more than two parts. */
  'assertParts',
  /** except A, e. */
  'exceptComma',
  /** raise A, b. */
  'raiseComma',
  /** try without except and finally. */
  'tryWithoutExcept',
  /** A bare except before other handlers. */
  'bareExceptNotLast',

  // Assignment.
  /** A call left of =. */
  'assignToCall',
  /** A literal left of =. */
  'assignToLiteral',
  /** True, False, None, __debug__ as targets. */
  'assignToConstant',
  /** An operation left of =. */
  'assignToExpression',
  /** += on several targets. */
  'augmentedTarget',
  /** A type hint on something other than one variable. */
  'annotatedTarget',
  /** Two stars among the targets of one assignment. */
  'severalStars',
  /** *a = b. */
  'starAlone',
  /** Binding a special name such as __name__. */
  'reservedName',

  // Functions and calls.
  /** Two parameters of one name. */
  'duplicateParameter',
  /** A parameter without default behind one with default. */
  'defaultBeforeRequired',
  /** A keyword argument given twice. */
  'duplicateKeyword',
  /** An argument that CPython takes and the machine cannot carry out: `key=`, `print(file=…)`, `type` with a body. */
  'unsupportedArgument',
  /** An argument of `@dataclass` or `field()` that is not carried out, or that the text does not tell. */
  'dataclassArgument',
  /** A positional argument behind a keyword argument. */
  'positionalAfterKeyword',
  /** A generator expression beside other arguments, without brackets. */
  'generatorInArguments',
  /** break or continue outside a loop. */
  'outsideLoop',
  /** return outside a function. */
  'returnOutsideFunction',
  /** raise without an exception where none is certain. */
  'bareRaise',

  // Names.
  /** A name bound nowhere. */
  'undefinedName',
  /** A name bound nowhere, one letter or two from one that is. */
  'undefinedNameSimilar',
  /** A class's member read as a plain name in a method. */
  'memberWithoutSelf',
  /** global behind the first use of the name. */
  'globalAfterUse',
  /** global for a parameter. */
  'globalParameter',
  /** nonlocal outside a function. */
  'nonlocalModule',
  /** nonlocal for a parameter. */
  'nonlocalParameter',
  /** nonlocal behind the first use of the name. */
  'nonlocalAfterUse',
  /** A name that is global and nonlocal. */
  'nonlocalGlobal',
  /** nonlocal for a name that no function around binds. */
  'nonlocalMissing',
  /** A type hint on a name declared global. */
  'annotatedGlobal',
  /** A type hint evaluated before its name exists. */
  'annotationBeforeDefinition',

  // Modules.
  /** A module Cerrojo does not have. */
  'unsupportedModule',
  /** A member the module does not offer here. */
  'unsupportedMember',
  /** Changing a module. */
  'moduleAssignment',
  /** from module import *. */
  'starImport',
  /** from . import x. */
  'relativeImport',

  // Built-ins outside the first tier.
  /** A built-in of CPython that Cerrojo does not have. */
  'unsupportedBuiltin',
  /** input(). */
  'noConsole',
  /** open(). */
  'noFiles',
  /** exec, eval, globals … */
  'dynamicCode',

  // Modules and members outside the first tier, with what to write instead.
  /** os, pathlib … */
  'moduleOfFiles',
  /** multiprocessing, subprocess. */
  'moduleOfProcesses',
  /** asyncio and its kin. */
  'moduleOfCoroutines',
  /** socket, http … */
  'moduleOfNetwork',
  /** datetime, calendar. */
  'moduleOfDates',
  /** copy. */
  'moduleCopy',
  /** re, string … */
  'moduleOfText',
  /** json, pickle, sqlite3 … */
  'moduleOfFormats',
  /** heapq, bisect. */
  'moduleOfHeaps',
  /** decimal, statistics, numpy … */
  'moduleOfNumbers',
  /** enum. */
  'moduleEnum',
  /** abc, types … */
  'moduleOfClasses',
  /** contextlib. */
  'moduleContextlib',
  /** _thread. */
  'moduleThread',
  /** operator. */
  'moduleOperator',
  /** signal, atexit, traceback. */
  'moduleOfEndings',
  /** collections.OrderedDict. */
  'memberOrderedDict',
  /** lru_cache and its kin. */
  'memberCache',
  /** threading.excepthook, settrace … */
  'memberHook',
  /** ProcessPoolExecutor. */
  'memberProcessPool',
  /** time.strftime and the like. */
  'memberDate',
  /** time.time_ns, process_time … */
  'memberProcessTime',
  /** sys.argv, sys.stderr … */
  'memberStream',
  /** sys.setrecursionlimit. */
  'memberRecursion',
  /** logging.exception, sys.exc_info. */
  'memberTraceback',
  /** Handlers of logging. */
  'memberHandler',
  /** typing.NamedTuple. */
  'memberNamedTuple',
  /** A name of typing used for anything but a type hint. */
  'typeOutsideAnnotation',

  // Constructs outside the first tier.
  /** async and await. */
  'asyncAwait',
  /** Generators. */
  'yield',
  /** class inside a function or class. */
  'nestedClass',
  /** def or class inside if, for, try … */
  'definitionInBlock',
  /** Decorators. */
  'decorator',
  /** Stars in displays, calls and targets. */
  'starUnpacking',
  /** A base that is not known from the text, or that cannot be derived from. */
  'inheritance',
  /** A class with several bases. */
  'multipleInheritance',
  /** A subclass of Thread that uses a name of CPython's own. */
  'threadInternal',
  /** super() where no method is around. */
  'superOutsideMethod',
  /** Keywords in a class header. */
  'metaclass',
  /** match. */
  'match',
  /** Assignment expressions. */
  'walrus',
  /** b"…" with other characters than ASCII, or beside an ordinary string. */
  'bytesLiteral',
  /** 2j. */
  'complexNumber',
  /** The operator of matrix products. */
  'matrixMultiplication',
  /** type X = … */
  'typeAlias',
  /** def f[T]() … */
  'typeParameters',
  /** A type hint of an unusual shape. */
  'unsupportedAnnotation',
  /** except*. */
  'exceptStar',
  /** ... */
  'ellipsis',
  /** a[1:2, 3]. */
  'sliceInTuple',
  /** with a as b.c. */
  'withTarget',
  /** with (a as b, c as d). */
  'withParentheses',
  /** A statement in a class body other than methods and simple attributes. */
  'classStatement',
  /** A computed attribute behind a method with a computed default. */
  'classOrder',
  /** Two members of one name. */
  'duplicateMember',
  /** A class body reads one of its own names. */
  'classMemberReference',
  /** A special method the machine does not call. */
  'unsupportedSpecialMethod',
  /** Reading or writing an attribute such as __dict__. */
  'specialAttribute',
  /** Anything else the parser knows and the translation does not. */
  'unsupportedConstruct',

  // Warnings.
  /** Warning: assert (condition, message) never fails. */
  'assertTuple',
  /** Warning: identity with a literal. */
  'isLiteral',
] as const

export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number]
