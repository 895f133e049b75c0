const usage = `cerrojo run ARCHIVO [--seed N] [--scheduler random|pct|round-robin] [--schedule S.json] [--save-schedule S.json] [--json]
    una ejecución simulada; la misma semilla da la misma ejecución
cerrojo live ARCHIVO [--runs N] [--timeout SEGUNDOS] [--keep CARPETA] [--check-against-model] [--save-schedule S.json] [--json]
    hilos reales, cerrojos reales, base de datos real; --keep conserva los archivos de la ejecución;
    --check-against-model dice si el modelo puede hacer la misma ejecución, --save-schedule permite repetir la última con run --schedule
cerrojo trace ARCHIVO [--format perfetto|jsonl|csv] [-o SALIDA]
    escribe la traza de una ejecución simulada
cerrojo lint ARCHIVO [--json]
    diagnósticos, qué comparten los hilos, qué cerrojos lo protegen y en qué orden se adquieren
cerrojo check ARCHIVO [--max-states N] [--max-seconds S] [--workers N] [--no-reduction] [--fail-on-race] [--json]
    todos los entrelazados: seguro, infracción con su entrelazado más corto, o no concluyente
En todas partes: --lang es|en.
Códigos de salida: 0 terminada o segura, 1 infracción, 2 rechazada, 3 nada demostrado (tiempo agotado, límite).`

