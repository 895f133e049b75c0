/** Constructs that Cerrojo does not run, and warnings. */
export const constructs = {
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
    message: 'Cerrojo cannot derive a class from “{name}”.',
    advice:
      'Derive from Thread, from an exception or from a class of your own that is defined once, above, at the top level; otherwise keep an object of the other class in an attribute.',
  },
  multipleInheritance: {
    message: 'A class with several bases (here from “{name}” on) is outside the Python of Cerrojo.',
    advice: 'Derive from one class and keep objects of the others in attributes.',
  },
  threadInternal: {
    message:
      '“{name}” is a name that threading.Thread uses itself: with it, the thread would not work in CPython.',
    advice: 'Choose another name, such as “stop_requested”.',
  },
  superOutsideMethod: {
    message: '“super()” without arguments works only right inside a method.',
    advice: 'Call it in the method itself and hand its value on, or write “super(Class, self)”.',
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
    message: 'A bytes literal holds ASCII characters only, and does not join an ordinary string.',
    advice: 'Write other bytes as escapes such as \\xc3, or encode a string: "ñ".encode().',
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
