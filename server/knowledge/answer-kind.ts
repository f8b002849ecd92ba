// What kind of answer a question wants: a price, a weight, some number. A text without one does not answer it, however
// many of its words it has.

export type AnswerKind = 'price' | 'weight' | 'amount'

/** The first that fits counts. Folded to lower case; languages of the widget that ask so in plain words. */
const ASKED: readonly [kind: AnswerKind, pattern: RegExp][] = [
  [
    'weight',
    /\bhow heavy\b|\bweigh(s|t)?\b|\bin grams\b|\bwie schwer\b|\bgewicht\b|\bcombien pèse\b|\bcuánto pesa\b|\bhva veier\b/,
  ],
  [
    'price',
    /\b(how much|what) (is|are|does|do|would|will)\b.*\b(cost|costs|price|postage|shipping|delivery|fee|charge)\b|\b(price|cost|costs) (of|for|to)\b|\bhow expensive\b|\bhow much (is|are|does)\b|\bpostage (to|price)\b|\bwas kostet\b|\bwie teuer\b|\bporto nach\b|\bcombien (ça )?co[uû]te\b|\bcu[aá]nto cuesta\b|\bquanto costa\b|\bhva koster\b|\bvad kostar\b|\bhvad koster\b|\bwat kost\b|كم (سعر|تكلفة|يكلف|أجرة|رسوم|تبلغ)/,
  ],
  [
    'amount',
    /\bhow (long|many|wide|deep|far|tight|soon|old|big)\b|\bup to how much\b|\bwhat torque\b|\bnewton met|\buntil when\b|\bwie (lange|viele|breit|tief|fest|weit)\b|\bcombien (de|d['’])|\bcu[aá]nt[oa]s?\b|\bhvor (lang|lenge|mange|bred|dyp)\b|كم (يوم|مدة|عدد|ساعة)/,
  ],
]

const NUMBER =
  /\p{Nd}|\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|ein|eine|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\b/iu

const HOLDS: Record<AnswerKind, RegExp> = {
  price: /[€$£¥₺₴₪]|\b(eur|usd|gbp|nok|sek|dkk|kr|free|kostenlos|gratis|gratuit)\b|مجان|%|\p{Nd}\s?دينار/iu,
  weight: /\p{Nd}\s?(g|kg|gram|grams|gramm|kilo)\b/iu,
  amount: NUMBER,
}

/** Null where any text may answer. */
export function answerKind(question: string): AnswerKind | null {
  const text = question.toLowerCase().normalize('NFC')
  return ASKED.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

export const isOfKind = (kind: AnswerKind, text: string): boolean => HOLDS[kind].test(text)
