import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { python } from '@codemirror/lang-python'
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language'
import { setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { editorTheme } from './editorTheme'
import { setSharedLines, sharedLines, type SharedLine } from './sharedLines'
import { lineMarks, setLineMarks, type LineMarks } from './lineMarks'

export interface Editor {
  setText(text: string): void
  setProblems(problems: readonly Diagnostic[]): void
  setMarks(marks: LineMarks): void
  setShared(lines: readonly SharedLine[]): void
  /** `label` names the field for screen readers. */
  setLabel(label: string): void
  setReadOnly(isReadOnly: boolean): void
  /** Scrolls a line (1-based) into view and, when asked, puts the text cursor there. */
  reveal(line: number, isFocused?: boolean): void
  destroy(): void
}

/** What the editor can do, whatever it shows. */
function basics(): Extension[] {
  const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
  return [
    EditorView.cspNonce.of(nonce),
    lineNumbers(),
    sharedLines,
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of('    '),
    bracketMatching(),
    highlightActiveLine(),
    python(),
    lineMarks,
    editorTheme,
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
  ]
}

/**
 * A Python editor in `parent`. `onEdit` is called for changes by the user only, not for `setText`; `onLine` with the line of
 * the text cursor (1-based) when that changes.
 */
export function createEditor(
  parent: HTMLElement,
  onEdit: (text: string) => void,
  onLine: (line: number) => void,
): Editor {
  const labelled = new Compartment()
  const editable = new Compartment()
  let isOurs = false
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        basics(),
        labelled.of([]),
        editable.of([]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isOurs) onEdit(update.state.doc.toString())
          if (update.docChanged || update.selectionSet) {
            onLine(update.state.doc.lineAt(update.state.selection.main.head).number)
          }
        }),
      ],
    }),
  })

  function setText(text: string): void {
    if (view.state.doc.toString() === text) return
    isOurs = true
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      scrollIntoView: false,
    })
    isOurs = false
    view.scrollDOM.scrollTop = 0
  }

  function reveal(line: number, isFocused = false): void {
    if (line < 1 || line > view.state.doc.lines) return
    const { from } = view.state.doc.line(line)
    view.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'nearest', yMargin: 48 }) })
    if (!isFocused) return
    view.dispatch({ selection: { anchor: from } })
    view.focus()
  }

  return {
    setText,
    reveal,
    setProblems: (problems) => view.dispatch(setDiagnostics(view.state, [...problems])),
    setMarks: (marks) => view.dispatch({ effects: setLineMarks.of(marks) }),
    setShared: (lines) => view.dispatch({ effects: setSharedLines.of(lines) }),
    setLabel: (label) =>
      view.dispatch({
        effects: labelled.reconfigure(
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        ),
      }),
    setReadOnly: (isReadOnly) =>
      view.dispatch({ effects: editable.reconfigure(EditorState.readOnly.of(isReadOnly)) }),
    destroy: () => view.destroy(),
  }
}
