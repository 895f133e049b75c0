import {
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type Range,
} from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'

/** Where a thread stands: its name and state are text, the colour only repeats the state. */
export interface ThreadMark {
  /** 1-based. */
  readonly line: number
  readonly name: string
  /** A name of INTERVAL, for the colour. */
  readonly state: string
  /** The state in words, read with the name. */
  readonly stateText: string
}

export interface LineMarks {
  readonly threads: readonly ThreadMark[]
  /** Lines of the evidence that was followed. */
  readonly evidence: readonly number[]
}

/** Replaces all marks. */
export const setLineMarks = StateEffect.define<LineMarks>()

/** More marks than this on one line would hide the line; the last then stands for the rest. */
const MOST_MARKS = 4

class MarkWidget extends WidgetType {
  constructor(readonly marks: readonly ThreadMark[]) {
    super()
  }

  override eq(other: MarkWidget): boolean {
    const key = ({ name, state }: ThreadMark): string => `${name} ${state}`
    return this.marks.map(key).join() === other.marks.map(key).join()
  }

  override toDOM(): HTMLElement {
    const group = document.createElement('span')
    group.className = 'cm-thread-marks'
    const isCrowded = this.marks.length > MOST_MARKS
    const shown = isCrowded ? this.marks.slice(0, MOST_MARKS - 1) : this.marks
    for (const mark of shown) group.append(markElement(mark.name, mark.state, [mark]))
    const rest = this.marks.slice(shown.length)
    if (rest.length > 0) group.append(markElement(`+${rest.length}`, rest[0]?.state ?? '', rest))
    return group
  }
}

function markElement(text: string, state: string, marks: readonly ThreadMark[]): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'cm-thread-mark'
  mark.dataset['stateName'] = state
  mark.textContent = text
  mark.title = marks.map(({ name, stateText }) => `${name}: ${stateText}`).join('\n')
  return mark
}

function decorate(state: EditorState, { threads, evidence }: LineMarks): DecorationSet {
  const found: Range<Decoration>[] = []
  const lines = new Map<number, ThreadMark[]>()
  for (const mark of threads) lines.set(mark.line, [...(lines.get(mark.line) ?? []), mark])
  for (const [number, marks] of lines) {
    if (number < 1 || number > state.doc.lines) continue
    const line = state.doc.line(number)
    const attributes = { class: 'cm-thread-line', 'data-state-name': marks[0]?.state ?? '' }
    found.push(Decoration.line({ attributes }).range(line.from))
    found.push(Decoration.widget({ widget: new MarkWidget(marks), side: 1 }).range(line.to))
  }
  for (const line of new Set(evidence)) {
    if (line < 1 || line > state.doc.lines) continue
    found.push(Decoration.line({ class: 'cm-evidence-line' }).range(state.doc.line(line).from))
  }
  return Decoration.set(found, true)
}

/** Keeps the marks; an edit of the text removes them, since they belong to the program that ran. */
export const lineMarks: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = transaction.docChanged ? Decoration.none : marks
    for (const effect of transaction.effects) {
      if (effect.is(setLineMarks)) next = decorate(transaction.state, effect.value)
    }
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})
