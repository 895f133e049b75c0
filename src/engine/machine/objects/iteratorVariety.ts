/** What an iterator object goes through: the word at {@link ITERATOR_FIELD.variety}. */
export const VARIETY = {
  list: 1,
  tuple: 2,
  string: 3,
  range: 4,
  dictKeys: 5,
  dictValues: 6,
  dictItems: 7,
  set: 8,
  enumerate: 9,
  zip: 10,
  reversedList: 11,
  reversed: 12,
  reversedDictKeys: 13,
  reversedDictValues: 14,
  reversedDictItems: 15,
  deque: 40,
  reversedDeque: 41,
  bytes: 42,
} as const

export type Variety = (typeof VARIETY)[keyof typeof VARIETY]

/**
 * Fields of an iterator, as offsets from its header. The source is UNBOUND once the iterator is exhausted. The position
 * is a number, but an integer value where it may be large (range, enumerate).
 */
export const ITERATOR_FIELD = {
  source: 1,
  position: 2,
  expected: 3,
  variety: 4,
  remaining: 5,
} as const

export const ITERATOR_WORDS = 6

/** CPython's type names of the iterators. */
export const VARIETY_NAMES: Readonly<Record<Variety, string>> = {
  [VARIETY.list]: 'list_iterator',
  [VARIETY.tuple]: 'tuple_iterator',
  [VARIETY.string]: 'str_iterator',
  [VARIETY.bytes]: 'bytes_iterator',
  [VARIETY.range]: 'range_iterator',
  [VARIETY.dictKeys]: 'dict_keyiterator',
  [VARIETY.dictValues]: 'dict_valueiterator',
  [VARIETY.dictItems]: 'dict_itemiterator',
  [VARIETY.set]: 'set_iterator',
  [VARIETY.enumerate]: 'enumerate',
  [VARIETY.zip]: 'zip',
  [VARIETY.reversedList]: 'list_reverseiterator',
  [VARIETY.reversed]: 'reversed',
  [VARIETY.reversedDictKeys]: 'dict_reversekeyiterator',
  [VARIETY.reversedDictValues]: 'dict_reversevalueiterator',
  [VARIETY.reversedDictItems]: 'dict_reverseitemiterator',
  [VARIETY.deque]: '_collections._deque_iterator',
  [VARIETY.reversedDeque]: '_collections._deque_reverse_iterator',
}
