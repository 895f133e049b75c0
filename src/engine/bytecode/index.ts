export { compile } from './compile'
export { decodeInstruction, disassemble, type DecodedInstruction } from './disassemble'
export {
  BINARY,
  COLLECTIONS,
  COMPARE,
  encodeInstruction,
  MAXIMUM_ARGUMENT,
  MODULES,
  OPERATIONS,
  UNARY,
  type ArgumentKind,
  type OperationName,
} from './opcodes'
export type { RoutineName } from './routines'
export type {
  BaseCode,
  ClassCode,
  ClassMember,
  Constant,
  ExceptionEntry,
  FrozenFields,
  FunctionCode,
  GlobalVariable,
  Program,
} from './program'
