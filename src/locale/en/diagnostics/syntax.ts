/** Syntax and assignment. */
export const syntax = {
  syntax: {
    message: 'Python cannot read this line: “{found}” cannot stand here.',
    advice:
      'Check what comes just before it: an operator, a comma or a bracket may be missing or too many.',
  },
  unexpectedEnd: {
    message: 'The line ends before the statement is complete.',
    advice: 'Complete the statement, or delete it.',
  },
  missingColon: {
    message: 'The line that starts with “{header}” lacks its colon.',
    advice: 'Add “:” at the end of the line.',
  },
  missingExpression: {
    message: 'After “{after}” a value is missing.',
    advice: 'Write the value, or delete “{after}”.',
  },
  missingOperator: {
    message: '“{before}” and “{found}” stand side by side with nothing between them.',
    advice: 'Put an operator or a comma between them.',
  },
  missingIn: {
    message: 'This “for” has no “in”; “{found}” stands in its place.',
    advice: 'Write “for name in values:”.',
  },
  missingParameterList: {
    message: 'The function “{name}” has no list of parameters.',
    advice: 'Write “def {name}():”, with the parameters between the brackets if it has any.',
  },
  assignmentInCondition: {
    message: '“=” assigns; a condition compares.',
    advice: 'Write “==” to compare.',
  },
  conditionalWithoutElse: {
    message: 'A conditional expression needs both results: this one has no “else”.',
    advice: 'Write “a if condition else b”, or an “if” statement.',
  },
  elseIf: {
    message: 'Python joins “else if” into one word.',
    advice: 'Write “elif”.',
  },
  strayClause: {
    message: '“{keyword}” belongs to no “{opener}”.',
    advice: 'Align it with its “{opener}”, with only indented lines between them.',
  },
  keywordAsName: {
    message: '“{name}” is a keyword of Python and cannot be a name.',
    advice: 'Choose another name, for example “{name}_”.',
  },
  printStatement: {
    message: '“print” is a function and needs brackets.',
    advice: 'Write “print(…)”.',
  },
  incrementOperator: {
    message: 'Python has no operator “{operator}” behind a variable.',
    advice: 'Write “{instead}” behind the variable.',
  },
  trailingComma: {
    message: 'This list of names may not end in a comma.',
    advice: 'Delete the last comma.',
  },
  assertParts: {
    message: '“assert” takes a condition and at most one message.',
    advice: 'Write “assert condition, message”.',
  },
  exceptComma: {
    message: 'A comma no longer names the exception in Python 3.',
    advice: 'Write “except Type as name:”; for several types put them in brackets.',
  },
  raiseComma: {
    message: '“raise” takes one exception, without a comma.',
    advice: 'Write “raise Type(message)”.',
  },
  tryWithoutExcept: {
    message: 'This “try” has neither “except” nor, alone, “finally”.',
    advice: 'Add an “except” clause, or a “finally” clause without “else”.',
  },
  bareExceptNotLast: {
    message: 'An “except:” without a type catches everything, so nothing may follow it.',
    advice: 'Move it behind the other “except” clauses.',
  },
  assignToCall: {
    message: 'A call cannot be assigned to: its result is a value, not a variable.',
    advice: 'Put a variable on the left; to compare, write “==”.',
  },
  assignToLiteral: {
    message: 'A literal value cannot be assigned to.',
    advice: 'Put the variable on the left and the value on the right; to compare, write “==”.',
  },
  assignToConstant: {
    message: '“{name}” is a constant of Python and cannot be changed.',
    advice: 'Choose another name for the variable.',
  },
  assignToExpression: {
    message: 'The result of an operation cannot be assigned to.',
    advice: 'Leave only a variable on the left; to compare, write “==”.',
  },
  augmentedTarget: {
    message: '“{operator}” changes one variable, not several at once.',
    advice: 'Write one statement for each variable.',
  },
  annotatedTarget: {
    message: 'A type hint belongs to one variable that gets one value.',
    advice: 'Remove the hint, or write one assignment for each variable.',
  },
  severalStars: {
    message: 'Only one target of an assignment may have a star.',
    advice: 'Keep one star and unpack the rest in a second assignment.',
  },
  starAlone: {
    message: 'A target with a star must stand in a list or tuple.',
    advice: 'Write “*name, = …” or convert the value with list().',
  },
  reservedName: {
    message: 'Names such as “{name}” belong to Python itself.',
    advice: 'Choose a name without the double underscores.',
  },
} as const
