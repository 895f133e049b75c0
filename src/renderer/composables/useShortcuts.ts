import { onBeforeUnmount, onMounted } from 'vue'

/** A shortcut of the whole window: what to press (`KeyboardEvent.key`), and what it does. */
export interface Shortcut {
  readonly key: string
  /** Needs Ctrl (or Command); such shortcuts also act inside the editor. */
  readonly isControl?: boolean
  /** Needs Shift. The first shortcut of a list that matches is meant, so it stands before the one without. */
  readonly isShift?: boolean
  readonly run: () => void
}

/** Installs shortcuts while the component lives. Plain keys do nothing where text is being written or a dialog is open. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  function pressed(event: KeyboardEvent): void {
    const isControl = event.ctrlKey || event.metaKey
    const found = shortcuts.find(
      (shortcut) =>
        shortcut.key.toLowerCase() === event.key.toLowerCase() &&
        (shortcut.isControl ?? false) === isControl &&
        (!shortcut.isShift || event.shiftKey),
    )
    if (found === undefined || event.altKey || event.defaultPrevented) return
    if (!isControl && isWriting(event.target)) return
    event.preventDefault()
    found.run()
  }
  // Capture: the editor would otherwise keep Ctrl+Enter for itself.
  onMounted(() => window.addEventListener('keydown', pressed, { capture: true }))
  onBeforeUnmount(() => window.removeEventListener('keydown', pressed, { capture: true }))
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="listbox"]') !== null
  )
}
