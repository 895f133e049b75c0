/**
 * What CPython's built-in types offer by name and classroom Python does not: a program that reaches for one is refused
 * while it runs, for an AttributeError would be another program's meaning. A test compares the list with CPython's.
 */
import { LimitError } from '../limits'
import { typesOf } from './attributeValues'

/** By the type's name, without its module. */
const UNSUPPORTED: Readonly<Record<string, string | undefined>> = {
  str: 'format_map',
  float: 'fromhex hex',
  dict_keys: 'mapping',
  dict_values: 'mapping',
  dict_items: 'mapping',
  slice: 'indices',
  chain: 'from_iterable',
  generator: 'close gi_code gi_frame gi_running gi_suspended gi_yieldfrom send throw',
  BaseException: 'add_note with_traceback',
  UnicodeError: 'encoding end object reason start',
  OSError: 'characters_written filename filename2',
  AttributeError: 'name obj',
  NameError: 'name',
  Thread: 'native_id',
  lock: 'acquire_lock locked_lock release_lock',
  Logger:
    'exception addHandler removeHandler addFilter removeFilter handlers filters parent propagate disabled root manager handle makeRecord hasHandlers getChild callHandlers filter findCaller fatal warn',
  Queue: 'all_tasks_done mutex not_empty not_full queue unfinished_tasks',
}

/** @throws LimitError `unsupportedMethod` when CPython's type `type` (as in error messages) has the attribute `name`. */
export function requireSupported(type: string, name: string): void {
  const types = typesOf(type)
  const isListed = types.some((known) => UNSUPPORTED[known]?.split(' ').includes(name))
  if (isListed) throw unsupported(types[0] ?? type, name)
}

export function unsupported(type: string, name: string): LimitError {
  return new LimitError('unsupportedMethod', 0, `${type}.${name}`)
}
