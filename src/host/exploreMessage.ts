import type { ExplorationOptions } from '../contract'
import type { Program } from '../engine/bytecode'
import type { ExplorationProgress, ExplorationResult } from '../engine/explore'

/** What the host sends to the worker that explores. */
export interface ExploreMessage {
  readonly program: Program
  readonly options: ExplorationOptions
  /** One word of shared memory; not 0 once the search is to end. */
  readonly isCancelled: Int32Array
}

/** What the worker answers: progress, then one `explored` or `failed`. */
export type ExploreAnswer =
  | { readonly kind: 'exploring'; readonly progress: ExplorationProgress }
  | { readonly kind: 'explored'; readonly result: ExplorationResult }
  | { readonly kind: 'failed'; readonly message: string }
