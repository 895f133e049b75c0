/**
 * The text of a container after calls and element writes, replayed on the text it began with. What cannot be replayed
 * (an unknown call, a text that is no flat container, more than MAXIMUM_ITEMS) is not guessed: the last text known for
 * certain is shown with the latest call behind it.
 */
import { assertNever } from '../../base'
import { parseContainer, printContainer, type CallText, type ContainerText } from './pythonText'

export type ContainerState =
  | { readonly kind: 'known'; readonly container: ContainerText }
  | { readonly kind: 'unknown'; readonly text: string; readonly change: string | undefined }

/** Larger containers are not replayed item by item: a moment must stay quick to ask for. */
export const MAXIMUM_ITEMS = 200
const MAXIMUM_TEXT = 50_000

export function containerOf(text: string): ContainerState {
  const container = text.length > MAXIMUM_TEXT ? undefined : parseContainer(text)
  if (container === undefined || container.items.length > MAXIMUM_ITEMS) {
    return { kind: 'unknown', text, change: undefined }
  }
  return { kind: 'known', container }
}

export function containerText(state: ContainerState): string {
  switch (state.kind) {
    case 'known':
      return printContainer(state.container)
    case 'unknown':
      return state.change === undefined ? state.text : `${state.text} · ${state.change}`
    default:
      return assertNever(state)
  }
}

/** `state` after the call that `text` writes; `call` is that text read. */
export function applyCall(
  state: ContainerState,
  text: string,
  call: CallText | undefined,
): ContainerState {
  const after =
    state.kind === 'known' && call !== undefined ? changed(state.container, call) : undefined
  return settled(state, after, text)
}

/** `state` after `container[key] = value`; without a value the element is deleted. */
export function applyElement(
  state: ContainerState,
  key: string,
  value: string | undefined,
): ContainerState {
  const call = {
    method: value === undefined ? '__delitem__' : '__setitem__',
    arguments: [key, value ?? ''],
  }
  const after = state.kind === 'known' ? changed(state.container, call) : undefined
  return settled(state, after, value === undefined ? `del [${key}]` : `[${key}] = ${value}`)
}

function settled(
  before: ContainerState,
  after: ContainerText | undefined,
  change: string,
): ContainerState {
  if (after !== undefined && after.items.length <= MAXIMUM_ITEMS)
    return { kind: 'known', container: after }
  return {
    kind: 'unknown',
    text: before.kind === 'unknown' ? before.text : containerText(before),
    change,
  }
}

function changed(container: ContainerText, call: CallText): ContainerText | undefined {
  if (call.method === 'clear') return { ...container, items: [], values: [] }
  switch (container.kind) {
    case 'set':
      return changedSet(container, call)
    case 'list':
      return changedList(container, call)
    case 'dict':
      return changedDict(container, call)
    default:
      return undefined
  }
}

function changedSet(
  set: ContainerText,
  { method, arguments: [item = ''] }: CallText,
): ContainerText | undefined {
  switch (method) {
    case 'add':
      return set.items.includes(item) ? set : { ...set, items: [...set.items, item] }
    case 'discard':
    case 'remove':
      return { ...set, items: set.items.filter((i) => i !== item) }
    default:
      return undefined
  }
}

/** Position of a Python index (negative counts from the end) in a list of `length`, or undefined. */
function position(index: string, length: number): number | undefined {
  if (!/^-?\d+$/.test(index)) return undefined
  const at = Number(index) < 0 ? Number(index) + length : Number(index)
  return at >= 0 && at < length ? at : undefined
}

function changedList(list: ContainerText, call: CallText): ContainerText | undefined {
  const { items } = list
  const [first = '', second = ''] = call.arguments
  switch (call.method) {
    case 'append':
      return { ...list, items: [...items, first] }
    case 'remove': {
      const at = items.indexOf(first)
      return at < 0 ? undefined : { ...list, items: items.toSpliced(at, 1) }
    }
    case 'pop':
    case '__delitem__': {
      const at = position(first === '' ? '-1' : first, items.length)
      return at === undefined ? undefined : { ...list, items: items.toSpliced(at, 1) }
    }
    case 'insert': {
      if (!/^-?\d+$/.test(first) || second === '') return undefined
      const at = Number(first) < 0 ? Math.max(0, Number(first) + items.length) : Number(first)
      return { ...list, items: items.toSpliced(at, 0, second) }
    }
    case '__setitem__': {
      const at = position(first, items.length)
      return at === undefined ? undefined : { ...list, items: items.with(at, second) }
    }
    case '__iadd__':
    case 'extend': {
      const more = parseContainer(first)
      return more === undefined || more.kind === 'set'
        ? undefined
        : { ...list, items: [...items, ...more.items] }
    }
    case 'reverse':
      return { ...list, items: items.toReversed() }
    default:
      return undefined
  }
}

function changedDict(dict: ContainerText, call: CallText): ContainerText | undefined {
  const [key = '', value] = call.arguments
  const at = dict.items.indexOf(key)
  switch (call.method) {
    case '__setitem__':
      return withEntry(dict, key, value ?? '')
    case 'setdefault':
      // A trace may hold the key alone; then what a new entry holds is unknown.
      if (at >= 0) return dict
      return value === undefined ? undefined : withEntry(dict, key, value)
    case '__delitem__':
    case 'pop':
      return at < 0 ? dict : withoutEntry(dict, at)
    case 'popitem':
      return dict.items.length === 0 ? dict : withoutEntry(dict, dict.items.length - 1)
    case 'update': {
      const more = parseContainer(key)
      if (more?.kind !== 'dict') return undefined
      return more.items.reduce((all, k, i) => withEntry(all, k, more.values[i] ?? ''), dict)
    }
    default:
      return undefined
  }
}

function withEntry(dict: ContainerText, key: string, value: string): ContainerText {
  const at = dict.items.indexOf(key)
  if (at >= 0) return { ...dict, values: dict.values.with(at, value) }
  return { ...dict, items: [...dict.items, key], values: [...dict.values, value] }
}

function withoutEntry(dict: ContainerText, at: number): ContainerText {
  return { ...dict, items: dict.items.toSpliced(at, 1), values: dict.values.toSpliced(at, 1) }
}
