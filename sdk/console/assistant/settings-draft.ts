// What an administrator is changing about the AI agent, beside what is saved: which settings differ, from what to what,
// and the request that saves them. Pure.

import type { AssistantSettings } from '../../protocol/assistant-settings.ts'

/** Each setting of the page, as the list of changes calls it. */
const NAMES: Record<keyof AssistantSettings, string> = {
  mode: 'mode',
  departments: 'departments',
  topics: 'topics',
  sensitive: 'sensitive subjects',
  floor: 'floor',
  clarify: 'asking back',
  max_turns: 'replies before a person',
  instructions: 'instructions',
  redact: 'what a model never sees',
  link_hosts: 'hosts it may link to',
  profanity: 'words it must not write',
  limits: 'limits',
  trace_days: 'days of traces',
}

export type SettingName = keyof AssistantSettings

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Settings that differ, in the order of the page. */
export const changedSettings = (saved: AssistantSettings, draft: AssistantSettings): SettingName[] =>
  (Object.keys(NAMES) as SettingName[]).filter((name) => !same(saved[name], draft[name]))

export const nameOf = (setting: SettingName): string => NAMES[setting]

function inWords(value: unknown): string {
  if (Array.isArray(value))
    return (
      value.map((one) => (typeof one === 'object' ? (one as { name: string }).name : one)).join(', ') ||
      'none'
    )
  if (typeof value === 'object' && value !== null)
    return (
      Object.entries(value)
        .map(([key, part]) => `${key.replaceAll('_', ' ')} ${inWords(part)}`)
        .join(', ') || 'none'
    )
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value) || 'empty'
}

/** Only what differs within a group of settings. */
function parts(from: unknown, to: unknown): [from: unknown, to: unknown] {
  if (typeof from !== 'object' || typeof to !== 'object' || Array.isArray(from) || !from || !to)
    return [from, to]
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])] as (keyof typeof from)[]
  const differing = keys.filter((key) => !same(from[key], (to as typeof from)[key]))
  const pick = (value: typeof from) =>
    Object.fromEntries(differing.filter((key) => key in value).map((key) => [key, value[key]]))
  return [pick(from), pick(to as typeof from)]
}

export interface Change {
  name: string
  from: string
  to: string
}

export const describeChanges = (saved: AssistantSettings, draft: AssistantSettings): Change[] =>
  changedSettings(saved, draft).map((setting) => {
    const [from, to] = parts(saved[setting], draft[setting])
    return { name: nameOf(setting), from: inWords(from), to: inWords(to) }
  })

/** A merge patch (RFC 7396) that makes `draft` of `saved`; lists are replaced whole. */
export function patchOf(saved: object, draft: object): Record<string, unknown> {
  const before = saved as Record<string, unknown>
  const after = draft as Record<string, unknown>
  const patch: Record<string, unknown> = {}
  for (const key of Object.keys(before)) if (!(key in after)) patch[key] = null
  for (const [key, value] of Object.entries(after)) {
    const old = before[key]
    if (same(old, value)) continue
    const nests = [old, value].every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
    patch[key] = nests ? patchOf(old as object, value as object) : value
  }
  return patch
}
