/**
 * The text of instances whose class says how, inside whatever built-in operation needs it (`print`, a list's `repr`, a
 * format). The operation is given up at that point, the method is called in a frame of its own, and the operation is
 * carried out again with the text at hand, and so on for the next instance. Operations ask for texts before they change
 * anything. What is at hand stands in memory (THREAD.texts: instance, text, instance, text, …), because other threads
 * may go on meanwhile.
 *
 * Not modelled: `print` of several arguments writes all of them after the last method returned.
 */
import { classTableOf } from './attributes'
import { FRAME, FUNCTION_MASK, OBJECT, THREAD, threadAddress } from './layout'
import { append, listItems, makeList, makeTuple, textOf, tupleItems, typeName } from './objects'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { addressOf, UNBOUND, type Value } from './value'

/** Thrown by an operation that needs the text of `value` first. */
export class TextNeeded extends Error {
  override readonly name = 'TextNeeded'
  constructor(
    readonly value: Value,
    /** Address of the function object to call with it. */
    readonly method: number,
    /** Containers whose representation is being made: met again, they are written as dots. */
    readonly open: readonly Value[],
  ) {
    super('text needed')
  }
}

/**
 * The text that the program's class gives `value`; `undefined` where the default serves.
 * @throws TextNeeded while it is not at hand
 */
export function ownText(
  p: Processor,
  value: Value,
  kind: 'str' | 'repr',
  open: readonly Value[],
): string | undefined {
  const found = conversionMethod(p, value, kind)
  if (found === 0) return undefined
  const texts = p.word(control(p) + THREAD.texts)
  if (texts !== UNBOUND) {
    const [instance, text] = listItems(p.memory, texts).slice(2 * p.textsUsed)
    if (instance === value && text !== undefined) {
      p.textsUsed++
      return textOf(p.memory, text)
    }
  }
  throw new TextNeeded(value, found, open)
}

/** Containers whose representation waits for the method that runs. */
export function openContainers(p: Processor): readonly Value[] {
  const open = p.word(control(p) + THREAD.openContainers)
  return open === UNBOUND ? [] : tupleItems(p.memory, open)
}

/** Puts what is at hand on the stack, where the frame of the method (called with flag CONVERSION) will stand on it. */
export function prepareConversion(p: Processor, { value, open }: TextNeeded): void {
  const { objects } = p
  const texts = p.word(control(p) + THREAD.texts)
  const known = texts === UNBOUND ? [] : listItems(p.memory, texts)
  // Others may have changed what is written: texts from the first that no longer fits are out.
  const isFitting = texts !== UNBOUND && known.length === 2 * p.textsUsed
  const list = isFitting ? texts : makeList(objects, known.slice(0, 2 * p.textsUsed))
  append(objects, list, value)
  p.push(list)
  p.push(p.word(control(p) + THREAD.openContainers))
  p.memory.write(control(p) + THREAD.texts, UNBOUND)
  if (open.length > 0) {
    p.memory.write(control(p) + THREAD.openContainers, makeTuple(objects, open))
  }
  p.textsUsed = 0
  p.hasTexts = false
}

/** The method whose frame was at `frame` answered `result`. */
export function endConversion(p: Processor, frame: number, result: Value): void {
  leaveConversion(p, frame)
  if (p.objectOf(result, OBJECT.string) === 0) {
    const code = p.program.functions[p.word(frame + FRAME.function) & FUNCTION_MASK]
    const type = typeName(p.objects, result)
    throw new PythonError(
      'TypeError',
      `${code?.name ?? '__str__'} returned non-string (type ${type})`,
    )
  }
  const texts = p.word(frame - 2)
  append(p.objects, texts, result)
  p.memory.write(control(p) + THREAD.texts, texts)
  p.hasTexts = true
}

/** The frame at `frame` is left, with an answer or by an exception. */
export function leaveConversion(p: Processor, frame: number): void {
  p.memory.write(control(p) + THREAD.openContainers, p.word(frame - 1))
  p.top = frame - 2
}

/** The operation that asked for texts is over. */
export function forgetTexts(p: Processor): void {
  p.memory.write(control(p) + THREAD.texts, UNBOUND)
  p.textsUsed = 0
  p.hasTexts = false
}

function control(p: Processor): number {
  return threadAddress(p.thread)
}

/** Address of the function object of `__str__` (else `__repr__`), or of `__repr__`; 0 when the default serves. */
function conversionMethod(p: Processor, value: Value, kind: 'str' | 'repr'): number {
  const instance = p.objectOf(value, OBJECT.instance)
  if (instance === 0) return 0
  const cls = addressOf(p.word(instance + 1))
  const own = kind === 'str' ? method(p, cls, '__str__') : 0
  return own === 0 ? method(p, cls, '__repr__') : own
}

function method(p: Processor, cls: number, name: string): number {
  const symbol = p.program.symbols.indexOf(name)
  if (symbol < 0) return 0
  const table = classTableOf(p, cls)
  return (table.methods[symbol] ?? -1) < 0
    ? 0
    : addressOf(p.word(cls + (table.members[symbol] ?? 0)))
}
