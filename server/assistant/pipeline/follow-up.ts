// A short "and for Norway?" means nothing alone: it is searched together with what was asked before.

import type { Turn } from './asked.ts'
import { analyserOf } from './statement.ts'

/** How people go on, in the widget's languages. */
const GOES_ON =
  /^(?:and|but|or|also|what about|how about|what if|same for|und|aber|oder|auch|was ist mit|wie (?:ist|sieht) es (?:mit|bei)|et|mais|ou|aussi|qu['’]en est-il|y|e|pero|o|también|qué tal|og|men|eller|hva med|hvad med|ed?|ma|anche|en|maar|of|ook|och|vad gäller|hur är det med|mas|também|i|ale|a co|а|і|й|або|як щодо|ve|ama|ya|peki|ja|entä|mutta|ו|אבל|ומה|و|لكن|ماذا عن|では|じゃあ|那|那么|那麼)(?![\p{L}\p{N}])/iu
/** Arabic and Hebrew write their "and" as part of the next word. */
const STUCK = /^و(?:ل|في|ماذا|هل|إلى|الى|من |كيف|متى|عن|بالنسبة)|^ו(?:ל|מה|ב|עם|איך|מתי)/u
/** Words that stand for what was said before. */
const POINTS =
  /\b(?:it|that|this|they|them|those|these|there|das|dies|dafür|damit|dort|ça|cela|y|eso|esto|ello|det|dette|den|dit|dat|daarvoor|ciò|questo|isso|isto|to|tego|bu|şu|onu|se|sitä)\b/iu
const FEW = 2
const SHORT = 6

export interface Resolved {
  /** What is searched for. */
  query: string
  /** Whether what was asked before is part of it. */
  joined: boolean
}

/**
 * @param question  what is asked now
 * @param before  the turns until then
 * @param offered  the last of them offered choices, of which this may be one
 */
export function resolveFollowUp(
  question: string,
  before: readonly Turn[],
  { language, offered }: { language: string; offered: boolean },
): Resolved {
  // What got no reply was stopped, or taken back: it is not asked any more.
  const replied = before.findLastIndex(({ by }) => by !== 'customer')
  const earlier = before
    .slice(0, Math.max(0, replied))
    .findLast(({ by, body }) => by === 'customer' && body.trim())?.body
  if (!earlier) return { query: question, joined: false }
  const text = question.trim()
  const terms = analyserOf(language).terms(text)
  const content = terms.filter(({ stop }) => !stop).length
  const goesOn = GOES_ON.test(text) || STUCK.test(text)
  const short = terms.length <= SHORT
  const joined =
    offered || (goesOn && content <= 4) || content < FEW || (short && content <= FEW && POINTS.test(text))
  return joined ? { query: `${earlier}\n${question}`, joined } : { query: question, joined }
}
