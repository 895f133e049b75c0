export { createClock, nowMs } from './clock'
export { CONTROL, isStopped, raiseStop } from './control'
export {
  clearEvents,
  collectEvents,
  eventWords,
  EventWriter,
  type CollectedEvents,
} from './eventRing'
export {
  acquire,
  passOn,
  release,
  sleepWhileHeld,
  tryAcquire,
  tryAcquireMarked,
  type Acquisition,
} from './futexLock'
export { serveParked, type WorkerDuty, type WorkerLink } from './parkedWorkerAdapter'
export { WorkerPool, type FailureListener, type MessageListener, type PoolOptions } from './pool'
export { claimIdleWorker, launch, launchOnIdleWorker } from './poolWords'
export { rehearseDeadlock } from './rehearsal'
export { releaseReentrant, tryAcquireReentrant } from './reentrantLock'
export { createRunMemory, openRunMemory, type RunMemory, type RunWords } from './runMemory'
export { SharedMemory } from './sharedMemory'
export { Waiter, type WaitObserver } from './waiter'
export { WaitTable, type WaitKind } from './waitTable'
export { LiveExecutor, type LiveOptions, type LiveResult, type LiveRun } from './liveExecutor'
export { DEFAULT_DATABASE } from './chargingStoreAdapter'
