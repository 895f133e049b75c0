/** Runs that many tests read, in the notation of `traceOf`. */
import { traceOf } from '../trace/trace.testing'

/** The bank, Phase 1: both transfers take their accounts in order of arrival. Lines are those of the first test source. */
export const PHASE_1 = traceOf(`
  main initial Cuenta-1.balance 100
  main initial Cuenta-2.balance 100
  main start Hilo-1 @30
  main start Hilo-2 @31
  Hilo-1 begin
  Hilo-1 acquire Cuenta-1 @12
  Hilo-2 begin
  Hilo-2 acquire Cuenta-2 @12
  main joinWait Hilo-1 @32
  Hilo-1 block Cuenta-2 @15
  Hilo-2 block Cuenta-1 @15
`)

/** Phase 2: both take Cuenta-1 first; one waits for the other, and both end. */
export const PHASE_2 = traceOf(`
  main initial Cuenta-1.balance 100
  main initial Cuenta-2.balance 100
  main start Hilo-1 @30
  main start Hilo-2 @31
  Hilo-1 begin
  Hilo-1 acquire Cuenta-1 @12
  Hilo-2 begin
  Hilo-2 block Cuenta-1 @12
  main joinWait Hilo-1 @32
  Hilo-1 acquire Cuenta-2 @15
  Hilo-1 write Cuenta-1.balance 0
  Hilo-1 write Cuenta-2.balance 200
  Hilo-1 release Cuenta-2
  Hilo-1 release Cuenta-1
  Hilo-1 end
  Hilo-2 acquire Cuenta-1 @12
  main join Hilo-1 @32
  Hilo-2 acquire Cuenta-2 @15
  Hilo-2 write Cuenta-2.balance 150
  Hilo-2 write Cuenta-1.balance 50
  Hilo-2 release Cuenta-2
  Hilo-2 release Cuenta-1
  Hilo-2 end
`)

/** A transfer from an account to itself. */
export const SELF = traceOf(`
  main start Hilo-1
  Hilo-1 acquire Cuenta-1 @12
  Hilo-1 block Cuenta-1 @15
`)

/** Three threads, three locks, each waits for the next. */
export const RING = traceOf(`
  main start a
  main start b
  main start c
  a acquire l1
  b acquire l2
  c acquire l3
  c block l1
  a block l2
  b block l3
`)

/** Two threads that join each other. */
export const JOINS = traceOf(`
  main start a
  main start b
  a joinWait b
  b joinWait a
`)

/** Place index of a name. */
export function placeOf(
  trace: { readonly places: readonly { readonly name: string }[] },
  name: string,
): number {
  return trace.places.findIndex((place) => place.name === name)
}
