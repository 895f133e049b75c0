/** Modules and members that are not available, each with what to write instead. */
export const modules = {
  moduleOfFiles: {
    message:
      '«{module}» trabaja con archivos y con el sistema, a los que los programas de Cerrojo no llegan.',
    advice:
      'Guarde los datos en listas y diccionarios; para un almacén que varios hilos comparten está cerrojo.ChargingDatabase.',
  },
  moduleOfProcesses: {
    message: '«{module}» arranca otros procesos; Cerrojo muestra los hilos de uno solo.',
    advice:
      'Escríbalo con hilos: threading.Thread en lugar de Process, queue.Queue en lugar de Queue y Pipe, ThreadPoolExecutor en lugar de Pool.',
  },
  moduleOfCoroutines: {
    message: '«{module}» alterna corrutinas; Cerrojo muestra hilos.',
    advice:
      'Convierta cada corrutina en una función que ejecute un threading.Thread; await pasa a ser una llamada corriente y asyncio.sleep, time.sleep.',
  },
  moduleOfNetwork: {
    message: '«{module}» necesita una red, y los programas de Cerrojo no la tienen.',
    advice: 'Haga de los dos extremos hilos que hablen por un cerrojo.Channel o una queue.Queue.',
  },
  moduleOfDates: {
    message: '«{module}» trata de fechas, que una ejecución repetible no tiene.',
    advice: 'Mida el tiempo con time.monotonic() y reste; escriba la fecha como texto.',
  },
  moduleCopy: {
    message: 'El módulo «copy» no está disponible en Cerrojo.',
    advice:
      'Copie una lista con items[:], un diccionario con dict(d), un conjunto con set(s); dé a la clase un método que haga la copia.',
  },
  moduleOfText: {
    message: 'El módulo «{module}» no está disponible en Cerrojo.',
    advice:
      'Use los métodos de las cadenas: split, strip, replace, startswith, isdigit, join, format.',
  },
  moduleOfFormats: {
    message: '«{module}» escribe datos para otros programas, cosa que Cerrojo no hace.',
    advice:
      'Guarde los valores en listas y diccionarios e imprímalos; para transacciones está cerrojo.ChargingDatabase.',
  },
  moduleOfHeaps: {
    message: 'El módulo «{module}» no está disponible en Cerrojo.',
    advice: 'Use queue.PriorityQueue, que los hilos pueden compartir, o sorted() y list.insert.',
  },
  moduleOfNumbers: {
    message: 'El módulo «{module}» no está disponible en Cerrojo.',
    advice:
      'Cuente en unidades enteras (céntimos, no euros) con int, o use float, math y sum(valores) / len(valores).',
  },
  moduleEnum: {
    message: 'El módulo «enum» no está disponible en Cerrojo.',
    advice:
      'Escriba los valores como atributos de una clase: class Estado: LIBRE = "libre"; OCUPADO = "ocupado".',
  },
  moduleOfClasses: {
    message: '«{module}» examina las clases por dentro, y Cerrojo no lo ofrece.',
    advice:
      'Prescinda de él: un método que las subclases deban escribir puede lanzar NotImplementedError.',
  },
  moduleContextlib: {
    message: 'El módulo «contextlib» no está disponible en Cerrojo.',
    advice: 'Escriba una clase con __enter__ y __exit__, o try y finally.',
  },
  moduleThread: {
    message: '«_thread» es el interior de «threading».',
    advice: 'Use threading.Thread(target=…).start(), threading.Lock() y threading.get_ident().',
  },
  moduleOperator: {
    message: 'El módulo «operator» no está disponible en Cerrojo.',
    advice:
      'Escriba una lambda: lambda par: par[1] en lugar de itemgetter(1), lambda a, b: a + b en lugar de add.',
  },
  moduleOfEndings: {
    message: '«{module}» actúa sobre el intérprete mismo, y Cerrojo no lo ofrece.',
    advice:
      'Que un threading.Event diga a los hilos que terminen, recoja en finally e imprima la excepción que da except … as error.',
  },
  memberOrderedDict: {
    message: '«OrderedDict» no está disponible en Cerrojo.',
    advice:
      'Use dict, que conserva el orden de inserción; para llevar una clave al final, sáquela con pop y guárdela de nuevo.',
  },
  memberCache: {
    message: '«{name}» esconde un diccionario que todos los hilos comparten.',
    advice:
      'Guarde los resultados en un diccionario propio protegido por un cerrojo, para que se vea quién lo comparte.',
  },
  memberHook: {
    message: '«{module}.{name}» cambia cómo ejecuta Python los hilos, y Cerrojo no lo ofrece.',
    advice:
      'Ponga try y except en la función que ejecuta el hilo y guarde en una lista lo que capture.',
  },
  memberProcessPool: {
    message: '«ProcessPoolExecutor» arranca otros procesos; Cerrojo muestra los hilos de uno solo.',
    advice: 'Use ThreadPoolExecutor, que se llama del mismo modo.',
  },
  memberDate: {
    message: '«{module}.{name}» trata de fechas, que una ejecución repetible no tiene.',
    advice:
      'Mida el tiempo con time.monotonic() y reste; dé formato a los segundos con una cadena f.',
  },
  memberProcessTime: {
    message: '«{module}.{name}» no está disponible en Cerrojo.',
    advice: 'Use time.time(), time.monotonic() o time.perf_counter(), que cuentan en segundos.',
  },
  memberStream: {
    message: '«{module}.{name}» habla del ordenador, al que los programas de Cerrojo no llegan.',
    advice:
      'Escriba con print o sys.stdout.write; ponga los valores en variables al principio del programa.',
  },
  memberRecursion: {
    message:
      '«sys.setrecursionlimit» no está disponible: en Cerrojo el límite es de 1000 llamadas, el inicial de Python.',
    advice: 'Escriba la recursión profunda como un bucle con una lista de lo que queda por hacer.',
  },
  memberTraceback: {
    message: '«{module}.{name}» trata de trazas de error, que los programas de Cerrojo no tienen.',
    advice:
      'Escriba except … as error y cuente lo que necesite: logging.error("falló: %s", error).',
  },
  memberHandler: {
    message: '«{module}.{name}» no está disponible en Cerrojo.',
    advice:
      'Fije nivel, formato y salida con logging.basicConfig(level=…, format=…, stream=sys.stdout).',
  },
  memberNamedTuple: {
    message: '«{module}.{name}» no está disponible en Cerrojo.',
    advice: 'Use collections.namedtuple("Punto", "x y"), una dataclass o un diccionario.',
  },
  typeOutsideAnnotation: {
    message: '«{name}» viene de typing, y esos nombres solo pueden estar en anotaciones de tipo.',
    advice:
      'Escriba el tipo donde se usa, como en def f(valores: List[int]), e importe typing al principio del programa.',
  },
} as const
