/**
 * What built-in operations ask the program: the text of an instance whose class says how, a comparison, a hash. The
 * operation is given up at that point, the callable is entered in a frame of its own, and the operation is carried out
 * again with the answer at hand, and so on for the next question. Operations ask before they change anything. What is at
 * hand stands in memory (THREAD.answers: callable, first and second argument, result, …), because other threads may go
 * on meanwhile. What goes through many items calls a routine instead (routines.ts).
 *
 * Not modelled: `print` of several arguments writes all of them after the last method returned.
 */
import { AnswerNeeded } from './answerNeeded'
import { OBJECT, THREAD, threadAddress } from './layout'
import { holderOfMember, ownClass, specialMember } from './members'
import { append, listItem, listItems, listLength, makeList } from './objects'
import { makeTuple, textOf, tupleItems, typeName } from './objects'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { UNBOUND, type Value } from './value'

/** Words of a question and its answer in THREAD.answers. */
const ENTRY = 4

/**
 * What `callable(…args)` answers; `args` are two values at most. A question asked again by the same operation has the
 * same answer: it must not have changed anything meanwhile.
 * @throws AnswerNeeded while it is not at hand
 */
export function ask(
  p: Processor,
  callable: Value,
  args: readonly Value[],
  open: readonly Value[] = [],
): Value {
  const answers = p.word(control(p) + THREAD.answers)
  const at = ENTRY * p.answersUsed
  if (answers !== UNBOUND && at < listLength(p.memory, answers)) {
    if (isQuestion(p, answers, at, [callable, ...args])) {
      p.answersUsed++
      return listItem(p.memory, answers, at + ENTRY - 1)
    }
  }
  throw new AnswerNeeded(callable, args, open)
}

/**
 * As {@link ask} for what an operation needs to know once, whenever it asks again: the hash of a key, whether two keys are
 * equal. It may ask again after it has changed something.
 * @throws AnswerNeeded while it is not at hand
 */
export function askOnce(p: Processor, callable: Value, args: readonly Value[]): Value {
  const answers = p.word(control(p) + THREAD.answers)
  const count = answers === UNBOUND ? 0 : listLength(p.memory, answers)
  for (let at = 0; at < count; at += ENTRY) {
    if (!isQuestion(p, answers, at, [callable, ...args])) continue
    p.answersUsed = Math.max(p.answersUsed, at / ENTRY + 1)
    return listItem(p.memory, answers, at + ENTRY - 1)
  }
  throw new AnswerNeeded(callable, args, [])
}

/** Whether the question at `at` is this one. Texts are made anew by an operation that comes again. */
function isQuestion(
  p: Processor,
  answers: Value,
  at: number,
  [callable = UNBOUND, first = UNBOUND, second = UNBOUND]: readonly Value[],
): boolean {
  return [callable, first, second].every((value, i) => {
    const known = listItem(p.memory, answers, at + i)
    if (known === value) return true
    const areTexts =
      p.objectOf(known, OBJECT.string) !== 0 && p.objectOf(value, OBJECT.string) !== 0
    return areTexts && textOf(p.memory, known) === textOf(p.memory, value)
  })
}

/**
 * The text that the program's class gives `value`; `undefined` where the default serves.
 * @throws AnswerNeeded while it is not at hand; PythonError TypeError when it is no text
 */
export function ownText(
  p: Processor,
  value: Value,
  kind: 'str' | 'repr',
  open: readonly Value[],
): string | undefined {
  const found = conversionMethod(p, value, kind)
  if (found === undefined) return undefined
  // The generated `__repr__` of a dataclass writes dots for what it is making already.
  const isGuarded = found.name === '__repr__' && isGenerated(p, value)
  if (isGuarded && open.includes(value)) return '...'
  const text = ask(p, found.method, [value], isGuarded ? [...open, value] : open)
  if (p.objectOf(text, OBJECT.string) !== 0) return textOf(p.memory, text)
  const type = typeName(p.objects, text)
  throw new PythonError('TypeError', `${found.name} returned non-string (type ${type})`)
}

