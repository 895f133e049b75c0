/** What the page of the timeline benchmark is asked and answers. Milliseconds, one for each round. */
export interface TimelineQuestion {
  readonly intervals: number
  readonly rounds: number
  /** Shares of the run that the window shows. */
  readonly shares: readonly number[]
}

export interface TimelineAnswer {
  readonly build: readonly number[]
  /** For each share. */
  readonly frames: readonly { readonly ours: number[]; readonly naive: number[] }[]
  /** Time from frame to frame while panning and zooming, and the part that the drawing took. */
  readonly motion: { readonly frame: number[]; readonly draw: number[] }
  /** Shares at which a deadlock of one event was to be seen among the pixels. */
  readonly visibleAt: readonly number[]
}
