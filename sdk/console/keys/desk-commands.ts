// Everything an agent can do, by name: what the palette lists, shortcuts run and menus share. No DOM.

import { createSignal } from '../../client/signal.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { Availability } from '../../protocol/agent.ts'
import type { ConsoleIcon } from '../console-icon.ts'

/** Under which heading it is listed, in the order of the palette. */
export const COMMAND_SECTIONS = [
  'selection',
  'chat',
  'go',
  'chats',
  'people',
  'articles',
  'macros',
  'write',
  'me',
  'settings',
] as const
export type CommandSection = (typeof COMMAND_SECTIONS)[number]

export interface DeskCommand {
  /** Such as `chat.resolve`; of several with one id the one registered last counts. */
  id: string
  label: string
  section: CommandSection
  /** Other words it is found by, with spaces between. */
  keywords?: string
  /** Behind the label, muted: a department, whose chat. */
  detail?: string
  /** At the end of the row, muted. */
  hint?: string
  icon?: ConsoleIcon
  mark?: Pick<Actor, 'kind' | 'id' | 'name'>
  presence?: Availability
  /** Squares at the end of the row, behind the hint: how much somebody has of what they can. */
  load?: { open: number; capacity: number }
  /** `e`, `!`, `shift+x`, `g m` (one after the other), `mod+k` (⌘ or Ctrl); several for the same. */
  shortcut?: string | readonly string[]
  /** The shortcut also holds while one writes; `empty`: only where nothing stands yet. */
  inText?: boolean | 'empty'
  /** A key that is held down does it again and again. */
  repeats?: boolean
  /** Only shown on the sheet of keys and run by them, as `j` and `k`: nobody looks for it. */
  keysOnly?: boolean
  /** False: not for this moment. It stays on the sheet of keys. */
  enabled?: boolean
  /** A promise that fails is told to the agent. */
  run(): unknown
  /** What ⌘↵ does instead. */
  secondary?: { label: string; run(): unknown }
  /** A list of its own, opened by Enter instead of `run`. */
  children?(): readonly DeskCommand[] | Promise<readonly DeskCommand[]>
}

export type CommandProvider = () => readonly DeskCommand[]

export interface DeskCommands {
  /** @param provider asked anew whenever somebody looks; returns an empty list where nothing can be done */
  register(provider: CommandProvider): () => void
  /** All there are now, also those that are not enabled. */
  all(): DeskCommand[]
  find(id: string): DeskCommand | undefined
  /** Does it, if it can be done, or opens its list; whether it could. */
  run(command: string | DeskCommand): boolean
  /** Hears of a command that was run and only opens a list. */
  onList(listener: (command: DeskCommand) => void): () => void
  /** Ids of what was run last, newest first. */
  readonly recent: () => readonly string[]
  /** Two commands that want the same keys, for tests. What is selected and the open chat share theirs. */
  conflicts(): string[]
}

interface Deps {
  /** Whose promise was refused. */
  failed: (error: unknown, command: DeskCommand) => void
  /** Where what was run last is kept; for the session only where there is none. */
  memory?: { read(): readonly string[]; write(ids: readonly string[]): void }
}

/** So many are remembered as run last. */
const REMEMBERED = 12

export const shortcutsOf = ({ shortcut }: Pick<DeskCommand, 'shortcut'>): readonly string[] =>
  shortcut === undefined ? [] : typeof shortcut === 'string' ? [shortcut] : shortcut

export function createDeskCommands({ failed, memory }: Deps): DeskCommands {
  let recent = memory?.read() ?? []
  const lists = createSignal<DeskCommand>()
  const providers = new Set<CommandProvider>()
  const byId = (): Map<string, DeskCommand> => {
    const found = new Map<string, DeskCommand>()
    for (const provider of providers) for (const command of provider()) found.set(command.id, command)
    return found
  }
  return {
    register(provider) {
      providers.add(provider)
      return () => void providers.delete(provider)
    },
    all: () => [...byId().values()],
    find: (id) => byId().get(id),
    run(wanted) {
      const command = typeof wanted === 'string' ? byId().get(wanted) : wanted
      if (!command || command.enabled === false) return false
      if (!command.keysOnly) {
        recent = [command.id, ...recent.filter((id) => id !== command.id)].slice(0, REMEMBERED)
        memory?.write(recent)
      }
      if (command.children) {
        lists.emit(command)
        return true
      }
      try {
        Promise.resolve(command.run()).catch((error: unknown) => failed(error, command))
      } catch (error) {
        failed(error, command)
      }
      return true
    },
    onList: lists.listen,
    recent: () => recent,
    conflicts() {
      const owners = new Map<string, string>()
      const found: string[] = []
      for (const command of byId().values())
        for (const keys of shortcutsOf(command)) {
          const place = `${command.section === 'selection'} ${keys}`
          const owner = owners.get(place)
          if (owner) found.push(`${keys}: ${owner}, ${command.id}`)
          owners.set(place, command.id)
        }
      return found
    },
  }
}
