import { StateEffect, StateField, type Extension } from '@codemirror/state'
import { EditorView, gutter, GutterMarker } from '@codemirror/view'

/** A line that uses what threads share. */
export interface SharedLine {
  /** 1-based. */
  readonly line: number
  /** For the shape and colour of its sign. */
  readonly state: 'guarded' | 'unclear' | 'open'
  /** What there is to say, read and shown on hovering. */
  readonly text: string
}

/** Replaces all signs. */
export const setSharedLines = StateEffect.define<readonly SharedLine[]>()

const shared = StateField.define<ReadonlyMap<number, SharedLine>>({
  create: () => new Map(),
  update(lines, transaction) {
    let next = lines
    for (const effect of transaction.effects) {
      if (effect.is(setSharedLines)) next = new Map(effect.value.map((line) => [line.line, line]))
    }
    return next
  },
})

class SharedSign extends GutterMarker {
  constructor(readonly line: SharedLine) {
    super()
  }

  override eq({ line }: SharedSign): boolean {
    return line.state === this.line.state && line.text === this.line.text
  }

  override toDOM(): HTMLElement {
    const sign = document.createElement('span')
    sign.className = 'cm-shared-sign'
    sign.dataset['shared'] = this.line.state
    sign.title = this.line.text
    return sign
  }
}

/** Keeps its width when there is nothing to show, so that the text does not move. */
class NoSign extends GutterMarker {
  override toDOM(): HTMLElement {
    const sign = document.createElement('span')
    sign.className = 'cm-shared-sign'
    return sign
  }
}

/** A narrow column between line numbers and text: what shared data a line uses, and whether locks guard it. */
export const sharedLines: Extension = [
  shared,
  gutter({
    class: 'cm-shared-gutter',
    lineMarker(view, { from }) {
      const line = view.state.field(shared).get(view.state.doc.lineAt(from).number)
      return line === undefined ? null : new SharedSign(line)
    },
    lineMarkerChange: (update) => update.startState.field(shared) !== update.state.field(shared),
    initialSpacer: () => new NoSign(),
  }),
  EditorView.theme({
    '.cm-shared-gutter .cm-gutterElement': { display: 'flex', alignItems: 'center' },
    '.cm-shared-sign': {
      boxSizing: 'border-box',
      width: '8px',
      height: '8px',
      marginInline: '1px 4px',
    },
    // Shape says it too: a full disc, a half one, a ring.
    '.cm-shared-sign[data-shared]': {
      border: '2px solid var(--ink-3)',
      borderRadius: '50%',
    },
    '.cm-shared-sign[data-shared="guarded"]': { backgroundColor: 'var(--ink-3)' },
    '.cm-shared-sign[data-shared="unclear"]': {
      background: 'linear-gradient(90deg, var(--ink-3) 50%, transparent 50%)',
    },
    '.cm-shared-sign[data-shared="open"]': { borderColor: 'var(--danger)' },
  }),
]
