// Operators of a search as conditions of SQL: on a message (`m`), on its conversation (`c`), and as facts the index of
// words knows. What nobody understands is told.

import { Channel, Status } from '../../../sdk/protocol/conversation-words.ts'
import { Priority } from '../../../sdk/protocol/triage.ts'
import { type AskedOperator, factsOf } from './search-query.ts'

export interface SearchScope {
  workspaceId: string
  agentId: string
}

/** What names stand for, looked up beforehand: ids, none where there is no such thing. */
export interface KnownNames {
  ids: (operator: AskedOperator['operator'], name: string) => readonly string[]
}

export interface SearchFilter {
  /** For `tsqueryOf`. */
  facts: string[]
  /** On `c`, with binds written by `bind`. */
  conversation: string[]
  /** Something is asked of conversations, besides not being spam. */
  narrow: boolean
  /** Something is asked for that is nowhere. */
  impossible: boolean
  /** Messages before and from then on. */
  before: string | null
  after: string | null
  understood: AskedOperator[]
  unknown: string[]
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const plain = (id: string): string => `u${id.replaceAll('-', '')}`

const IS: Readonly<Record<string, string>> = {
  open: 'c.is_open and c.snoozed_until is null',
  resolved: 'not c.is_open',
  closed: `c.status = 'closed'`,
  snoozed: 'c.is_open and c.snoozed_until is not null',
  spam: 'c.spam_at is not null',
  unassigned: 'c.is_open and c.assignee_id is null',
  waiting: 'c.waiting_since is not null',
}
const SIDES: ReadonlySet<string> = new Set(['customer', 'agent', 'ai'])
const LANGUAGE = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/

/** @param bind takes a value and gives its `$n` */
export function filterOf(
  operators: readonly AskedOperator[],
  { agentId }: SearchScope,
  names: KnownNames,
  bind: (value: unknown) => string,
): SearchFilter {
  const filter: SearchFilter = {
    facts: [],
    conversation: [],
    narrow: false,
    impossible: false,
    before: null,
    after: null,
    understood: [],
    unknown: [],
  }
  const { facts, conversation } = filter
  /** Nobody and nothing of that name: then there is nothing to be found. */
  const known = (operator: AskedOperator['operator'], value: string): string => {
    const ids = names.ids(operator, value)
    if (ids.length === 0) filter.impossible = true
    return `${bind(ids)}::uuid[]`
  }

  const fact = (...each: string[]): boolean => facts.push(factsOf(...each)) > 0
  const that = (condition: string): boolean => conversation.push(condition) > 0
  const oneOf = (column: string, { operator, value }: AskedOperator): boolean =>
    that(`c.${column} = any(${known(operator, value)})`)

  function writtenBy(asked: AskedOperator): boolean {
    const word = asked.value.toLowerCase()
    if (SIDES.has(word)) return fact(word)
    const people = word === 'me' ? [agentId] : names.ids('assignee', asked.value)
    if (people.length > 0) return fact(...people.map(plain))
    return fact('customer') && oneOf('contact_id', asked)
  }

  function onDay(operator: 'before' | 'after', value: string): boolean {
    const at = DAY.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
    if (Number.isNaN(at)) return false
    filter[operator] = new Date(at).toISOString()
    return true
  }

  const inLanguage = (word: string): boolean =>
    LANGUAGE.test(word) &&
    that(`(lower(c.locale) = ${bind(word)} or lower(c.locale) like ${bind(`${likely(word)}-%`)})`)

  const inState = (word: string): boolean =>
    (Object.hasOwn(IS, word) && that(IS[word]!)) ||
    (Status.safeParse(word).success && that(`c.status = ${bind(word)}`))

  /** False for a value the operator does not have. */
  function take(asked: AskedOperator): boolean {
    const { operator, value } = asked
    const word = value.toLowerCase()
    switch (operator) {
      case 'from':
        return writtenBy(asked)
      case 'in':
        return (word === 'note' || word === 'message') && fact(word)
      case 'has':
        return word === 'file' && fact('file')
      case 'is':
        return inState(word)
      case 'assignee':
        return word === 'me' ? that(`c.assignee_id = ${bind(agentId)}`) : oneOf('assignee_id', asked)
      case 'tag':
        return that(`c.tag_ids <> '{}' and c.tag_ids && ${known(operator, value)}`)
      case 'topic':
        return oneOf('topic_id', asked)
      case 'department':
        return oneOf('department_id', asked)
      case 'site':
        return oneOf('site_id', asked)
      case 'email':
        return oneOf('contact_id', asked)
      case 'channel':
        return Channel.safeParse(word).success && that(`c.channel = ${bind(word)}`)
      case 'priority':
        return Priority.safeParse(word).success && that(`c.priority = ${bind(word)}`)
      case 'lang':
        return inLanguage(word)
      case 'before':
      case 'after':
        return onDay(operator, value)
      case 'ref':
        return that(`c.reference = ${bind(value.toUpperCase())}`)
    }
  }

  for (const { operator, value } of operators) {
    if (take({ operator, value })) filter.understood.push({ operator, value })
    else filter.unknown.push(`${operator}:${value}`)
  }
  filter.narrow = conversation.length > 0
  // Spam is found by who asks for it.
  if (!operators.some(({ operator, value }) => operator === 'is' && value.toLowerCase() === 'spam'))
    conversation.push('c.spam_at is null')
  return filter
}

/** Without a meaning for `like`. */
export const likely = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
