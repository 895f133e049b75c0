/** How a run ended: its name, the sentence that proves it, and what it means. Used by the window and the command line. */
export const outcome = {
  finished: {
    name: 'Terminó',
    proof: 'Todos los hilos llegaron al final.',
    meaning: 'Ningún hilo falló. Otro entrelazado podría acabar de otra manera.',
  },
  deadlock: {
    name: 'Interbloqueo',
    proof: 'Ciclo en el grafo de espera: {cycle}.',
    meaning:
      'Ningún hilo del ciclo puede avanzar: cada uno espera algo que solo otro del ciclo puede darle.',
  },
  stuck: {
    name: 'Atasco',
    proof: 'Nadie puede avanzar y no hay ciclo: {waiting}.',
    meaning: 'No es un interbloqueo: lo que esperan ya no lo va a dar nadie.',
  },
  assertion: {
    name: 'Aserción fallida',
    proof: '{thread} falló en la línea {line}: {message}',
    meaning: 'El programa comprobó algo que debía ser cierto y no lo era.',
  },
  exception: {
    name: 'Excepción',
    proof: '{thread} terminó por una excepción en la línea {line}: {message}',
    meaning: 'Una excepción sin tratar acabó con un hilo.',
  },
  timeout: {
    name: 'Tiempo agotado',
    proof: 'Pasaron {seconds} s sin que el programa terminara.',
    meaning: 'No es prueba de interbloqueo: el programa podía seguir avanzando.',
  },
  stopped: {
    name: 'Detenido',
    proof: 'Se pidió detener la ejecución.',
    meaning: 'No dice nada sobre lo que habría ocurrido después.',
  },
  limit: {
    name: 'Límite alcanzado',
    proof: 'La ejecución se paró al llegar al límite: {limit}.',
    proofAt: 'La ejecución se paró en la línea {line} al llegar al límite: {limit}.',
    meaning: 'No es prueba de interbloqueo ni de que el programa sea correcto.',
    code: {
      steps: 'pasos ({limit})',
      silentLoop: 'vueltas seguidas sin ninguna operación visible ({limit})',
      heap: 'memoria del programa ({limit})',
      depth: 'profundidad de llamadas ({limit})',
      output: 'texto impreso ({limit})',
      threads: 'hilos ({limit})',
      events: 'eventos de la traza ({limit})',
      complexNumber: 'números complejos, que el Python del aula no tiene',
      unsupportedMethod: '{name}, que Cerrojo no tiene',
      invariantEffect: 'un invariante que hace algo más que mirar',
    },
  },
  /** One thread of a cycle, in words; several are joined as a list of the language. */
  link: {
    holding: '{thread} posee {holds} y espera {waitsFor}',
    waiting: '{thread} espera {waitsFor}',
  },
} as const
