/** Figures of one lock over a whole trace. Times in microseconds of the trace's clock. */
export interface LockMetrics {
  /** Place index. */
  readonly lock: number
  readonly acquisitions: number
  /** Acquisitions that had to wait. */
  readonly contended: number
  readonly waitTotal: number
  readonly waitMaximum: number
  readonly holdTotal: number
  readonly holdMaximum: number
}

export interface ThreadMetrics {
  readonly thread: number
  readonly events: number
  readonly blockedTime: number
  readonly acquisitions: number
}

export interface Metrics {
  readonly locks: readonly LockMetrics[]
  readonly threads: readonly ThreadMetrics[]
  /** Length of the run in microseconds. */
  readonly duration: number
  /** Releases of the outermost lock by threads other than main, per second: completed critical sections (transfers). */
  readonly sectionsPerSecond: number
}
