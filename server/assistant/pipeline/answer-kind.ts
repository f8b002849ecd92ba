// Whether what would be quoted is of the kind that was asked for: a price to "how much is it?", a weight to "how heavy?".
// Words alone match an article that speaks of the thing and never says it.

import { amountsOf } from './statement.ts'

const MONEY = new Set(['eur', 'usd', 'gbp', 'crown', 'zloty', 'percent'])
const WEIGHT = new Set(['kg', 'gram'])

interface Kind {
  asks: RegExp
  units: ReadonlySet<string>
  /** Says it without a number. */
  words: RegExp
}

const KINDS: readonly Kind[] = [
  {
    asks: /\b(?:(?:what|how much) (?:does|do|is|are|will|would)\b.{0,50}\b(?:cost|price)\b|how much (?:is|are)\b|what(?:['’]s| is) the (?:price|cost)|price of)\b|\b(?:was|wie ?viel) kostet\b|\bwie teuer\b|\bcombien (?:coûte|ça coûte)|(?<!\p{L})(?:cuánto (?:cuesta|vale)|hva koster|hvad koster|vad kostar|quanto costa|wat kost|quanto custa|ile kosztuje|скільки коштує|ne kadar tutar|fiyatı|paljonko maksaa)(?!\p{L})|いくら|多少钱|多少錢|كم (?:سعر|ثمن|تكلفة|رسوم)|כמה עולה/iu,
    units: MONEY,
    words:
      /\b(?:free|nothing|no charge|kostenlos|gratis|umsonst|gratuite?s?|grátis|gratuit[oi]|bezpłatn\p{L}*|ücretsiz|ilmai\p{L}*)\b|безкоштовн|無料|免费|免費|مجان|חינם/iu,
  },
  {
    asks: /\b(?:how heavy|how much does .{0,40}weigh|what does .{0,40}weigh|weight of|in grams)\b|\bwie schwer\b|(?<!\p{L})(?:combien pèse|cuánto pesa|hvor tung|hvor mye veier|hvad vejer|vad väger|quanto pesa|hoe zwaar|ile waży|скільки важить|kaç gram|paljonko painaa)(?!\p{L})|何グラム|多重|كم (?:وزن|يزن)|כמה שוקל/iu,
    units: WEIGHT,
    words: /$^/,
  },
]

/** False where a price or a weight is asked for and nothing of the kind is said. */
export function answersInKind(question: string, quoted: string): boolean {
  const amounts = amountsOf(quoted)
  return KINDS.every(
    ({ asks, units, words }) =>
      !asks.test(question) ||
      words.test(quoted) ||
      amounts.some(({ unit }) => unit !== null && units.has(unit)),
  )
}
