/** Functions and calls, names, modules and built-ins. */
export const names = {
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
  dataclassArgument: {
    message: 'The argument “{name}” of a dataclass or a field is outside the Python of Cerrojo.',
    advice:
      'There are init, repr, eq, order, frozen, unsafe_hash and kw_only, and for field() default, default_factory, init, repr, compare, hash and kw_only. Write True or False.',
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
} as const
