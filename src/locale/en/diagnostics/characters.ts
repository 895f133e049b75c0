/** Limits, characters, literals, formatted strings and indentation. */
export const characters = {
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
} as const
