// What an entry of the audit log is about, in plain words: names instead of ids, and what was and is there now.

import type { AuditEntryView } from '../../protocol/team-admin.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { en } from '../locales/settings-en.ts'

export interface Fact {
  label: string
  /** Null where only the present value is known. */
  from: string | null
  to: string
}

/** Longer texts say nothing in a list. */
const LONGEST = 120
const ROLES = ['agent', 'admin', 'owner']
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Told by what stands beside them. */
const LEFT_OUT = new Set(['changed', 'version', 'from', 'to'])

/** `settings.look.radius` → "Look, radius", where this release has no word of its own for it. */
function labelOf(name: string, t: ConsoleTranslate): string {
  const key = `audit.fact.${name.replace(/^settings\./, '')}`
  if (key in en) return t(key as keyof typeof en)
  const words = name
    .replace(/^settings\./, '')
    .replaceAll('_', ' ')
    .replaceAll('.', ', ')
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

function wordsOf(value: unknown, names: AuditEntryView['names'], t: ConsoleTranslate): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
  if (Array.isArray(value)) return value.map((each) => wordsOf(each, names, t)).join(', ') || '–'
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, part]) => `${labelOf(name, t)} ${wordsOf(part, names, t)}`)
      .join(', ')
  const text = String(value)
  if (ROLES.includes(text)) return t(`settings.role.${text as 'agent'}`)
  return names[text] ?? (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
}

/** An id nobody has a name for says nothing. */
const isMute = (value: unknown, names: AuditEntryView['names']): boolean =>
  typeof value === 'string' && UUID.test(value) && names[value] === undefined

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

export function factsOf({ data, names }: AuditEntryView, t: ConsoleTranslate): Fact[] {
  const from = asObject(data.from)
  const to = asObject(data.to)
  const facts = Object.entries(data)
    .filter(([name, value]) => !LEFT_OUT.has(name) && !isMute(value, names))
    .map(([name, value]) => ({ label: labelOf(name, t), from: null, to: wordsOf(value, names, t) }))
  const changes = Object.keys(to).map((name) => ({
    label: labelOf(name, t),
    from: wordsOf(from[name], names, t),
    to: wordsOf(to[name], names, t),
  }))
  // Of some changes only their names are kept.
  const rest = (Array.isArray(data.changed) ? (data.changed as string[]) : []).filter((name) => !(name in to))
  const others =
    rest.length > 0
      ? [{ label: t('audit.also'), from: null, to: rest.map((name) => labelOf(name, t)).join('; ') }]
      : []
  return [...facts, ...changes, ...others]
}
