/** Sintaxis y asignación. */
export const syntax = {
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
} as const
