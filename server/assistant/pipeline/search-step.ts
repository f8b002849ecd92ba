// What the articles have on a question: as it was asked, and where a story stands around it, by what is asked in it.

import type { Asked } from './asked.ts'
import { languageOf } from './language.ts'
import { withoutOrders } from './neutralise.ts'
import { questionIn, withoutMarks } from './question-in.ts'
import type { Passage, Quoted, Retrieval, Retrieved } from './retrieval.ts'
import { rightLanguage } from './right-language.ts'

const PASSAGES = 6

export interface Searched {
  found: Retrieved
  passages: Passage[]
  /** Their language, where it is not the customer's. */
  foreign: string | null
  quoted: Quoted
}

/** @param query  redacted */
export async function searchFor(
  retrieval: Retrieval,
  asked: Asked,
  { query, language }: { query: string; language: string },
): Promise<Searched> {
  const options = {
    siteId: asked.site.id,
    // The page's own way of a language where it is the one that was written.
    locale: languageOf(asked.locale) === language ? asked.locale : language,
    limit: PASSAGES,
  }
  const look = (text: string) => retrieval.retrieve(asked.workspaceId, text, options)
  const whole = withoutMarks(query)
  const core = questionIn(whole)
  const [all, within] = await Promise.all([look(whole), core === null ? null : look(core)])
  const better = within !== null && within.confidence > all.confidence
  const found = better ? within : all
  const harmless = found.passages
    .map((passage) => ({
      ...passage,
      heading: withoutOrders(passage.heading),
      text: withoutOrders(passage.text),
    }))
    // A title stands over all of an article, and is a source as well.
    .filter(({ title, text }) => text !== '' && withoutOrders(title) === title)
  const { passages, foreign } = rightLanguage(harmless, language)
  return { found, passages, foreign, quoted: retrieval.quotes(better ? core! : whole, passages) }
}
