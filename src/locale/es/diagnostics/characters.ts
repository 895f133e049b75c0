/** Límites, caracteres, literales, cadenas con formato y sangría. */
export const characters = {
  sourceTooLong: {
    message: 'El programa pasa de {limit} caracteres, el máximo que lee Cerrojo.',
    advice: 'Deje la parte que quiere estudiar y quite el resto.',
  },
  nestingTooDeep: {
    message: 'Aquí hay expresiones o bloques anidados a más de {limit} niveles.',
    advice:
      'Reparta la expresión en varias asignaciones o lleve los bloques interiores a funciones.',
  },
  invalidCharacter: {
    message: 'El carácter {character} no significa nada en Python fuera de cadenas y comentarios.',
    advice: 'Bórrelo; si llegó al copiar un texto, escriba de nuevo esa línea.',
  },
  invalidName: {
    message: '«{name}» no es un nombre válido en Python.',
    advice: 'Use letras, cifras y guiones bajos, sin empezar por una cifra.',
  },
  typographicQuote: {
    message:
      '{character} es una comilla tipográfica; las cadenas de Python llevan comillas rectas.',
    advice: 'Sustitúyala por " o \'.',
  },
  foreignOperator: {
    message: '«{found}» no es un operador de Python.',
    advice: 'Escriba «{instead}».',
  },
  strayBackslash: {
    message:
      'Fuera de una cadena, la barra invertida solo puede ser el último carácter de una línea que sigue debajo.',
    advice: 'Borre la barra invertida o lo que la sigue en la línea.',
  },
  unterminatedString: {
    message: 'Esta cadena no tiene comilla de cierre en su línea.',
    advice: 'Cierre la cadena con la misma comilla que la abre.',
  },
  unterminatedTripleString: {
    message: 'Esta cadena se abre con tres comillas y no se cierra nunca.',
    advice: 'Añada las mismas tres comillas donde acaba el texto.',
  },
  unclosedBracket: {
    message: 'El signo «{bracket}» no se cierra nunca.',
    advice: 'Añada «{closing}» donde termina la expresión.',
  },
  unmatchedBracket: {
    message: 'El signo «{bracket}» no cierra nada: aquí no hay ninguno abierto.',
    advice: 'Bórrelo o añada antes el signo que lo abre.',
  },
  mismatchedBracket: {
    message: '«{bracket}» no puede cerrar «{open}».',
    advice: 'Ciérrelo antes con «{closing}».',
  },
  invalidNumber: {
    message: '«{text}» no es un número en Python.',
    advice:
      'Escriba solo cifras, con punto para los decimales; un nombre no puede empezar por una cifra.',
  },
  decimalPoint: {
    message: 'En Cerrojo el punto decimal de «{text}» necesita una cifra detrás.',
    advice: 'Escriba «{instead}».',
  },
  leadingZero: {
    message: '«{text}» empieza por cero, y Python no lo admite en los enteros decimales.',
    advice: 'Escriba «{instead}».',
  },
  integerTooLong: {
    message: 'Este entero tiene más de {limit} cifras, el máximo que lee Python.',
    advice: 'Calcúlelo con «**», por ejemplo 10 ** 5000.',
  },
  invalidEscape: {
    message: '«{escape}» no es una secuencia de escape completa o admitida.',
    advice:
      'Escriba el carácter mismo, duplique la barra invertida o ponga r ante una cadena sin f.',
  },
  unknownEscape: {
    message: '«{escape}» no es una secuencia de escape: Python deja la barra invertida tal cual.',
    advice: 'Duplique la barra invertida o ponga r delante de la cadena.',
  },
  strayBrace: {
    message: 'Una sola «{brace}» en una cadena f no es ni texto ni un campo completo.',
    advice: 'Duplique la llave para escribirla.',
  },
  emptyField: {
    message: 'Este campo de la cadena f no tiene expresión.',
    advice:
      'Escriba un nombre o una expresión entre las llaves, o duplíquelas para que se impriman.',
  },
  formattedField: {
    message: 'Este campo de la cadena f no es una expresión válida con un formato opcional.',
    advice: 'Calcule antes el valor en una variable y ponga solo su nombre en el campo.',
  },
  backslashInField: {
    message: 'Python 3.11 no admite barras invertidas entre las llaves de una cadena f.',
    advice: 'Ponga antes en una variable el texto que la lleva.',
  },
  quoteInFormattedString: {
    message:
      'Entre las llaves de una cadena f, Python 3.11 no admite la misma comilla que delimita la cadena.',
    advice: 'Use dentro de las llaves la otra comilla.',
  },
  formattedFieldTooDeep: {
    message: 'Una especificación de formato puede tener campos, pero estos no pueden tener otros.',
    advice: 'Calcule antes el formato interior en una variable.',
  },
  unexpectedIndent: {
    message:
      'Esta línea está más sangrada que la anterior, pero ninguna línea acabada en «:» abre un bloque.',
    advice: 'Alinéela con la anterior o añada el «if», «for», «def»… que falta.',
  },
  expectedIndent: {
    message: 'Tras «{header}» debe venir un bloque sangrado.',
    advice: 'Sangre la línea siguiente cuatro espacios; escriba «pass» si no hay nada que hacer.',
  },
  inconsistentDedent: {
    message: 'La sangría de esta línea no coincide con la de ningún bloque que la contenga.',
    advice: 'Alinéela exactamente con el bloque al que pertenece.',
  },
  tabsAndSpaces: {
    message:
      'Esta línea mezcla tabuladores y espacios, y su nivel depende del ancho del tabulador.',
    advice: 'Sangre solo con espacios, cuatro por nivel.',
  },
} as const
