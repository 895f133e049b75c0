import type { OperationName } from './opcodes'

/** How many values an operation pops and pushes when control goes on to the next instruction. */
export interface StackEffect {
  readonly pops: number
  readonly pushes: number
}

/** What the effect of `makeFunction` and `makeClass` depends on beyond the instruction itself. */
export interface Shapes {
  /** Defaults and shared cells of the function with this index. */
  partCount(functionIndex: number): number
  /** Members of the class with this index, and its base. */
  memberCount(classIndex: number): number
}

type Effect =
  | readonly [pops: number, pushes: number]
  | ((argument: number, shapes: Shapes) => readonly [number, number])

const FALLS_THROUGH: { readonly [name in OperationName]: Effect } = {
  loadConstant: [0, 1],
  loadLocal: [0, 1],
  storeLocal: [1, 0],
  deleteLocal: [0, 0],
  loadGlobal: [0, 1],
  storeGlobal: [1, 0],
  deleteGlobal: [0, 0],
  pop: [1, 0],
  duplicate: [1, 2],
  duplicateTwo: [2, 4],
  rotateTwo: [2, 2],
  rotateThree: [3, 3],
  loadAttribute: [1, 1],
  storeAttribute: [2, 0],
  deleteAttribute: [1, 0],
  loadItem: [2, 1],
  storeItem: [3, 0],
  deleteItem: [2, 0],
  loadSlice: [4, 1],
  unary: [1, 1],
  binary: [2, 1],
  inPlace: [2, 1],
  compare: [2, 1],
  jump: [0, 0],
  jumpIfFalse: [1, 0],
  jumpIfTrue: [1, 0],
  jumpIfFalseOrPop: [1, 0],
  jumpIfTrueOrPop: [1, 0],
  getIterator: [1, 1],
  forIteration: [1, 2],
  return: [1, 0],
  raise: [1, 0],
  raiseFrom: [2, 0],
  matchException: [2, 2],
  buildList: (count) => [count, 1],
  buildTuple: (count) => [count, 1],
  buildSet: (count) => [count, 1],
  buildConstantSet: (count) => [count, 1],
  buildFrozenSet: (count) => [count, 1],
  buildDict: (count) => [2 * count, 1],
  buildSlice: [3, 1],
  buildString: (count) => [count, 1],
  formatValue: (format) => [(format & 4) === 0 ? 1 : 2, 1],
  unpackSequence: (count) => [1, count],
  loadMethod: [1, 2],
  callMethod: (count) => [count + 2, 1],
  call: (count) => [count + 1, 1],
  callKeyword: (count) => [count + 3, 1],
  makeFunction: (index, shapes) => [shapes.partCount(index), 1],
  makeClass: (index, shapes) => [shapes.memberCount(index), 1],
  makeSuper: [1, 1],
  loadModule: [0, 1],
  pushUnbound: [0, 1],
  loadCell: [0, 1],
  storeCell: [1, 0],
  deleteCell: [0, 0],
  makeCell: [0, 0],
  loadQuietCell: [0, 1],
  append: [2, 1],
  extend: [2, 1],
  appendPair: [3, 1],
  extendKeywords: [2, 1],
  toTuple: [1, 1],
  unpackStarred: (argument) => [1, (argument & 0xfff) + (argument >>> 12) + 1],
  callVariable: [4, 1],
  yield: [1, 0],
  enterContext: [1, 1],
  exitContext: [1, 0],
  exitContextByError: [2, 2],
}

/** The effect when control goes on to the next instruction. */
export function stackEffect(
  operation: OperationName,
  argument: number,
  shapes: Shapes,
): StackEffect {
  const effect = FALLS_THROUGH[operation]
  const [pops, pushes] = typeof effect === 'function' ? effect(argument, shapes) : effect
  return { pops, pushes }
}

/** Change of depth when `operation` jumps to its target; `undefined` when it has none. */
export function depthChangeOfJump(operation: OperationName): number | undefined {
  switch (operation) {
    case 'jump':
    case 'jumpIfFalseOrPop':
    case 'jumpIfTrueOrPop':
      return 0
    case 'jumpIfFalse':
    case 'jumpIfTrue':
    case 'forIteration':
      return -1
    default:
      return undefined
  }
}

/** Whether control never reaches the instruction after this one by falling through. */
export function endsPath(operation: OperationName): boolean {
  return /^(?:jump|return|raise|raiseFrom)$/.test(operation)
}
