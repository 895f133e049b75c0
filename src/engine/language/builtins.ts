/** The built-in names a program of the first tier may read. */
export const BUILTIN_NAMES = [
  ...[
    'print',
    'len',
    'range',
    'enumerate',
    'zip',
    'sorted',
    'reversed',
    'min',
    'max',
    'sum',
    'abs',
    'round',
  ],
  ...[
    'any',
    'all',
    'int',
    'float',
    'str',
    'bool',
    'list',
    'dict',
    'set',
    'tuple',
    'isinstance',
    'issubclass',
    'getattr',
    'hasattr',
    'setattr',
    'delattr',
    'super',
    'object',
    'repr',
    'id',
    'map',
    'filter',
    'iter',
    'next',
  ],
  ...['hash', 'type', 'divmod', 'pow', 'NotImplemented'],
  ...[
    'ascii',
    'bin',
    'callable',
    'chr',
    'format',
    'hex',
    'oct',
    'ord',
    'slice',
    'frozenset',
    'bytes',
  ],
  ...[
    'BaseException',
    'Exception',
    'ArithmeticError',
    'OverflowError',
    'ZeroDivisionError',
    'AssertionError',
  ],
  ...[
    'AttributeError',
    'LookupError',
    'IndexError',
    'KeyError',
    'NameError',
    'UnboundLocalError',
    'RuntimeError',
  ],
  ...[
    'NotImplementedError',
    'RecursionError',
    'StopIteration',
    'TypeError',
    'ValueError',
    'TimeoutError',
  ],
  ...['BlockingIOError', 'ChildProcessError', 'ConnectionError', 'BrokenPipeError'],
  ...[
    'ConnectionAbortedError',
    'ConnectionRefusedError',
    'ConnectionResetError',
    'FileExistsError',
  ],
  ...['FileNotFoundError', 'InterruptedError', 'IsADirectoryError', 'NotADirectoryError'],
  ...['PermissionError', 'ProcessLookupError', 'BufferError', 'EOFError'],
  ...['ReferenceError', 'SystemError', 'FloatingPointError', 'GeneratorExit'],
  ...['StopAsyncIteration'],
  ...['UnicodeError', 'UnicodeDecodeError', 'UnicodeEncodeError'],
  ...['OSError', 'KeyboardInterrupt', 'SystemExit', 'MemoryError'],
] as const

const ACCEPTED: ReadonlySet<string> = new Set(BUILTIN_NAMES)

export function isBuiltin(name: string): boolean {
  return ACCEPTED.has(name)
}

/** Why a built-in name of CPython is out of the first tier. */
export type BuiltinRefusal = 'noConsole' | 'noFiles' | 'dynamicCode' | 'unsupportedBuiltin'

const REFUSED: Readonly<Record<BuiltinRefusal, ReadonlySet<string>>> = {
  noConsole: words('input'),
  noFiles: words('open'),
  dynamicCode: words('__import__ compile dir eval exec globals locals vars __builtins__'),
  unsupportedBuiltin: words(
    `aiter anext breakpoint bytearray classmethod complex copyright credits exit help license memoryview
     property quit staticmethod Ellipsis __debug__ __doc__ __file__ __loader__ __package__
     __spec__ BaseExceptionGroup BytesWarning DeprecationWarning EncodingWarning EnvironmentError
     ExceptionGroup FutureWarning IOError ImportError ImportWarning IndentationError ModuleNotFoundError
     PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxError SyntaxWarning TabError
     UnicodeTranslateError UnicodeWarning UserWarning Warning`,
  ),
}

/** The reason to refuse `name`, `undefined` when CPython has no such built-in either. */
export function builtinRefusal(name: string): BuiltinRefusal | undefined {
  const reasons = Object.keys(REFUSED) as BuiltinRefusal[]
  return reasons.find((reason) => REFUSED[reason].has(name))
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}
