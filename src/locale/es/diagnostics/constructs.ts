/** Construcciones que Cerrojo no ejecuta, y advertencias. */
export const constructs = {
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
    message: 'Cerrojo no puede derivar una clase de «{name}».',
    advice:
      'Derive de Thread, de una excepción o de una clase propia, definida una sola vez, más arriba y en el nivel superior; si no, guarde en un atributo un objeto de la otra clase.',
  },
  multipleInheritance: {
    message: 'Una clase con varias bases (aquí, desde «{name}») queda fuera del Python de Cerrojo.',
    advice: 'Derive de una sola clase y guarde en atributos objetos de las demás.',
  },
  threadInternal: {
    message:
      '«{name}» es un nombre que usa el propio threading.Thread: con él, el hilo no funcionaría en CPython.',
    advice: 'Elija otro nombre, por ejemplo «parada_pedida».',
  },
  superOutsideMethod: {
    message: '«super()» sin argumentos solo funciona directamente dentro de un método.',
    advice: 'Llámelo en el propio método y pase su valor, o escriba «super(Clase, self)».',
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
    message: 'Un literal de bytes solo admite caracteres ASCII y no se une a una cadena ordinaria.',
    advice: 'Escriba los demás bytes con escapes como \\xc3 o codifique una cadena: "ñ".encode().',
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
