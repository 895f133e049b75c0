/** `print`, and what `sys.stdout` and `sys.stderr` write: both are the program's output, as on a terminal. */
import { MODULES } from '../bytecode'
import { OBJECT } from './layout'
import { str, textOf, typeName } from './objects'
import { write } from './output'
import { bindParameters } from './primitives'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { fromSmallInteger, NONE, type Value } from './value'

type Keywords = ReadonlyMap<string, Value>

/** `print`: one step. @throws PythonError, LimitError */
export function print(p: Processor, args: readonly Value[], keywords: Keywords): Value {
  for (const name of keywords.keys()) {
    if (name !== 'sep' && name !== 'end' && name !== 'flush' && name !== 'file') {
      throw new PythonError('TypeError', `'${name}' is an invalid keyword argument for print()`)
    }
  }
  requireStream(p, keywords.get('file') ?? NONE)
  const sep = separator(p, keywords, 'sep', ' ')
  const end = separator(p, keywords, 'end', '\n')
  write(p, printedText(p, args, sep, end))
  return NONE
}

/** @throws PythonError after writing what came before the argument that has no text, as CPython does. */
function printedText(p: Processor, args: readonly Value[], sep: string, end: string): string {
  let text = ''
  args.forEach((arg, i) => {
    if (i > 0) text += sep
    try {
      text += str(p.objects, arg)
    } catch (error) {
      if (error instanceof PythonError && text !== '') write(p, text)
      throw error
    }
  })
  return text + end
}

function separator(p: Processor, keywords: Keywords, name: string, absent: string): string {
  const value = keywords.get(name)
  if (value === undefined || value === NONE) return absent
  if (p.objectOf(value, OBJECT.string) === 0) {
    const type = typeName(p.objects, value)
    throw new PythonError('TypeError', `${name} must be None or a string, not ${type}`)
  }
  return textOf(p.memory, value)
}

/** `print(file=…)`: a program has no files. */
function requireStream(p: Processor, file: Value): void {
  if (file === NONE) return
  const module = p.objectOf(file, OBJECT.module)
  if (module !== 0 && /^sys\.std(?:out|err)$/.test(MODULES[p.word(module + 1)] ?? '')) return
  const message = `'${typeName(p.objects, file)}' object has no attribute 'write'`
  throw new PythonError('AttributeError', message)
}

/** `sys.stdout.write(text)`, also of `sys.stderr`: one step. Answers the number of characters. */
export function writeText(p: Processor, args: readonly Value[], keywords: Keywords): Value {
  const [text = NONE] = bindParameters('TextIOWrapper.write', ['text'], args, keywords)
  if (p.objectOf(text, OBJECT.string) === 0) {
    const message = `write() argument must be str, not ${typeName(p.objects, text)}`
    throw new PythonError('TypeError', message)
  }
  write(p, textOf(p.memory, text))
  return fromSmallInteger(p.word((text >>> 1) + 1))
}

/** `sys.stdout.flush()`: what is written is seen at once. */
export function flush(args: readonly Value[], keywords: Keywords): Value {
  bindParameters('TextIOWrapper.flush', [], args, keywords)
  return NONE
}
