// Tools as the core knows them: what a model may call now, and what calls came to. Results are data from outside and
// sources of an answer like any passage; what they are worth is checked like theirs.

import type { ActionCompleted } from '../../../sdk/protocol/assistant-event.ts'
import { wordsIn } from '../../platform/mail/mail-language.ts'
import { ACTION_TEXTS, type ActionTexts } from '../actions/action-texts.ts'
import type { ToolCall, ToolSpec } from '../model/language-model.ts'
import { withoutOrders } from './neutralise.ts'
import { type Redaction, redact } from './redact.ts'
import type { Passage } from './retrieval.ts'

export interface ToolResult {
  /** Of the call. */
  id: string
  /** The tool's name. */
  tool: string
  title: string
  effect: 'read' | 'write'
  side: 'server' | 'page'
  input: Record<string, unknown>
  outcome: ActionCompleted['outcome']
  text: string
  milliseconds: number
  /** The customer has not been told of it. */
  isNew: boolean
}

export interface Tooling {
  specs: readonly ToolSpec[]
  /** Oldest first. */
  results: readonly ToolResult[]
  /** What the model is told of its call; null: it is on its way, and the run ends here. */
  onCall(call: ToolCall): Promise<string | null>
  /** It was told what was wrong with a call, and did not mend it. */
  isLost(): boolean
}

/** What the customer is to be told next of a call; null: nothing, or what its text says. */
export function verdictOf(results: readonly ToolResult[]): 'declined' | 'expired' | 'failed' | 'told' | null {
  const last = results.findLast(({ isNew }) => isNew)
  if (!last) return null
  if (last.outcome === 'succeeded') return 'told'
  if (last.outcome === 'declined') return 'declined'
  // What a page does not say is not known, and no more than that.
  if (last.side === 'page' && last.effect === 'read') return null
  return last.outcome === 'expired' ? 'expired' : 'failed'
}

export function actionWords(key: keyof ActionTexts, language: string, { title }: ToolResult): string {
  return wordsIn(ACTION_TEXTS, language).words[key].replace('{title}', () => title)
}

/** JSON as lines of `name: value`, which reads better and cites better than brackets. */
function lines(value: unknown, name = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => lines(one, name))
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, one]) => lines(one, name ? `${name} ${key}` : key))
  return [name ? `${name}: ${String(value)}` : String(value)]
}

function readable(text: string): string {
  try {
    return lines(JSON.parse(text)).join('\n')
  } catch {
    return text
  }
}

/** Where nothing came back, or nothing but orders: a model has to see that it has asked. */
const NOTHING = { read: 'It reported nothing.', write: 'Done.' }

const CALLS = String.raw`\b(?:call|use|run|invoke|execute|trigger)\b[^.\n]{0,40}`

/** Without the lines and sentences that want a tool called. */
function withoutCalls(text: string, names: readonly string[]): string {
  if (names.length === 0) return text
  const order = new RegExp(`${CALLS}\\b(?:${names.join('|').replaceAll('_', '[_ ]?')})\\b`, 'i')
  return text
    .split(/(?<=[.!?]\s)|(?<=\n)/)
    .filter((sentence) => !order.test(sentence))
    .join('')
    .trim()
}

/**
 * Results as sources. Without a slug: there is no article to open, and a deed that is told of has been done.
 * @param names of the tools there are
 */
export function resultPassages(
  results: readonly ToolResult[],
  redaction: Redaction,
  names: readonly string[] = results.map(({ tool }) => tool),
): Passage[] {
  return results
    .filter(({ outcome }) => outcome === 'succeeded')
    .map(({ id, title, input, text, effect }) => ({
      slug: '',
      ...(effect === 'write' && { deed: true as const }),
      title,
      passage: id,
      heading: redact(lines(input).join(', '), redaction),
      // A source that gives orders backs nothing.
      text: withoutCalls(withoutOrders(redact(readable(text), redaction)), names) || NOTHING[effect],
      // Fields and figures, no sentences: held to its numbers and codes, whatever the answer's language.
      language: 'zxx',
    }))
}
