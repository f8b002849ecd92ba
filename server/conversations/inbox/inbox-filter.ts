// An inbox filter as a condition in SQL, over `c`, a conversation, and `ct`, its contact.

import type * as z from 'zod'
import type { InboxFilter } from '../../../sdk/protocol/triage.ts'

export type ParsedFilter = z.output<typeof InboxFilter>

/** Adds a value to the statement's; its place, such as `$7`. */
export type Bind = (value: unknown) => string

const DAY_ONLY = 10

function spanOf(
  column: string,
  { from, to, days }: NonNullable<ParsedFilter['created']>,
  bind: Bind,
): string[] {
  const time = (text: string): string => `(${bind(text)}::text::timestamp at time zone 'UTC')`
  const whole = (text: string): string => `${bind(text)}::timestamptz`
  const at = (text: string): string => (text.length === DAY_ONLY ? time(text) : whole(text))
  return [
    ...(from === undefined ? [] : [`${column} >= ${at(from)}`]),
    ...(to === undefined
      ? []
      : to.length === DAY_ONLY
        ? [`${column} < ${time(to)} + interval '1 day'`]
        : [`${column} <= ${whole(to)}`]),
    ...(days === undefined ? [] : [`${column} >= now() - make_interval(days => ${bind(days)}::int)`]),
  ]
}

/** One of these, among which null means none at all. */
function oneOf(column: string, ids: readonly (string | null)[], bind: Bind): string {
  const given = ids.filter((id) => id !== null)
  const isOne = `${column} = any(${bind(given)}::uuid[])`
  return given.length === ids.length ? isOne : `(${column} is null or ${isOne})`
}

/** Whether a condition looks at the contact. */
export const needsContact = ({ locale, text }: ParsedFilter): boolean =>
  locale !== undefined || text !== undefined

/** Those of the conditions that an index gives in order, so that nothing else need be looked at. */
export function indexedOf(filter: ParsedFilter, meId: string, bind: Bind): string[] {
  const [department, ...departments] = filter.department_ids ?? []
  const [assignee, ...assignees] = filter.assignee_ids ?? []
  return [
    ...(department && departments.length === 0 ? [`c.department_id = ${bind(department)}::uuid`] : []),
    ...(assignee && assignees.length === 0
      ? [`c.assignee_id = ${bind(assignee === 'me' ? meId : assignee)}::uuid`]
      : []),
  ]
}

/** Conditions that all must hold; `meId` is whoever asks. */
export function conditionsOf(filter: ParsedFilter, meId: string, bind: Bind): string[] {
  const { status, channel, priority, department_ids, topic_ids, tag_ids, assignee_ids, site_ids } = filter
  const { locale, rating, created, updated, unanswered_minutes, custom, text } = filter
  const all: string[] = []
  if (status) all.push(`c.status = any(${bind(status)}::text[])`)
  if (channel) all.push(`c.channel = any(${bind(channel)}::text[])`)
  if (priority) all.push(`c.priority = any(${bind(priority)}::text[])`)
  if (department_ids) all.push(oneOf('c.department_id', department_ids, bind))
  if (topic_ids) all.push(oneOf('c.topic_id', topic_ids, bind))
  if (tag_ids) all.push(`c.tag_ids @> ${bind(tag_ids)}::uuid[]`)
  if (assignee_ids) {
    const ids = assignee_ids.map((id) => (id === 'me' ? meId : id))
    all.push(oneOf('c.assignee_id', ids, bind))
  }
  if (site_ids) all.push(`c.site_id = any(${bind(site_ids)}::uuid[])`)
  if (locale) {
    const asked = locale.map((each) => each.toLowerCase().replaceAll(/[\\%_]/g, '\\$&'))
    const patterns = asked.flatMap((each) => [each, `${each}-%`])
    all.push(`lower(ct.locale) like any(${bind(patterns)}::text[])`)
  }
  if (rating) {
    const score = `(c.rating->>'score')::int`
    all.push(`${score} between ${bind(rating.min)}::int and ${bind(rating.max)}::int`)
  }
  if (created) all.push(...spanOf('c.created_at', created, bind))
  if (updated) all.push(...spanOf('c.updated_at', updated, bind))
  if (unanswered_minutes !== undefined)
    all.push(`c.unanswered_since <= now() - make_interval(mins => ${bind(unanswered_minutes)}::int)`)
  if (custom) all.push(`c.custom @> ${bind(JSON.stringify(custom))}::jsonb`)
  if (text !== undefined) {
    // In one piece: to make each place small by itself would take most of the time.
    const places = `c.subject, c.reference, ct.name, ct.email, c.last_message->>'preview'`
    all.push(`strpos(lower(concat_ws(E'\\n', ${places})), ${bind(text.toLowerCase())}::text) > 0`)
  }
  return all
}