/** Lo que dice la línea de órdenes. */
export const commandLine = {
  usage,
  noFile:
    'No se ha indicado ningún programa. Indique un archivo de Python: cerrojo run programa.py',
  missingFile: 'missingFile: {file} no existe. Compruebe la ruta y cómo está escrito el nombre.',
  notAFile: 'notAFile: {file} no es un archivo. Indique un archivo de Python.',
  unreadableFile: 'unreadableFile: no se puede leer {file} ({reason}). Compruebe sus permisos.',
  badSchedule:
    'badSchedule: {file} no es una planificación grabada ({reason}). Use un archivo escrito por Cerrojo.',
  cannotWrite: 'cannotWrite: no se puede escribir el archivo. {reason}',
  noSchedule:
    'noSchedule: no se ha escrito {file}: no se conoce una planificación que repita entera la última ejecución. Use --check-against-model para saber por qué.',
  badOption: 'badOption: {message}',
  workerEnded:
    'workerEnded: ha terminado un hilo de trabajo de la búsqueda; con --workers 1 se prescinde de ellos. {reason}',
  badNumber: 'badNumber: --{name} {text} no es un número entre {least} y {most}.',
  unknownCommand: 'unknownCommand: no existe la orden {name}.',
  unknownFormat: 'unknownFormat: no existe el formato {name}. Elija perfetto, jsonl o csv.',
  unknownScheduler:
    'unknownScheduler: no existe el planificador {name}. Elija random, pct (prioridades al azar) o round-robin.',
  tooManyFiles: 'tooManyFiles: un solo programa cada vez; sobra {name}.',
  check: {
    safe: 'Seguro: se han recorrido todos los entrelazados ({interleavings} entrelazados, {states} estados, {seconds} s).',
    violation: 'Infracción ({interleavings} entrelazados, {states} estados, {seconds} s).',
    inconclusive:
      'No concluyente: {bound}, así que no se han visto todos los entrelazados ({states} estados, {seconds} s). No haber encontrado ninguna infracción hasta aquí no demuestra nada.',
    uncounted: 'sin contar',
    bound: {
      states: 'se alcanzó el límite de estados (puede ampliarlo con --max-states)',
      memory: 'se agotó la memoria para estados',
      cancelled: 'se acabó el tiempo (puede conceder más con --max-seconds)',
      steps: 'se alcanzó un límite de pasos',
      silentLoop: 'un hilo calculó sin fin entre dos operaciones visibles',
      heap: 'se agotó la memoria del programa',
      depth: 'las llamadas se anidaron demasiado',
      output: 'el programa escribió demasiado',
      threads: 'el programa inició demasiados hilos',
      events: 'se alcanzó un límite de eventos',
      complexNumber: 'un resultado fue un número complejo, que el Python del aula no tiene',
      unsupportedMethod:
        'se usó un método de un tipo predefinido que Cerrojo no tiene (ejecute el programa para ver cuál)',
      invariantEffect:
        'un invariante hace algo más que mirar: espera, escribe en la salida o cambia un objeto de sincronización',
    },
    shortest: '  Camino más corto: {length} operaciones, {switches} cambios de hilo: {steps}',
    way: '  Un camino: {length} operaciones, {switches} cambios de hilo: {steps}',
    livelock:
      'Bloqueo activo: {threads} pueden repetir para siempre este bucle sin que nadie avance: {loop}',
    starvation:
      'Inanición: {threads} espera en la línea {line} y puede no pasar nunca, mientras otros repiten para siempre: {loop}',
    kind: { livelock: 'bloqueo activo', starvation: 'inanición' },
    undecided: 'Sin decidir, porque la búsqueda de bucles alcanzó su límite: {kinds}.',
    decision:
      '  Decide esta elección: hasta aquí ({equal}) hay finales buenos; si sigue {bad} (línea {badLine}) en lugar de {good} (línea {goodLine}), ya no queda ninguno.',
    good: '  Una planificación que termina bien: {steps}',
    race: 'Carrera de datos en {variable}: {firstThread} en la línea {firstLine} y {secondThread} en la línea {secondLine}; nada ordena un acceso respecto al otro.',
    outcome: 'Salida {output}',
    counted: 'Salida {output}: {interleavings} entrelazados',
    lockOrder: 'Orden en que se toman los cerrojos: {order}.',
    sampled: 'Tomado con un solo valor: {names}. El veredicto habla de ese valor.',
  },
  detected: 'El interbloqueo se conoció {ms} ms después de la llamada que cerró el ciclo.',
  model: {
    conforms: 'Modelo: hace la misma ejecución, {events} eventos comparados.',
    mismatch:
      'Modelo: difiere tras {events} eventos iguales. Evento {event}, {thread}, línea {line}: en vivo {live}; en el modelo {model}. Comuníquelo, por favor: es un fallo de Cerrojo, no del programa.',
    unrecorded:
      'Modelo: sin decidir tras {events} eventos iguales. La ejecución puede depender de lo que ninguna traza recoge, como el reloj, los números aleatorios o el orden de operaciones sobre primitivas que no son cerrojos.',
    limit: 'Modelo: sin decidir tras {events} eventos iguales: el modelo alcanzó un límite.',
    waits: 'el hilo espera',
    ended: 'el hilo no produce más eventos',
  },
  counts: 'Ejecuciones: {counts}',
  lint: {
    thread: 'Hilo {name}, creado en la línea {line}',
    threads: 'Hilos {name}, creados en la línea {line}; pueden ejecutarse varios a la vez',
    nothingShared: 'Ningún hilo cambia lo que otro puede usar al mismo tiempo.',
    shared: 'Compartido: {name}, se lee en las líneas {reads}, se escribe en las líneas {writes}',
    written: 'Compartido: {name}, se escribe en las líneas {writes}',
    guard: {
      always: '{lock} se posee en todos los accesos',
      alwaysOwn: '{lock}, el del mismo objeto, se posee en todos los accesos',
      sometimes: '{lock} puede poseerse en las líneas {held}, y no en las líneas {missing}',
      partly: '{lock} lo poseen algunos hilos en las líneas {missing}, y no todos',
      undecided: '{lock}: no puede decidirse si siempre se posee en las líneas {possible}',
    },
    unguarded: 'Ningún cerrojo se posee en ninguno de los accesos',
    conflicts: 'Líneas que ningún cerrojo común separa: {pairs}',
    noLocks: 'El programa no adquiere ningún cerrojo.',
    site: 'línea {line}: adquiere {lock}',
    edge: 'línea {line}: adquiere {acquired} mientras posee {held} (línea {heldLine})',
    circular: {
      none: 'Espera circular: imposible. Ningún camino adquiere los cerrojos en círculo.',
      possible: 'Espera circular: posible, {cycle}.',
      undecided:
        'Espera circular: no puede decidirse con el código. {cycle} es un círculo de nombres, y un nombre designa varios cerrojos.',
    },
  },
  position: '{thread} en la línea {line}, columna {column}',
  waits: '{thread} espera {waitsFor}',
  holdsAndWaits: '{thread} posee {holds} y espera {waitsFor}',
  outcome: {
    finished: 'Terminada.',
    deadlock: 'Interbloqueo, demostrado por un ciclo de esperas: {cycle}.',
    stuck: 'Atascada: nadie puede continuar y no hay ningún ciclo. {waiting}.',
    assertion: 'Aserción incumplida en {thread}, línea {line}, columna {column}: {message}',
    exception: 'Una excepción terminó {thread}, línea {line}, columna {column}: {message}',
    timeout:
      'timeout: pasaron {seconds} s y se puso fin a la ejecución. Esto no demuestra nada; un interbloqueo solo se comunica con su ciclo. Dónde estaban los hilos: {positions}.',
    stopped: 'Detenida.',
  },
  limit: {
    steps:
      'Límite alcanzado en la línea {line}, columna {column}: {limit} pasos. ¿Hay un bucle que nunca termina?',
    silentLoop:
      'Límite alcanzado en la línea {line}, columna {column}: {limit} instrucciones sin una sola operación visible. Los demás hilos no pueden hacer nada para terminar este bucle; haga que lea datos compartidos o que termine por sí mismo.',
    heap: 'Límite alcanzado en la línea {line}, columna {column}: se agotó la memoria del programa. Haga que conserve menos datos.',
    depth:
      'Límite alcanzado en la línea {line}, columna {column}: las llamadas se anidan demasiado. ¿Termina la recursión?',
    output:
      'Límite alcanzado en la línea {line}, columna {column}: más de {limit} caracteres escritos. Escriba menos.',
    threads:
      'Límite alcanzado en la línea {line}, columna {column}: más de {limit} hilos iniciados. Inicie menos hilos.',
    events:
      'Límite alcanzado en la línea {line}, columna {column}: más de {limit} eventos. Haga que el programa haga menos.',
    complexNumber:
      'Parada en la línea {line}, columna {column}: el resultado es un número complejo, que el Python del aula no tiene. Eleve a potencias con fracción solo números no negativos.',
    unsupportedMethod:
      'Parada en la línea {line}, columna {column}: «{name}» existe en Python y Cerrojo no lo tiene. Escriba lo mismo con los métodos que Cerrojo tiene o con un bucle.',
    invariantEffect:
      'Parada: un invariante hace algo más que mirar. Se comprueba entre dos pasos, así que no necesita cerrojo: haga que solo lea y compare, sin escribir en la salida, esperar, adquirir ni encolar.',
  },
} as const
