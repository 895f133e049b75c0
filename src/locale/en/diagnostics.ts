/** What each diagnostic says and advises. Placeholders stand for quotations of the source. */
export const diagnostics = {
  sourceTooLong: {
    message: 'The program is longer than {limit} characters, the most Cerrojo reads.',
    advice: 'Keep the part you want to study and remove the rest.',
  },
  nestingTooDeep: {
    message: 'Expressions or blocks are nested more than {limit} levels deep here.',
    advice: 'Split the expression into several assignments, or move inner blocks into functions.',
  },
  invalidCharacter: {
    message: 'The character {character} has no meaning in Python outside strings and comments.',
    advice: 'Delete it; if it came with copied text, type that line again.',
  },
  invalidName: {
    message: '“{name}” is not a valid Python name.',
    advice: 'Use letters, digits and underscores, and do not start with a digit.',
  },
  typographicQuote: {
    message: '{character} is a typographic quotation mark; Python strings need straight ones.',
    advice: 'Replace it with " or \'.',
  },
  foreignOperator: {
    message: '“{found}” is not a Python operator.',
    advice: 'Write “{instead}”.',
  },
  strayBackslash: {
    message:
      'A backslash outside a string may only stand at the very end of a line that goes on below.',
    advice: 'Delete the backslash or anything that follows it on the line.',
  },
  unterminatedString: {
    message: 'This string has no closing quotation mark on its line.',
    advice: 'Close the string with the same quotation mark that opens it.',
  },
  unterminatedTripleString: {
    message: 'This string opens with three quotation marks and never closes.',
    advice: 'Add the same three quotation marks where the text ends.',
  },
  unclosedBracket: {
    message: 'The bracket “{bracket}” is never closed.',
    advice: 'Add “{closing}” where the expression ends.',
  },
  unmatchedBracket: {
    message: 'The bracket “{bracket}” closes nothing: none is open here.',
    advice: 'Delete it, or add the opening bracket before it.',
  },
  mismatchedBracket: {
    message: '“{bracket}” cannot close “{open}”.',
    advice: 'Close it with “{closing}” first.',
  },
  invalidNumber: {
    message: '“{text}” is not a number in Python.',
    advice: 'Write digits only, with a point for decimals; a name cannot start with a digit.',
  },
  decimalPoint: {
    message: 'In Cerrojo the decimal point of “{text}” needs a digit behind it.',
    advice: 'Write “{instead}”.',
  },
  leadingZero: {
    message: '“{text}” starts with a zero, which Python does not allow in decimal integers.',
    advice: 'Write “{instead}”.',
  },
  integerTooLong: {
    message: 'This integer has more than {limit} digits, the most Python reads.',
    advice: 'Compute it with “**”, for example 10 ** 5000.',
  },
  invalidEscape: {
    message: '“{escape}” is not a complete or supported escape sequence.',
    advice: 'Write the character itself, double the backslash, or put r before a string without f.',
  },
  unknownEscape: {
    message: '“{escape}” is not an escape sequence: Python keeps the backslash as it stands.',
    advice: 'Double the backslash, or put r before the string.',
  },
  strayBrace: {
    message: 'A single “{brace}” in an f-string is neither text nor a complete field.',
    advice: 'Double the brace to print it.',
  },
  emptyField: {
    message: 'This field of the f-string has no expression.',
    advice: 'Write a name or an expression between the braces, or double them to print them.',
  },
  formattedField: {
    message: 'This field of the f-string is not a valid expression with an optional format.',
    advice: 'Compute the value in a variable first and put only its name in the field.',
  },
  backslashInField: {
    message: 'Python 3.11 allows no backslash between the braces of an f-string.',
    advice: 'Put the text with the backslash in a variable first.',
  },
  quoteInFormattedString: {
    message:
      "Inside an f-string's braces Python 3.11 does not allow the quotation mark that delimits the string.",
    advice: 'Use the other quotation mark inside the braces.',
  },
  formattedFieldTooDeep: {
    message: 'A format specification may hold fields, but these may not hold further ones.',
    advice: 'Compute the inner format in a variable first.',
  },
  unexpectedIndent: {
    message:
      'This line is indented more than the one above, yet no line ending in “:” opens a block.',
    advice: 'Align it with the line above, or add the missing “if”, “for”, “def”…',
  },
  expectedIndent: {
    message: '“{header}” must be followed by an indented block.',
    advice: 'Indent the next line by four spaces; write “pass” if there is nothing to do.',
  },
  inconsistentDedent: {
    message: 'The indentation of this line matches no enclosing block.',
    advice: 'Align it exactly with the block it belongs to.',
  },
  tabsAndSpaces: {
    message: 'This line mixes tabs and spaces so that its depth depends on the width of a tab.',
    advice: 'Indent with spaces only, four per level.',
  },
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
  sliceAssignment: {
    message: 'Assigning to a slice and deleting one are outside the Python of Cerrojo.',
    advice: 'Change the elements one by one in a loop, or build a new list.',
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
  duplicateParameter: {
    message: 'The parameter “{name}” appears twice.',
    advice: 'Give each parameter its own name.',
  },
  defaultBeforeRequired: {
    message: '“{name}” has no default value but follows a parameter that has one.',
    advice: 'Put the parameters with default values last.',
  },
  duplicateKeyword: {
    message: 'The argument “{name}” is given twice in this call.',
    advice: 'Delete one of the two.',
  },
  unsupportedArgument: {
    message:
      '“{callee}” cannot take the argument “{name}” in Cerrojo: it would have to call the program back, or reach outside it.',
    advice:
      'Write what it does in a loop of your own; a list of tuples, key first, sorts by the key.',
  },
  positionalAfterKeyword: {
    message: 'An argument without a name follows one with a name.',
    advice: 'Put the arguments without names first.',
  },
  generatorInArguments: {
    message: 'A generator expression beside other arguments needs brackets of its own.',
    advice: 'Put round brackets around it.',
  },
  outsideLoop: {
    message: '“{keyword}” stands outside any loop.',
    advice: 'Use it inside a “for” or a “while”; to leave a function use “return”.',
  },
  returnOutsideFunction: {
    message: '“return” stands outside any function.',
    advice: 'Delete it, or move these lines into a function.',
  },
  bareRaise: {
    message:
      'A “raise” without an exception repeats the one being handled, and no “except” encloses it here.',
    advice: 'Write “raise Type(message)”, or move it into the “except” block.',
  },
  undefinedName: {
    message: 'The name “{name}” is not defined anywhere in the program.',
    advice: 'Check its spelling, or assign a value to it before using it.',
  },
  undefinedNameSimilar: {
    message: 'The name “{name}” is not defined anywhere in the program.',
    advice: 'Did you mean “{similar}”?',
  },
  memberWithoutSelf: {
    message: '“{name}” belongs to the class, and a method does not see it as a plain name.',
    advice: 'Write “self.{name}”.',
  },
  globalAfterUse: {
    message: '“{name}” is used before it is declared “global”.',
    advice: 'Move “global {name}” to the beginning of the function.',
  },
  globalParameter: {
    message: '“{name}” is a parameter and cannot be “global” as well.',
    advice: 'Give the parameter another name.',
  },
  nonlocalModule: {
    message: '“nonlocal {name}” stands outside a function.',
    advice: 'Use it inside a function that stands inside another one.',
  },
  nonlocalParameter: {
    message: '“{name}” is a parameter and cannot be “nonlocal” as well.',
    advice: 'Give the parameter another name.',
  },
  nonlocalAfterUse: {
    message: '“{name}” is used before it is declared “nonlocal”.',
    advice: 'Move “nonlocal {name}” to the beginning of the function.',
  },
  nonlocalGlobal: {
    message: '“{name}” is declared “global” and “nonlocal”.',
    advice: 'Keep one of the two declarations.',
  },
  nonlocalMissing: {
    message: 'No function around this one has a variable “{name}” for “nonlocal”.',
    advice:
      'Assign “{name}” in the function around, or use “global” for a variable of the top level.',
  },
  annotatedGlobal: {
    message: 'A name declared “global” takes no type hint inside the function.',
    advice: 'Remove the type hint of “{name}”.',
  },
  annotationBeforeDefinition: {
    message: 'Python evaluates this type hint here, before “{name}” is defined.',
    advice: 'Write the hint between quotation marks, or define “{name}” above.',
  },
  unsupportedModule: {
    message: 'The module “{module}” is not available in Cerrojo.',
    advice: 'Only {available} can be imported; rewrite the part that needs another module.',
  },
  unsupportedMember: {
    message: '“{module}.{name}” is not available in Cerrojo.',
    advice: 'Use what “{module}” offers here: {available}.',
  },
  moduleAssignment: {
    message: 'Cerrojo does not let a program change the module “{module}”.',
    advice: 'Keep the value in a variable instead of “{module}.{name}”.',
  },
  starImport: {
    message: '“from {module} import *” hides which names arrive.',
    advice: 'Name what you need, for example “from {module} import a, b”.',
  },
  relativeImport: {
    message: 'A program in Cerrojo is one file, so there is nothing beside it to import.',
    advice: 'Copy the code you need into this file.',
  },
  unsupportedBuiltin: {
    message: '“{name}” is a built-in of Python that Cerrojo does not have.',
    advice: 'Write the same with a loop, or with len, range, sorted and the other basic built-ins.',
  },
  noConsole: {
    message: '“{name}” reads from a keyboard, and a program in Cerrojo has none.',
    advice: 'Put the value in a variable at the top of the program.',
  },
  noFiles: {
    message: '“{name}” works with files, and programs in Cerrojo have no access to any.',
    advice: 'Keep the data in a list or a dictionary, or use cerrojo.ChargingDatabase.',
  },
  dynamicCode: {
    message:
      '“{name}” runs or inspects code that is only known while the program runs, so Cerrojo could not analyse it.',
    advice: 'Write the code itself, with a dictionary where names must be chosen at run time.',
  },
  asyncAwait: {
    message: '“async” and “await” are outside the Python of Cerrojo, which studies threads.',
    advice: 'Write an ordinary function and run it in a threading.Thread.',
  },
  yield: {
    message: 'Generators (“yield”) are outside the Python of Cerrojo.',
    advice: 'Collect the values in a list and return it.',
  },
  nestedClass: {
    message: 'A class inside a function or another class is outside the Python of Cerrojo.',
    advice: 'Move it to the top level.',
  },
  definitionInBlock: {
    message: 'A class inside “if”, “for”, “try” or “with” is outside the Python of Cerrojo.',
    advice: 'Move the class to the top level, above the block.',
  },
  decorator: {
    message: 'This decorator is outside the Python of Cerrojo.',
    advice: 'Remove the decorator; a static method becomes a function at the top level.',
  },
  starUnpacking: {
    message: '“{star}” cannot stand here.',
    advice: 'Remove the star, or write it inside a list, a tuple or a call.',
  },
  inheritance: {
    message: 'Inheritance (here from “{name}”) is outside the Python of Cerrojo.',
    advice:
      'Keep an object of the other class in an attribute; instead of a subclass of Thread, pass “target” to threading.Thread.',
  },
  metaclass: {
    message: 'The argument “{name}” of a class is outside the Python of Cerrojo.',
    advice: 'Remove it and write the class without arguments.',
  },
  match: {
    message: '“match” is outside the Python of Cerrojo.',
    advice: 'Write “if”, “elif” and “else”.',
  },
  walrus: {
    message: '“{operator}” inside a comprehension or a class is outside the Python of Cerrojo.',
    advice: 'Assign with “=” on a line of its own.',
  },
  bytesLiteral: {
    message: 'Byte strings are outside the Python of Cerrojo.',
    advice: 'Remove the b and use an ordinary string.',
  },
  complexNumber: {
    message: 'Complex numbers such as “{text}” are outside the Python of Cerrojo.',
    advice: 'Keep the real and the imaginary part in two variables.',
  },
  matrixMultiplication: {
    message: 'The operator “{operator}” for matrices is outside the Python of Cerrojo.',
    advice: 'Compute the product in loops.',
  },
  typeAlias: {
    message: 'The “type” statement is newer than the Python of Cerrojo.',
    advice: 'Remove it: type hints have no effect on a run.',
  },
  typeParameters: {
    message: 'Type parameters in square brackets are newer than the Python of Cerrojo.',
    advice: 'Remove them: type hints have no effect on a run.',
  },
  unsupportedAnnotation: {
    message: 'This type hint is more than a type: Cerrojo does not evaluate hints.',
    advice: 'Write a plain type such as “int” or “list[int]”, or remove the hint.',
  },
  exceptStar: {
    message:
      '“except{star}” handles groups of exceptions, which are outside the Python of Cerrojo.',
    advice: 'Write “except” without the star.',
  },
  ellipsis: {
    message: 'The value “...” is outside the Python of Cerrojo.',
    advice: 'Write “pass” for an empty block, or “None” for a value.',
  },
  raiseFrom: {
    message: '“raise … from …” is outside the Python of Cerrojo.',
    advice: 'Write “raise” without “from”.',
  },
  sliceInTuple: {
    message: 'A slice among several indices is outside the Python of Cerrojo.',
    advice: 'Use one index or one slice at a time.',
  },
  withTarget: {
    message: 'In Cerrojo the name after “as” of a “with” must be a plain variable.',
    advice: 'Use a variable, and assign it to the attribute or element inside the block.',
  },
  withParentheses: {
    message: 'Brackets around the items of a “with” are outside the Python of Cerrojo.',
    advice: 'Remove the brackets and write the items on one line, or nest two “with”.',
  },
  classStatement: {
    message:
      'In Cerrojo the body of a class holds only methods and attributes of the form “name = value”.',
    advice: 'Move this statement into a method such as __init__, or out of the class.',
  },
  classOrder: {
    message:
      'This attribute is computed after the default values of a method, and Cerrojo computes attributes first.',
    advice: 'Move the attribute above the methods.',
  },
  duplicateMember: {
    message: 'The class already has a member “{name}”.',
    advice: 'Rename or delete one of the two.',
  },
  classMemberReference: {
    message: 'The body of the class reads its own “{name}”, which Cerrojo does not allow.',
    advice:
      'Move the value to a global variable with another name, or compute it in __init__ with “self”.',
  },
  unsupportedSpecialMethod: {
    message: 'The special method “{name}” is outside the Python of Cerrojo.',
    advice: 'Use an ordinary method; these special ones are available: {available}.',
  },
  specialAttribute: {
    message: 'The special attribute “{name}” is outside the Python of Cerrojo.',
    advice: 'Use str, repr, type or isinstance, or an attribute of your own.',
  },
  unsupportedConstruct: {
    message: 'The construct “{construct}” is outside the Python of Cerrojo.',
    advice: 'Write it with simpler statements: assignments, conditions, loops and calls.',
  },
  assertTuple: {
    message: 'This “assert” tests a tuple, which is always true, so it can never fail.',
    advice: 'Remove the brackets: “assert condition, message”.',
  },
  isLiteral: {
    message:
      '“{operator}” asks whether two objects are the same one, which for a literal is an accident.',
    advice: 'Write “{instead}” to compare values.',
  },
} as const
