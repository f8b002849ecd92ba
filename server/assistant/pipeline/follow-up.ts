// A short "and for Norway?" means nothing alone: it is searched together with what was asked before.

import type { Turn } from './asked.ts'
import { analyserOf } from './statement.ts'

const word = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu')
const first = (words: string): RegExp => new RegExp(`^(?:${words})(?![\\p{L}\\p{N}])`, 'iu')

/** How people go on, by language: one's "and" is another's "I" (Polish) or "my" (Italian and French). */
const GOES_ON: Record<string, RegExp> = {
  en: first('and|but|or|also|what about|how about|what if|same for'),
  de: first('und|aber|oder|auch|was ist mit|wie (?:ist|sieht) es (?:mit|bei)'),
  fr: first("et|mais|ou|aussi|qu['’]en est-il"),
  es: first('y|e|pero|o|también|qué tal'),
  nb: first('og|men|eller|hva med'),
  da: first('og|men|eller|hvad med'),
  sv: first('och|men|eller|vad gäller|hur är det med'),
  it: first('ed?|ma|anche|o'),
  nl: first('en|maar|of|ook|hoe zit het met'),
  pt: first('e|mas|ou|também'),
  pl: first('i|a|ale|oraz'),
  uk: first('а|і|й|та|але|або|як щодо'),
  tr: first('ve|ama|ya|peki'),
  fi: first('ja|entä|mutta|tai'),
  // Arabic and Hebrew write their "and" as part of the next word.
  he: /^(?:ו|אבל|ומה)(?![\p{L}\p{N}])|^ו(?:ל|מה|ב|עם|איך|מתי)/u,
  ar: /^(?:و|لكن|ماذا عن)(?![\p{L}\p{N}])|^و(?:ل|في|ماذا|هل|إلى|الى|من |كيف|متى|عن|بالنسبة)/u,
  ja: /^(?:では|じゃあ)/,
  zh: /^(?:那么|那麼|那)/,
}
/** Words that stand for what was said before, by language. */
const POINTS: Record<string, RegExp> = {
  en: word('it|that|this|they|them|those|these|there'),
  // Before a noun it is the article.
  de: /(?<!\p{L})(?:[Dd]as(?! \p{Lu})|[Dd]ies|[Dd]afür|[Dd]amit|[Dd]ort)(?!\p{L})/u,
  fr: word('ça|cela|y'),
  es: word('eso|esto|ello'),
  nb: word('det|dette|den'),
  da: word('det|dette|den'),
  sv: word('det|detta|den'),
  it: word('ciò|questo'),
  nl: word('dit|dat|daarvoor'),
  pt: word('isso|isto'),
  pl: word('to|tego'),
  tr: word('bu|şu|onu'),
  fi: word('se|sitä'),
}
const FEW = 2
const SHORT = 6
/** Words of a sentence: "how do I pay", and not "and for Norway". */
const SENTENCE = 4

export interface Resolved {
  /** What is searched for. */
  query: string
  /** Whether what was asked before is part of it. */
  joined: boolean
  /** Joined for its few telling words alone, and a whole sentence: it may be a question of its own. */
  mayStandAlone: boolean
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
  if (!earlier) return { query: question, joined: false, mayStandAlone: false }
  const text = question.trim()
  const terms = analyserOf(language).terms(text)
  const content = terms.filter(({ stop }) => !stop).length
  const goesOn = GOES_ON[language]?.test(text) ?? false
  const points = POINTS[language]?.test(text) ?? false
  const short = terms.length <= SHORT
  const leans = offered || (goesOn && content <= 4) || (short && content <= FEW && points)
  const joined = leans || content < FEW
  return {
    query: joined ? `${earlier}\n${question}` : question,
    joined,
    mayStandAlone: joined && !leans && content > 0 && terms.length >= SENTENCE,
  }
}
