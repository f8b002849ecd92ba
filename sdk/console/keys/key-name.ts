// How a pressed key is called, whatever the keyboard: `e`, `!`, `shift+x`, `mod+enter`. No DOM beyond the event.

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Fn'])
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'space',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>

/** Null for a modifier alone, and for what Alt or Option is held with: those type letters or belong to the browser. */
export function keyName(event: Pressed): string | null {
  const { key, code } = event
  if (MODIFIERS.has(key) || key === 'Unidentified' || key === 'Process') return null
  // What Windows keyboards type "[" and "@" with looks like Ctrl and Alt together.
  const isAltGraph = event.getModifierState?.('AltGraph') ?? false
  const mod = (event.ctrlKey || event.metaKey) && !isAltGraph
  if (event.altKey && !isAltGraph) return null
  // Where the keyboard writes Cyrillic, Arabic or Greek, the key's place says which it is.
  const latin = key.length === 1 && key.charCodeAt(0) > 127 && /^Key[A-Z]$/.test(code) ? code.slice(3) : key
  const isLetter = /^[a-z]$/i.test(latin)
  const name = NAMES[latin] ?? latin.toLowerCase()
  // "!" and "?" say themselves that Shift is held.
  const shift = event.shiftKey && (isLetter || latin.length > 1 || mod)
  return `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${name}`
}
