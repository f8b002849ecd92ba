// Answer, ask back, or hand over: from how sure the passages make it, with the reasons. Knows no model.

import type { RunReason } from '../../../sdk/protocol/assistant-run.ts'
import { type Calibrate, calibrated, type Signals } from './answer-confidence.ts'
import type { Passage, Quoted, Retrieved } from './retrieval.ts'
import { analyserOf } from './statement.ts'

/** Two articles this close are about as likely. */
const EVEN = 0.94
/** Of a single word, such as "shipping", an article somewhat behind may be meant. */
const EVEN_BARE = 0.85
/** So few telling words leave open what is meant; a whole sentence seldom does, unless it fits nothing well. */
const FEW_WORDS = 2
const SOME_WORDS = 5
/** Surer than this it answers, however close the next article is. */
const SURE = 0.85
/** And so unsure it had better not offer subjects at all. */
const LOST = 0.35
const MOST_SUBJECTS = 3

export interface Decision {
  kind: 'answer' | 'clarify' | 'hand_over'
  confidence: number
  reasons: RunReason[]
  /** Titles to choose from, where it asks back. */
  subjects: string[]
}

export interface DecisionFacts {
  query: string
  language: string
  found: Retrieved
  quoted: Quoted
  floor: number
  /** Whether it may ask back now. */
  mayAsk: boolean
  calibrate?: Calibrate | undefined
}

/** The first passage of each article, best article first. */
function articlesOf(passages: readonly Passage[]): Passage[] {
  const firsts = passages.filter(({ slug }, at) => passages.findIndex((other) => other.slug === slug) === at)
  return firsts.sort((a, b) => (b.articleScore ?? 0) - (a.articleScore ?? 0))
}

/** Where only a sum is known, it stands for each of its parts. */
const UNKNOWN = (confidence: number) => ({
  article: confidence,
  passage: confidence,
  title: confidence,
  chars: confidence,
})

function signalsOf({ found, quoted }: Pick<DecisionFacts, 'found' | 'quoted'>): Signals {
  const [first, second] = articlesOf(found.passages)
  const best = first?.articleScore ?? 1
  const { article, passage, title, chars } = found.evidence ?? UNKNOWN(found.confidence)
  return {
    article,
    passage,
    title,
    chars,
    margin: second && best > 0 ? Math.max(0, 1 - (second.articleScore ?? 0) / best) : 1,
    coverage: quoted.coverage,
    kind: Number(quoted.isKind),
  }
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

export function decide(facts: DecisionFacts): Decision {
  const { query, language, found, floor, mayAsk, calibrate = calibrated } = facts
  const articles = articlesOf(found.passages)
  if (articles.length === 0)
    return {
      kind: 'hand_over',
      confidence: 0,
      reasons: [{ code: 'nothing_found', detail: 'No article speaks of it.' }],
      subjects: [],
    }
  const signals = signalsOf(facts)
  const confidence = calibrate(signals)
  const measured = `Search ${percent(found.confidence)}, ahead by ${percent(signals.margin)}, covers ${percent(signals.coverage)} of the question.`
  const words = new Set(
    analyserOf(language)
      .terms(query)
      .filter(({ stop }) => !stop)
      .map(({ term }) => term),
  )
  // One word, as typed into a search box, that many articles are about: however well it fits one of them.
  const isBare = words.size <= 1 && !/[?؟？]/.test(query)
  const even = articles.filter(
    ({ articleScore = 0 }) => articleScore >= (articles[0]!.articleScore ?? 0) * (isBare ? EVEN_BARE : EVEN),
  )
  const open =
    isBare || (words.size <= FEW_WORDS ? confidence < SURE : words.size <= SOME_WORDS && confidence < floor)
  if (mayAsk && even.length >= 2 && open && confidence >= LOST) {
    const subjects = even.slice(0, MOST_SUBJECTS).map(({ title }) => title)
    return {
      kind: 'clarify',
      confidence,
      subjects,
      reasons: [{ code: 'two_subjects', detail: `About as likely: ${subjects.join(' · ')}. ${measured}` }],
    }
  }
  if (confidence < floor)
    return {
      kind: 'hand_over',
      confidence,
      subjects: [],
      reasons: [
        {
          code: 'below_floor',
          detail: `${percent(confidence)} sure, the floor is ${percent(floor)}. ${measured}`,
        },
      ],
    }
  return {
    kind: 'answer',
    confidence,
    subjects: [],
    reasons: [
      { code: 'sure_enough', detail: `${percent(confidence)} sure: “${articles[0]!.title}”. ${measured}` },
    ],
  }
}
