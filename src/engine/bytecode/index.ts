export { BINARY, COMPARE, encodeInstruction, MAXIMUM_ARGUMENT, OPERATIONS, UNARY, type ArgumentKind, type OperationName } from './opcodes'
export type { ClassCode, Constant, ExceptionEntry, FunctionCode, GlobalVariable, Program } from './program'
