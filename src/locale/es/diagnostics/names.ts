/** Funciones y llamadas, nombres, módulos y funciones predefinidas. */
export const names = {
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
  dataclassArgument: {
    message:
      'El argumento «{name}» de una dataclass o de un campo queda fuera del Python de Cerrojo.',
    advice:
      'Dispone de init, repr, eq, order, frozen, unsafe_hash y kw_only, y para field() de default, default_factory, init, repr, compare, hash y kw_only. Escriba True o False.',
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
} as const
