// What keys do while one writes. Null where there is nothing to do: the key is the browser's then.

import type { TextFormat } from './text-format.ts'

export interface ComposerWishes {
  takeGhost: (() => void) | null
  dropGhost: (() => void) | null
  endEdit: (() => void) | null
  ask: (() => void) | null
  format: (format: TextFormat) => void
  send: () => void
  sendAndResolve: () => void
  /** Whether there was something to edit. */
  editLast: (() => boolean) | null
}

const FORMATS: Readonly<Record<string, TextFormat>> = {
  b: 'bold',
  i: 'italic',
  e: 'code',
  l: 'list',
}

/** Whether the key was the composer's. */
export function composerKey(event: KeyboardEvent, wishes: ComposerWishes): boolean {
  const { key, shiftKey, altKey, metaKey, ctrlKey } = event
  const mod = (metaKey || ctrlKey) && !altKey
  const bare = !shiftKey && !altKey && !metaKey && !ctrlKey
  const done = (act: (() => void) | null): boolean => {
    act?.()
    return act !== null
  }
  if (bare && key === 'Tab') return done(wishes.takeGhost)
  if (bare && key === 'Escape') return done(wishes.dropGhost ?? wishes.endEdit)
  if (bare && key === 'ArrowUp') return wishes.editLast?.() ?? false
  if (!mod) return false
  if (key === 'Enter') return done(shiftKey ? wishes.sendAndResolve : wishes.send)
  if (key.toLowerCase() === 'j') return done(wishes.ask)
  // Without Shift it opens the palette, here as everywhere.
  const format = shiftKey ? (key.toLowerCase() === 'k' ? 'link' : undefined) : FORMATS[key.toLowerCase()]
  return done(format ? () => wishes.format(format) : null)
}
