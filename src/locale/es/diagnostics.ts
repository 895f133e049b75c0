/** Lo que dice y aconseja cada diagnóstico. Los marcadores citan el programa. */
export const diagnostics = {
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
  syntax: {
    message: 'Python no puede leer esta línea: «{found}» no puede estar aquí.',
    advice:
      'Revise lo que hay justo antes: puede faltar o sobrar un operador, una coma o un paréntesis.',
  },
  unexpectedEnd: {
    message: 'La línea termina antes de completar la instrucción.',
    advice: 'Complete la instrucción o bórrela.',
  },
  missingColon: {
    message: 'A la línea que empieza por «{header}» le faltan los dos puntos.',
    advice: 'Añada «:» al final de la línea.',
  },
  missingExpression: {
    message: 'Después de «{after}» falta un valor.',
    advice: 'Escriba el valor o borre «{after}».',
  },
  missingOperator: {
    message: '«{before}» y «{found}» están juntos sin nada entre ellos.',
    advice: 'Ponga entre ellos un operador o una coma.',
  },
  missingIn: {
    message: 'A este «for» le falta «in»; en su lugar está «{found}».',
    advice: 'Escriba «for nombre in valores:».',
  },
  missingParameterList: {
    message: 'La función «{name}» no tiene lista de parámetros.',
    advice: 'Escriba «def {name}():», con los parámetros entre los paréntesis si los hay.',
  },
  assignmentInCondition: {
    message: '«=» asigna; una condición compara.',
    advice: 'Escriba «==» para comparar.',
  },
  conditionalWithoutElse: {
    message: 'Una expresión condicional necesita los dos resultados: a esta le falta «else».',
    advice: 'Escriba «a if condición else b» o una instrucción «if».',
  },
  elseIf: {
    message: 'Python une «else if» en una sola palabra.',
    advice: 'Escriba «elif».',
  },
  strayClause: {
    message: '«{keyword}» no pertenece a ningún «{opener}».',
    advice: 'Alinéelo con su «{opener}», con solo líneas sangradas entre ambos.',
  },
  keywordAsName: {
    message: '«{name}» es una palabra reservada de Python y no puede ser un nombre.',
    advice: 'Elija otro nombre, por ejemplo «{name}_».',
  },
  printStatement: {
    message: '«print» es una función y necesita paréntesis.',
    advice: 'Escriba «print(…)».',
  },
  incrementOperator: {
    message: 'Python no tiene el operador «{operator}» detrás de una variable.',
    advice: 'Escriba «{instead}» detrás de la variable.',
  },
  trailingComma: {
    message: 'Esta lista de nombres no puede acabar en coma.',
    advice: 'Borre la última coma.',
  },
  assertParts: {
    message: '«assert» admite una condición y, como mucho, un mensaje.',
    advice: 'Escriba «assert condición, mensaje».',
  },
  exceptComma: {
    message: 'En Python 3 la coma ya no da nombre a la excepción.',
    advice: 'Escriba «except Tipo as nombre:»; si son varios tipos, póngalos entre paréntesis.',
  },
  raiseComma: {
    message: '«raise» admite una sola excepción, sin comas.',
    advice: 'Escriba «raise Tipo(mensaje)».',
  },
  tryWithoutExcept: {
    message: 'Este «try» no tiene «except» ni, por sí solo, «finally».',
    advice: 'Añada una cláusula «except», o una «finally» sin «else».',
  },
  bareExceptNotLast: {
    message: 'Un «except:» sin tipo lo captura todo, así que ninguno puede ir detrás.',
    advice: 'Póngalo después de los demás «except».',
  },
  assignToCall: {
    message: 'No se puede asignar a una llamada: su resultado es un valor, no una variable.',
    advice: 'Ponga una variable a la izquierda; para comparar, escriba «==».',
  },
  assignToLiteral: {
    message: 'No se puede asignar a un valor literal.',
    advice:
      'Ponga la variable a la izquierda y el valor a la derecha; para comparar, escriba «==».',
  },
  assignToConstant: {
    message: '«{name}» es una constante de Python y no puede cambiarse.',
    advice: 'Elija otro nombre para la variable.',
  },
  assignToExpression: {
    message: 'No se puede asignar al resultado de una operación.',
    advice: 'Deje solo una variable a la izquierda; para comparar, escriba «==».',
  },
  augmentedTarget: {
    message: '«{operator}» cambia una variable, no varias a la vez.',
    advice: 'Escriba una instrucción por cada variable.',
  },
  annotatedTarget: {
    message: 'Una anotación de tipo corresponde a una sola variable que recibe un valor.',
    advice: 'Quite la anotación o escriba una asignación por cada variable.',
  },
  sliceAssignment: {
    message: 'Asignar a un segmento o borrarlo queda fuera del Python de Cerrojo.',
    advice: 'Cambie los elementos uno a uno en un bucle o construya una lista nueva.',
  },
  severalStars: {
    message: 'Solo un destino de una asignación puede llevar asterisco.',
    advice: 'Deje un asterisco y desempaquete el resto en otra asignación.',
  },
  starAlone: {
    message: 'Un destino con asterisco tiene que estar en una lista o tupla.',
    advice: 'Escriba «*nombre, = …» o convierta el valor con list().',
  },
  reservedName: {
    message: 'Los nombres como «{name}» pertenecen a Python.',
    advice: 'Elija un nombre sin los dobles guiones bajos.',
  },
  duplicateParameter: {
    message: 'El parámetro «{name}» aparece dos veces.',
    advice: 'Dé a cada parámetro un nombre distinto.',
  },
  defaultBeforeRequired: {
    message: '«{name}» no tiene valor por omisión, pero sigue a un parámetro que sí lo tiene.',
    advice: 'Ponga al final los parámetros con valor por omisión.',
  },
  duplicateKeyword: {
    message: 'El argumento «{name}» se da dos veces en esta llamada.',
    advice: 'Borre uno de los dos.',
  },
  unsupportedArgument: {
    message:
      '«{callee}» no admite en Cerrojo el argumento «{name}»: tendría que llamar de vuelta al programa o salir de él.',
    advice:
      'Escriba lo que hace en un bucle propio; una lista de tuplas con la clave delante se ordena por la clave.',
  },
  positionalAfterKeyword: {
    message: 'Un argumento sin nombre va detrás de otro con nombre.',
    advice: 'Ponga primero los argumentos sin nombre.',
  },
  generatorInArguments: {
    message: 'Una expresión generadora junto a otros argumentos necesita sus propios paréntesis.',
    advice: 'Escríbala entre paréntesis.',
  },
  outsideLoop: {
    message: '«{keyword}» está fuera de todo bucle.',
    advice: 'Úselo dentro de un «for» o un «while»; para salir de una función use «return».',
  },
  returnOutsideFunction: {
    message: '«return» está fuera de toda función.',
    advice: 'Bórrelo o lleve estas líneas a una función.',
  },
  bareRaise: {
    message:
      'Un «raise» sin excepción repite la que se está tratando, y aquí no lo rodea ningún «except».',
    advice: 'Escriba «raise Tipo(mensaje)» o llévelo al bloque del «except».',
  },
  undefinedName: {
    message: 'El nombre «{name}» no está definido en ninguna parte del programa.',
    advice: 'Revise cómo está escrito o asígnele un valor antes de usarlo.',
  },
  undefinedNameSimilar: {
    message: 'El nombre «{name}» no está definido en ninguna parte del programa.',
    advice: '¿Quería decir «{similar}»?',
  },
  memberWithoutSelf: {
    message: '«{name}» pertenece a la clase, y un método no lo ve como un nombre suelto.',
    advice: 'Escriba «self.{name}».',
  },
  globalAfterUse: {
    message: '«{name}» se usa antes de declararlo «global».',
    advice: 'Lleve «global {name}» al principio de la función.',
  },
  globalParameter: {
    message: '«{name}» es un parámetro y no puede ser también «global».',
    advice: 'Dé otro nombre al parámetro.',
  },
  nonlocalModule: {
    message: '«nonlocal {name}» está fuera de una función.',
    advice: 'Úselo dentro de una función que esté dentro de otra.',
  },
  nonlocalParameter: {
    message: '«{name}» es un parámetro y no puede ser también «nonlocal».',
    advice: 'Dé otro nombre al parámetro.',
  },
  nonlocalAfterUse: {
    message: '«{name}» se usa antes de declararlo «nonlocal».',
    advice: 'Lleve «nonlocal {name}» al principio de la función.',
  },
  nonlocalGlobal: {
    message: '«{name}» se declara «global» y «nonlocal» a la vez.',
    advice: 'Deje una sola de las dos declaraciones.',
  },
  nonlocalMissing: {
    message: 'Ninguna función que rodee a esta tiene una variable «{name}» para «nonlocal».',
    advice: 'Asigne «{name}» en la función exterior o, si es del nivel superior, use «global».',
  },
  annotatedGlobal: {
    message: 'Un nombre declarado «global» no admite anotación de tipo dentro de la función.',
    advice: 'Quite la anotación de tipo de «{name}».',
  },
  annotationBeforeDefinition: {
    message: 'Python evalúa aquí esta anotación de tipo, antes de que «{name}» esté definido.',
    advice: 'Escriba la anotación entre comillas o defina «{name}» más arriba.',
  },
  unsupportedModule: {
    message: 'El módulo «{module}» no está disponible en Cerrojo.',
    advice: 'Solo pueden importarse {available}; reescriba la parte que necesita otro módulo.',
  },
  unsupportedMember: {
    message: '«{module}.{name}» no está disponible en Cerrojo.',
    advice: 'Use lo que «{module}» ofrece aquí: {available}.',
  },
  moduleAssignment: {
    message: 'Cerrojo no permite que un programa cambie el módulo «{module}».',
    advice: 'Guarde el valor en una variable en lugar de en «{module}.{name}».',
  },
  starImport: {
    message: '«from {module} import *» oculta qué nombres llegan.',
    advice: 'Nombre lo que necesita, por ejemplo «from {module} import a, b».',
  },
  relativeImport: {
    message: 'En Cerrojo un programa es un solo archivo; no hay nada a su lado que importar.',
    advice: 'Copie en este archivo el código que necesite.',
  },
  unsupportedBuiltin: {
    message: '«{name}» es una función o clase integrada de Python que Cerrojo no tiene.',
    advice: 'Escriba lo mismo con un bucle o con len, range, sorted y las demás funciones básicas.',
  },
  noConsole: {
    message: '«{name}» lee del teclado, y un programa en Cerrojo no lo tiene.',
    advice: 'Ponga el valor en una variable al principio del programa.',
  },
  noFiles: {
    message: '«{name}» trabaja con archivos, y los programas de Cerrojo no acceden a ninguno.',
    advice: 'Guarde los datos en una lista o un diccionario, o use cerrojo.ChargingDatabase.',
  },
  dynamicCode: {
    message:
      '«{name}» ejecuta o inspecciona código que solo se conoce durante la ejecución, y Cerrojo no podría analizarlo.',
    advice:
      'Escriba el código mismo, con un diccionario donde haya que elegir nombres durante la ejecución.',
  },
  asyncAwait: {
    message: '«async» y «await» quedan fuera del Python de Cerrojo, que estudia hilos.',
    advice: 'Escriba una función normal y ejecútela en un threading.Thread.',
  },
  yield: {
    message: 'Los generadores («yield») quedan fuera del Python de Cerrojo.',
    advice: 'Reúna los valores en una lista y devuélvala.',
  },
  nestedClass: {
    message: 'Una clase dentro de una función o de otra clase queda fuera del Python de Cerrojo.',
    advice: 'Llévela al nivel superior.',
  },
  definitionInBlock: {
    message: 'Una clase dentro de «if», «for», «try» o «with» queda fuera del Python de Cerrojo.',
    advice: 'Lleve la clase al nivel superior, encima del bloque.',
  },
  decorator: {
    message: 'Este decorador queda fuera del Python de Cerrojo.',
    advice: 'Quite el decorador; un método estático pasa a ser una función en el nivel superior.',
  },
  starUnpacking: {
    message: '«{star}» no puede estar aquí.',
    advice: 'Quite el asterisco o escríbalo dentro de una lista, una tupla o una llamada.',
  },
  inheritance: {
    message: 'La herencia (aquí, de «{name}») queda fuera del Python de Cerrojo.',
    advice:
      'Guarde en un atributo un objeto de la otra clase; en lugar de una subclase de Thread, pase «target» a threading.Thread.',
  },
  metaclass: {
    message: 'El argumento «{name}» de una clase queda fuera del Python de Cerrojo.',
    advice: 'Quítelo y escriba la clase sin argumentos.',
  },
  match: {
    message: '«match» queda fuera del Python de Cerrojo.',
    advice: 'Escriba «if», «elif» y «else».',
  },
  walrus: {
    message: '«{operator}» en una comprensión o una clase queda fuera del Python de Cerrojo.',
    advice: 'Asigne con «=» en una línea aparte.',
  },
  bytesLiteral: {
    message: 'Las cadenas de bytes quedan fuera del Python de Cerrojo.',
    advice: 'Quite la b y use una cadena normal.',
  },
  complexNumber: {
    message: 'Los números complejos, como «{text}», quedan fuera del Python de Cerrojo.',
    advice: 'Guarde la parte real y la imaginaria en dos variables.',
  },
  matrixMultiplication: {
    message: 'El operador «{operator}» de matrices queda fuera del Python de Cerrojo.',
    advice: 'Calcule el producto con bucles.',
  },
  typeAlias: {
    message: 'La instrucción «type» es posterior al Python de Cerrojo.',
    advice: 'Quítela: las anotaciones de tipo no influyen en la ejecución.',
  },
  typeParameters: {
    message: 'Los parámetros de tipo entre corchetes son posteriores al Python de Cerrojo.',
    advice: 'Quítelos: las anotaciones de tipo no influyen en la ejecución.',
  },
  unsupportedAnnotation: {
    message: 'Esta anotación es más que un tipo, y Cerrojo no evalúa las anotaciones.',
    advice: 'Escriba un tipo sencillo, como «int» o «list[int]», o quite la anotación.',
  },
  exceptStar: {
    message: '«except{star}» trata grupos de excepciones, que quedan fuera del Python de Cerrojo.',
    advice: 'Escriba «except» sin el asterisco.',
  },
  ellipsis: {
    message: 'El valor «...» queda fuera del Python de Cerrojo.',
    advice: 'Escriba «pass» para un bloque vacío o «None» para un valor.',
  },
  raiseFrom: {
    message: '«raise … from …» queda fuera del Python de Cerrojo.',
    advice: 'Escriba «raise» sin «from».',
  },
  sliceInTuple: {
    message: 'Un segmento entre varios índices queda fuera del Python de Cerrojo.',
    advice: 'Use un solo índice o un solo segmento cada vez.',
  },
  withTarget: {
    message: 'En Cerrojo lo que sigue al «as» de un «with» debe ser una variable.',
    advice: 'Use una variable y asígnela dentro del bloque al atributo o elemento.',
  },
  withParentheses: {
    message:
      'Los paréntesis alrededor de los elementos de un «with» quedan fuera del Python de Cerrojo.',
    advice: 'Quite los paréntesis y escriba los elementos en una línea, o anide dos «with».',
  },
  classStatement: {
    message:
      'En Cerrojo el cuerpo de una clase solo tiene métodos y atributos de la forma «nombre = valor».',
    advice: 'Lleve esta instrucción a un método, como __init__, o fuera de la clase.',
  },
  classOrder: {
    message:
      'Este atributo se calcula después de los valores por omisión de un método, y Cerrojo calcula antes los atributos.',
    advice: 'Ponga el atributo encima de los métodos.',
  },
  duplicateMember: {
    message: 'La clase ya tiene un miembro «{name}».',
    advice: 'Cambie el nombre de uno de los dos o bórrelo.',
  },
  classMemberReference: {
    message: 'El cuerpo de la clase lee su propio «{name}», y Cerrojo no lo permite.',
    advice:
      'Lleve el valor a una variable global con otro nombre o calcúlelo en __init__ con «self».',
  },
  unsupportedSpecialMethod: {
    message: 'El método especial «{name}» queda fuera del Python de Cerrojo.',
    advice: 'Use un método normal; los especiales disponibles son: {available}.',
  },
  specialAttribute: {
    message: 'El atributo especial «{name}» queda fuera del Python de Cerrojo.',
    advice: 'Use str, repr, type o isinstance, o un atributo propio.',
  },
  unsupportedConstruct: {
    message: 'La construcción «{construct}» queda fuera del Python de Cerrojo.',
    advice:
      'Escríbala con instrucciones más simples: asignaciones, condiciones, bucles y llamadas.',
  },
  assertTuple: {
    message: 'Este «assert» comprueba una tupla, que siempre es verdadera, así que nunca falla.',
    advice: 'Quite los paréntesis: «assert condición, mensaje».',
  },
  isLiteral: {
    message: '«{operator}» pregunta si dos objetos son el mismo, y con un literal eso es casual.',
    advice: 'Escriba «{instead}» para comparar valores.',
  },
} as const
