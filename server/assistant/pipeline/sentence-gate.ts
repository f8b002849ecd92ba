// The gate each sentence of a model passes: what is not backed, not safe or not its to say is never shown, not even
// while streaming. Sources are counted in the order they are used.

import type { WithheldSentence } from '../../../sdk/protocol/assistant-run.ts'
import type { Citation } from '../../../sdk/protocol/citation.ts'
import { storable } from '../../../sdk/protocol/plain-text.ts'
import { cutText } from '../../platform/cut-text.ts'
import { plainMarks } from './citation-marks.ts'
import type { Draft } from './draft.ts'
import { isFalsePromise } from './false-promise.ts'
import { createLikenessOnce } from './likeness-once.ts'
import { asRead, withoutHidden } from './plain-signs.ts'
import { isProfane } from './profanity.ts'
import { HAND_OVER } from './prompt.ts'
import type { Passage } from './retrieval.ts'
import { type LinkRules, sanitised } from './sanitise.ts'
import { holdsSecret } from './secrets.ts'
import { analyserOf } from './statement.ts'
import { unsupported } from './support-check.ts'

const MARKS = /\s*\[(\d+(?:\s*,\s*\d+)*)\]/g
const LONGEST_QUOTE = 300
/** A sentence without a mark is backed by the one its paragraph has later, if so much of it stands there. */
const NEARLY = 0.6
/** Telling words without which nothing is told apart: "Here is how:". */
const TELLING = 3
const ROW = /^(\s*)\|(.*)\|(\s*)$/
const RULE = /^[\s|:-]+$/

const citationOf = ({ slug, title, passage, text }: Passage): Citation => ({
  slug,
  title,
  passage,
  quote: text.length > LONGEST_QUOTE ? `${cutText(text, LONGEST_QUOTE - 1)}…` : text,
})

const textOf = ({ title, heading, text }: Passage): string => `${title}\n${heading}\n${text}`

/** A table comes line by line, and each stands alone: its rows as items of a list. */
function asLine(text: string): string {
  const [, before = '', cells = '', after = ''] = ROW.exec(text) ?? []
  if (!cells || RULE.test(cells)) return text
  const row = cells.split('|').map((cell) => cell.trim())
  return `${before}- ${row.filter(Boolean).join(' · ')}${after}`
}

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
  /** Of this paragraph, without a mark so far. */
  let open: string[] = []

  const sourcesOf = (marks: string): Passage[] =>
    marks
      .split(',')
      .map((number) => passages[Number(number) - 1])
      .filter((passage) => passage !== undefined)

  function numberOf(passage: Passage): number {
    const known = cited.indexOf(passage)
    return known >= 0 ? known + 1 : cited.push(passage)
  }

  /** Whether a sentence says enough to be known again, and stands in the sources nearly as it is. */
  function standsIn(sentence: string, sources: readonly Passage[]): boolean {
    const telling = analyserOf(language)
      .terms(sentence)
      .filter(({ stop }) => !stop)
    const text = sources.map(textOf).join('\n')
    return telling.length >= TELLING && createLikenessOnce(language).within(sentence, text) >= NEARLY
  }

  /** With the numbers the customer sees. A tool's result is a source, but none that could be opened. */
  const numbered = (sentence: string): string =>
    sentence.replace(MARKS, (_, list: string) => {
      const articles = sourcesOf(list).filter(({ slug }) => slug !== '')
      const numbers = articles.map((passage) => `[${numberOf(passage)}]`)
      return numbers.length > 0 ? ` ${numbers.join('')}` : ''
    })

  /** Nothing comes any more that would back them. */
  function giveUpOpen(): void {
    for (const sentence of open.splice(0)) withheld.push({ sentence: sentence.trim(), why: 'no_source' })
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
      const sentence = asLine(plainMarks(withoutHidden(written)))
      if (handedOver || sentence.includes(HAND_OVER)) {
        handedOver = true
        return ''
      }
      const marks = [...sentence.matchAll(MARKS)]
      if (marks.length === 0) {
        open.push(sentence)
        if (/\n\s*$/.test(sentence)) giveUpOpen()
        return ''
      }
      const sources = marks.flatMap(([, list]) => sourcesOf(list!))
      const safe = sanitised(sentence, links)
      const why = safe === null ? 'link' : fault(safe, sources)
      if (safe === null || why !== null) {
        giveUpOpen()
        withheld.push({ sentence: sentence.trim(), why: why ?? 'link' })
        return ''
      }
      // A paragraph's mark is meant for what stands before it, too.
      const list = marks.map(([, numbers]) => numbers).join(', ')
      const before = open.splice(0).map((one) => {
        const clean = sanitised(one, links)
        if (clean !== null && standsIn(clean, sources) && fault(clean, sources) === null)
          return clean.replace(/\s*$/, (end) => ` [${list}]${end}`)
        withheld.push({ sentence: one.trim(), why: 'no_source' })
        return ''
      })
      const text = [...before, safe].map(numbered).join('')
      body += text
      return text
    },
    /** Another try begins: what was said is void. */
    restart(): void {
      cited = []
      withheld = []
      open = []
      body = ''
      handedOver = false
    },
    /** Null when the model handed over, or nothing it wrote came through. */
    draft(): Draft | null {
      if (handedOver || !body.trim()) return null
      return { body: storable(body.trim()), citations: cited.map(citationOf), answer: 'model' }
    },
    /** Asked for when all is written. */
    withheld(): readonly WithheldSentence[] {
      giveUpOpen()
      return withheld
    },
    handedOver: (): boolean => handedOver,
  }
}

export type SentenceGate = ReturnType<typeof createSentenceGate>
