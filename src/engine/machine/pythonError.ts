import type { Value } from './value'

/**
 * A Python exception on its way through TypeScript code of the machine. The interpreter turns it into an exception
 * object and unwinds the thread's frames. `type` is the name of a built-in exception class; `message` its only argument,
 * worded exactly as CPython 3.11 words it.
 */
export class PythonError extends Error {
  override readonly name = 'PythonError'
  constructor(
    readonly type: ExceptionName,
    message: string,
    /** The exception's arguments when they are not just the message (KeyError carries the key itself). */
    readonly args?: readonly Value[],
  ) {
    super(message)
  }
}

export function typeError(message: string): PythonError {
  return new PythonError('TypeError', message)
}

export function valueError(message: string): PythonError {
  return new PythonError('ValueError', message)
}

/** The exception classes of the first tier and their bases, as in CPython. */
export const EXCEPTION_BASES = {
  BaseException: undefined,
  Exception: 'BaseException',
  KeyboardInterrupt: 'BaseException',
  SystemExit: 'BaseException',
  ArithmeticError: 'Exception',
  OverflowError: 'ArithmeticError',
  ZeroDivisionError: 'ArithmeticError',
  AssertionError: 'Exception',
  AttributeError: 'Exception',
  FrozenInstanceError: 'AttributeError',
  LookupError: 'Exception',
  IndexError: 'LookupError',
  KeyError: 'LookupError',
  NameError: 'Exception',
  UnboundLocalError: 'NameError',
  RuntimeError: 'Exception',
  NotImplementedError: 'RuntimeError',
  RecursionError: 'RuntimeError',
  StopIteration: 'Exception',
  TypeError: 'Exception',
  ValueError: 'Exception',
  UnicodeError: 'ValueError',
  UnicodeEncodeError: 'UnicodeError',
  UnicodeDecodeError: 'UnicodeError',
  OSError: 'Exception',
  TimeoutError: 'OSError',
  BlockingIOError: 'OSError',
  ChildProcessError: 'OSError',
  ConnectionError: 'OSError',
  BrokenPipeError: 'ConnectionError',
  ConnectionAbortedError: 'ConnectionError',
  ConnectionRefusedError: 'ConnectionError',
  ConnectionResetError: 'ConnectionError',
  FileExistsError: 'OSError',
  FileNotFoundError: 'OSError',
  InterruptedError: 'OSError',
  IsADirectoryError: 'OSError',
  NotADirectoryError: 'OSError',
  PermissionError: 'OSError',
  ProcessLookupError: 'OSError',
  BufferError: 'Exception',
  EOFError: 'Exception',
  ReferenceError: 'Exception',
  SystemError: 'Exception',
  FloatingPointError: 'ArithmeticError',
  GeneratorExit: 'BaseException',
  StopAsyncIteration: 'Exception',
  MemoryError: 'Exception',
  /** cerrojo.DatabaseLocked */
  DatabaseLocked: 'Exception',
  Empty: 'Exception',
  Full: 'Exception',
  BrokenBarrierError: 'RuntimeError',
  CancelledError: 'Exception',
  InvalidStateError: 'Exception',
  BrokenExecutor: 'RuntimeError',
  BrokenThreadPool: 'BrokenExecutor',
} as const satisfies Record<string, string | undefined>

/** Modules that a program imports exceptions from; the others are built-in names. */
export const EXCEPTION_MODULES: Readonly<Record<string, string>> = {
  DatabaseLocked: 'cerrojo',
  FrozenInstanceError: 'dataclasses',
  Empty: 'queue',
  Full: 'queue',
  BrokenBarrierError: 'threading',
  CancelledError: 'concurrent.futures',
  InvalidStateError: 'concurrent.futures',
  BrokenExecutor: 'concurrent.futures',
  BrokenThreadPool: 'concurrent.futures.thread',
}

export type ExceptionName = keyof typeof EXCEPTION_BASES
