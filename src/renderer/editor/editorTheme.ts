import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const look = EditorView.theme({
  '&': {
    height: '100%',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    fontSize: 'var(--text-2)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.6' },
  '.cm-content': { padding: 'var(--space-2) 0', caretColor: 'var(--ink)' },
  '.cm-gutters': { border: 'none', backgroundColor: 'var(--surface)', color: 'var(--ink-3)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.25rem', padding: '0 var(--space-2)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': {
    backgroundColor: 'var(--surface-2)',
  },
  '&.cm-focused .cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    {
      backgroundColor: 'color-mix(in srgb, var(--accent) 24%, transparent)',
    },
  '.cm-tooltip': {
    border: '1px solid var(--line-soft)',
    borderRadius: 'var(--radius-2)',
    backgroundColor: 'var(--surface)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-diagnostic': {
    fontFamily: 'var(--font-ui)',
    padding: 'var(--space-2) var(--space-3)',
    maxWidth: '28rem',
  },
  '.cm-lintRange-error, .cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--danger)',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--caution)' },
  '.cm-evidence-line': {
    boxShadow: 'inset 3px 0 var(--accent)',
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-thread-line': { backgroundColor: 'color-mix(in srgb, var(--state) 13%, transparent)' },
  '.cm-thread-marks': {
    position: 'sticky',
    right: '6px',
    marginLeft: '12px',
    whiteSpace: 'nowrap',
    // Where the marks stand over the end of a long line, it fades out under them.
    '--ground-of-line': 'color-mix(in srgb, var(--state) 13%, var(--surface))',
    backgroundColor: 'var(--ground-of-line)',
    boxShadow: '0 0 6px 6px var(--ground-of-line)',
  },
  '.cm-thread-mark': {
    display: 'inline-block',
    marginLeft: '4px',
    padding: '0 6px',
    borderRadius: '3px',
    backgroundColor: 'var(--state)',
    color: 'var(--on-state)',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--text-1)',
    fontWeight: '600',
    lineHeight: '1.5',
  },
})

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.self], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--code-comment)', fontStyle: 'italic' },
  {
    tag: [
      tags.function(tags.definition(tags.variableName)),
      tags.definition(tags.className),
      tags.className,
    ],
    color: 'var(--code-definition)',
    fontWeight: '600',
  },
])

/** The look of the editor, from tokens: it follows the theme without being made again. */
export const editorTheme: Extension = [look, syntaxHighlighting(colours)]
