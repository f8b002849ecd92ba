// The gate each sentence of a model passes: what is not backed, not safe or not its to say is never shown, not even
// while streaming. Sources are counted in the order they are used.

import type { WithheldSentence } from '../../../sdk/protocol/assistant-run.ts'
import type { Citation } from '../../../sdk/protocol/citation.ts'
import { storable } from '../../../sdk/protocol/plain-text.ts'
import { cutText } from '../../platform/cut-text.ts'
import type { Draft } from './draft.ts'
import { isFalsePromise } from './false-promise.ts'
import { asRead, withoutHidden } from './plain-signs.ts'
import { isProfane } from './profanity.ts'
import { HAND_OVER } from './prompt.ts'
import type { Passage } from './retrieval.ts'
import { type LinkRules, sanitised } from './sanitise.ts'
import { holdsSecret } from './secrets.ts'
import { unsupported } from './support-check.ts'

const MARKS = /\s*\[(\d+(?:\s*,\s*\d+)*)\]/g
const LONGEST_QUOTE = 300

const citationOf = ({ slug, title, passage, text }: Passage): Citation => ({
  slug,
  title,
  passage,
  quote: text.length > LONGEST_QUOTE ? `${cutText(text, LONGEST_QUOTE - 1)}…` : text,
})

export interface GateOptions {
  passages: readonly Passage[]
  /** The answer's. */
  language: string
  /** Hosts it may link to. */
  hosts: readonly string[]
  /** Words of the owner's it must not write. */
  profanity: readonly string[]
  /** Names that need no source. */
  known: readonly string[]
  /** Whether a sentence gives its instructions away. */
  leaks: (sentence: string) => boolean
}

export function createSentenceGate(options: GateOptions) {
  const { passages, language, known, hosts, profanity, leaks } = options
  const links: LinkRules = { hosts, sources: passages.map(({ text }) => text).join('\n') }
  let cited: Passage[] = []
  let withheld: WithheldSentence[] = []
  let body = ''
  let handedOver = false

  const sourcesOf = (marks: string): Passage[] =>
    marks
      .split(',')
      .map((number) => passages[Number(number) - 1])
      .filter((passage) => passage !== undefined)

  function numberOf(passage: Passage): number {
    const known = cited.indexOf(passage)
    return known >= 0 ? known + 1 : cited.push(passage)
  }

  /** Why it may not be said. */
  function fault(shown: string, sources: readonly Passage[]): string | null {
    const sentence = asRead(shown)
    if (holdsSecret(sentence)) return 'secret'
    if (leaks(sentence)) return 'instructions'
    if (isProfane(sentence, profanity)) return 'profanity'
    if (isFalsePromise(sentence, sources, language)) return 'promise'
    return unsupported(sentence, sources, { language, known })
  }

  return {
    /** What of a sentence may be shown, with its final numbers; empty when nothing may. */
    take(written: string): string {
      const sentence = withoutHidden(written)
      if (handedOver || sentence.includes(HAND_OVER)) {
        handedOver = true
        return ''
      }
      const sources = [...sentence.matchAll(MARKS)].flatMap(([, list]) => sourcesOf(list!))
      const safe = sanitised(sentence, links)
      const why = safe === null ? 'link' : fault(safe, sources)
      if (safe === null || why !== null) {
        withheld.push({ sentence: sentence.trim(), why: why ?? 'link' })
        return ''
      }
      const text = safe.replace(MARKS, (_, list: string) => {
        // A tool's result is a source, but none that could be opened.
        const articles = sourcesOf(list).filter(({ slug }) => slug !== '')
        const numbers = articles.map((passage) => `[${numberOf(passage)}]`)
        return numbers.length > 0 ? ` ${numbers.join('')}` : ''
      })
      body += text
      return text
    },
    /** Another try begins: what was said is void. */
    restart(): void {
      cited = []
      withheld = []
      body = ''
      handedOver = false
    },
    /** Null when the model handed over, or nothing it wrote came through. */
    draft(): Draft | null {
      if (handedOver || !body.trim()) return null
      return { body: storable(body.trim()), citations: cited.map(citationOf), answer: 'model' }
    },
    withheld: (): readonly WithheldSentence[] => withheld,
    handedOver: (): boolean => handedOver,
  }
}

export type SentenceGate = ReturnType<typeof createSentenceGate>
