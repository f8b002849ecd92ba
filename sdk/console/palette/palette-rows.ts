// What the palette lists for what was typed: which commands, in which order, under which heading. Pure.

import { COMMAND_SECTIONS, type CommandSection, type DeskCommand } from '../keys/desk-commands.ts'
import { fit } from './fuzzy.ts'

export interface PaletteRow {
  command: DeskCommand
  /** Its label; every second piece was typed. */
  pieces: readonly string[]
}

export interface PaletteGroup {
  section: CommandSection | 'recent'
  rows: readonly PaletteRow[]
}

/** A section is no longer than this once something is typed: the next one is to be seen too. */
const EACH = 6
const RECENT = 4

interface Asked {
  typed: string
  commands: readonly DeskCommand[]
  recent: readonly string[]
  /** Found by the server for what was typed, with its own marks. */
  found?: readonly PaletteRow[]
}

const plain = (command: DeskCommand): PaletteRow => ({ command, pieces: [command.label] })

export function paletteGroups({ typed, commands, recent, found = [] }: Asked): PaletteGroup[] {
  const usable = commands.filter(({ enabled, keysOnly }) => enabled !== false && !keysOnly)
  if (!typed.trim()) return resting(usable, recent)
  const age = (id: string): number => {
    const place = recent.indexOf(id)
    return place < 0 ? 0 : 0.9 - place / 20
  }
  const ranked = usable
    .map((command) => ({
      command,
      fits: fit(typed, command.label, `${command.keywords ?? ''} ${command.detail ?? ''}`),
    }))
    .filter(({ fits }) => fits !== null)
    .map(({ command, fits }) => ({ command, pieces: fits!.pieces, cost: fits!.cost - age(command.id) }))
    .sort((a, b) => a.cost - b.cost)
  const known = new Set(ranked.map(({ command }) => command.id))
  const rows: readonly PaletteRow[] = [...ranked, ...found.filter(({ command }) => !known.has(command.id))]
  return COMMAND_SECTIONS.map((section) => ({
    section,
    rows: rows.filter(({ command }) => command.section === section).slice(0, EACH),
  })).filter((group) => group.rows.length > 0)
}

/** Nothing typed: what was done last, then everything. */
function resting(commands: readonly DeskCommand[], recent: readonly string[]): PaletteGroup[] {
  const last = recent
    .map((id) => commands.find((command) => command.id === id))
    .filter((command) => command !== undefined)
    .slice(0, RECENT)
  const rest = commands.filter((command) => !last.includes(command))
  const groups: PaletteGroup[] = COMMAND_SECTIONS.map((section) => ({
    section,
    rows: rest.filter((command) => command.section === section).map(plain),
  }))
  return [{ section: 'recent' as const, rows: last.map(plain) }, ...groups].filter(
    (group) => group.rows.length > 0,
  )
}
