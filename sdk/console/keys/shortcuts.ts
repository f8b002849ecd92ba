// From a pressed key to the command that has it: sequences, text fields, what is switched off. Asks nobody the time.

import { type DeskCommand, type DeskCommands, shortcutsOf } from './desk-commands.ts'
import { keyName } from './key-name.ts'

/** So long "g" waits for its second key, ms. */
const SEQUENCE = 1500

interface Deps {
  commands: Pick<DeskCommands, 'all' | 'run'>
  /** Whether keys without a modifier do anything. */
  single: () => boolean
}

export interface Shortcuts {
  /** Runs what the key stands for and keeps the browser from its own. */
  press(event: KeyboardEvent): void
}

const TEXT =
  'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])'
/** What has keys of its own: letters jump in a menu, Escape closes a dialog. */
const OWN_KEYS =
  '[role^="menuitem"], [role="option"], [role="dialog"], [role="alertdialog"], dialog, [role="listbox"]'

const matches = (target: EventTarget | undefined, selector: string): boolean =>
  target instanceof Element && target.matches(selector)

const isEmpty = (target: EventTarget | undefined): boolean =>
  target instanceof Element && 'value' in target && target.value === ''

export function createShortcuts({ commands, single }: Deps): Shortcuts {
  let begun: { keys: string; at: number } | null = null

  function allowed(command: DeskCommand, keys: string, path: readonly EventTarget[]): boolean {
    if (command.enabled === false) return false
    const modified = keys.startsWith('mod+')
    if (!modified && !single()) return false
    const [target] = path
    if (matches(target, TEXT))
      return command.inText === true || (command.inText === 'empty' && isEmpty(target))
    return modified || !path.some((each) => matches(each, OWN_KEYS))
  }

  return {
    press(event) {
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
      const name = keyName(event)
      if (!name) return
      const path = event.composedPath()
      const prefix = begun && event.timeStamp - begun.at < SEQUENCE ? `${begun.keys} ` : ''
      begun = null
      const all = commands.all()
      const wanted = (keys: string): DeskCommand | undefined => {
        const found = all.filter((each) => shortcutsOf(each).includes(keys) && allowed(each, keys, path))
        // Where rows are chosen, a key means those, and the open chat otherwise.
        return found.find(({ section }) => section === 'selection') ?? found[0]
      }
      const command = (prefix && wanted(prefix + name)) || wanted(name)
      if (command) {
        // A key that is held down is meant once, unless it moves.
        if (event.repeat && !command.repeats) {
          event.preventDefault()
          return
        }
        if (commands.run(command)) event.preventDefault()
        return
      }
      const begins = all.some((each) =>
        shortcutsOf(each).some((keys) => keys.startsWith(`${name} `) && allowed(each, keys, path)),
      )
      if (begins) begun = { keys: name, at: event.timeStamp }
    },
  }
}