/** Whether the `__repr__` of the value's class is that of a dataclass, which stands beside its mark. */
function isGenerated(p: Processor, value: Value): boolean {
  const mark = p.symbols.get('.repr')
  if (mark === undefined) return false
  const cls = ownClass(p, value)
  const holder = holderOfMember(p, cls, mark)
  return holder !== 0 && holder === holderOfMember(p, cls, p.symbols.get('__repr__') ?? -1)
}

/** Containers whose representation waits for the method that runs. */
export function openContainers(p: Processor): readonly Value[] {
  const open = p.word(control(p) + THREAD.openContainers)
  return open === UNBOUND ? [] : tupleItems(p.memory, open)
}

/** Puts what is at hand on the stack, where the frame of the callable (entered with flag ANSWER) will stand on it. */
export function prepareQuestion(p: Processor, { callable, args, open }: AnswerNeeded): void {
  const { objects } = p
  const answers = p.word(control(p) + THREAD.answers)
  const known = answers === UNBOUND ? [] : listItems(p.memory, answers)
  // Others may have changed what is asked about: answers from the first that no longer fits are out.
  const isFitting = answers !== UNBOUND && known.length === ENTRY * p.answersUsed
  const list = isFitting ? answers : makeList(objects, known.slice(0, ENTRY * p.answersUsed))
  for (const word of [callable, args[0] ?? UNBOUND, args[1] ?? UNBOUND]) append(objects, list, word)
  p.push(list)
  p.push(p.word(control(p) + THREAD.openContainers))
  p.memory.write(control(p) + THREAD.answers, UNBOUND)
  if (open.length > 0) {
    p.memory.write(control(p) + THREAD.openContainers, makeTuple(objects, open))
  }
  p.answersUsed = 0
  p.hasAnswers = false
}

/** As {@link prepareQuestion} for an operation without answers at hand, which will need none if all goes well. */
export function prepareCompletion(p: Processor): void {
  p.push(UNBOUND)
  p.push(p.word(control(p) + THREAD.openContainers))
}

/** Puts down the first answer of an operation that is carried out again. */
export function putAnswer(
  p: Processor,
  callable: Value,
  args: readonly Value[],
  result: Value,
): void {
  const entry = [callable, args[0] ?? UNBOUND, args[1] ?? UNBOUND, result]
  p.memory.write(control(p) + THREAD.answers, makeList(p.objects, entry))
  p.hasAnswers = true
}

/** The callable whose frame was at `frame` answered `result`. */
export function endQuestion(p: Processor, frame: number, result: Value): void {
  leaveQuestion(p, frame)
  const answers = p.word(frame - 2)
  append(p.objects, answers, result)
  p.memory.write(control(p) + THREAD.answers, answers)
  p.hasAnswers = true
}

/** The frame at `frame` is left, with an answer or by an exception. */
export function leaveQuestion(p: Processor, frame: number): void {
  p.memory.write(control(p) + THREAD.openContainers, p.word(frame - 1))
  p.top = frame - 2
}

/** The operation that asked is over. */
export function forgetAnswers(p: Processor): void {
  p.memory.write(control(p) + THREAD.answers, UNBOUND)
  p.answersUsed = 0
  p.hasAnswers = false
}

function control(p: Processor): number {
  return threadAddress(p.thread)
}

/** `__str__` (else `__repr__`), or `__repr__`, of the value's class; `undefined` when the default serves. */
function conversionMethod(
  p: Processor,
  value: Value,
  kind: 'str' | 'repr',
): { readonly method: Value; readonly name: string } | undefined {
  // `BaseException` has a `__str__` of its own, which does not ask for the representation.
  const isException = p.objectOf(value, OBJECT.exception) !== 0
  const shown = isException ? ['__str__'] : ['__str__', '__repr__']
  const names = kind === 'str' ? shown : ['__repr__']
  for (const name of names) {
    const method = specialMethod(p, value, name)
    if (method !== UNBOUND) return { method, name }
  }
  return undefined
}

/** The method `name` that the class of `value` has or inherits; UNBOUND where there is none. */
export function specialMethod(p: Processor, value: Value, name: string): Value {
  const cls = ownClass(p, value)
  return cls === 0 ? UNBOUND : specialMember(p, cls, name)
}
