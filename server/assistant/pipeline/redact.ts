// What a model never sees: card numbers, IBANs, numbers of identity, phone numbers, e-mail addresses, as the owner has
// it. The agent still does. Order numbers stay readable: what has a check digit must pass it.

import type { AssistantSettings } from '../../../sdk/protocol/assistant-settings.ts'
import { luhn, NATIONAL_IDS } from './national-ids.ts'
import { plainDigits, withoutHidden } from './plain-signs.ts'

export type Redaction = AssistantSettings['redact']

interface Rule {
  kind: keyof Redaction
  pattern: RegExp
  mark: string
  holds?: (found: string) => boolean
}

/** ISO 13616: the check of IBANs. */
function mod97(found: string): boolean {
  const text = found.replace(/[^A-Z0-9]/gi, '').toUpperCase()
  if (text.length < 15 || text.length > 34) return false
  const moved = text.slice(4) + text.slice(0, 4)
  let rest = 0
  for (const sign of moved) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** The IBAN at the head of what was found, which may run on into the next word. */
function ibanIn(found: string): string | null {
  for (let end = found.length; end >= 15; end--)
    if (/[A-Z0-9]$/i.test(found.slice(0, end)) && mod97(found.slice(0, end))) return found.slice(0, end)
  return null
}

/** Stands between texts that are looked through as one, and is left where it stood (a sign for private use). */
const NEXT_TEXT = '\uE01E'
const DIGITS = /(?<![\d+])\d(?:[ ._/·\n\uE01E-]{0,3}\d)+(?!\d)/g
/** First digits that card networks use (ISO/IEC 7812). */
const CARD = /^(?:3[0-9]|4|5|6|2[2-7])\d+$/

/** No card has more digits. */
const MOST_GROUPS = 19

/** Behind other signs than a space or a hyphen only groups such as cards have: lists of order numbers stay. */
function isGroupedAsCards(found: string): boolean {
  if (!/[^\d -]|[ -]{2}/.test(found.trim())) return true
  const lengths = (found.match(/\d+/g) ?? []).map(({ length }) => length)
  const [first = 0, ...others] = lengths
  if (first === 4 && others[0] === 6 && lengths.length === 3) return true
  return [1, 2, 4, 8].includes(first) && others.slice(0, -1).every((length) => length === first)
}

/** Card numbers among groups of digits, which may stand beside other numbers. */
function withoutCards(run: string): string {
  const groups = run.split(/(?<=\D)(?=\d)/)
  for (let from = 0; from < groups.length; from++)
    for (let to = Math.min(groups.length, from + MOST_GROUPS); to > from; to--) {
      const found = groups.slice(from, to).join('')
      const digits = found.replace(/\D/g, '')
      if (digits.length < 13 || digits.length > 19 || !CARD.test(digits) || !luhn(digits)) continue
      if (!isGroupedAsCards(found)) continue
      const end = /[^\d\uE01E]+$/.exec(found)?.[0] ?? ''
      const after = groups.slice(to).join('')
      return `${groups.slice(0, from).join('')}[card number]${bordersIn(found)}${end}${after && withoutCards(after)}`
    }
  return run
}

const bordersIn = (found: string): string => found.replace(/[^\uE01E]/g, '')

const RULES: readonly Rule[] = [
  {
    kind: 'emails',
    pattern:
      /[\p{L}\p{N}._%+-]+(?:[@＠]|%40| ?\[at\] ?| ?\(at\) ?)[\p{L}\p{N}-]+(?:(?:\.| ?\[dot\] ?| ?\(dot\) ?)[\p{L}\p{N}-]+)+/giu,
    mark: '[e-mail]',
  },
  ...NATIONAL_IDS.map(
    ({ pattern, holds }): Rule => ({
      kind: 'national_ids',
      pattern,
      mark: '[number of identity]',
      holds,
    }),
  ),
  {
    kind: 'phones',
    pattern: /(?<![\w-])(?:\+|00)\d(?:[ ()./-]{0,2}\d){7,13}(?!\w)/g,
    mark: '[phone number]',
  },
  // As they are written at home: a zero in front, or an area code in brackets.
  {
    kind: 'phones',
    pattern: /(?<![\w.,-])(?:\(0\d{1,4}\)|0\d{1,4})[ /-]\d{2,8}(?:[ /-]?\d{2,4}){0,4}(?![\w-])/g,
    mark: '[phone number]',
    holds: (found) => /^\d{9,12}$/.test(found.replace(/\D/g, '')),
  },
  {
    kind: 'phones',
    pattern: /(?<![\w-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?![\w-])/g,
    mark: '[phone number]',
  },
]
const IBAN = /\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}/gi

const ALL: Redaction = { cards: true, ibans: true, national_ids: true, phones: true, emails: true }

/** Figures, spaces and dashes in the one way the patterns know. */
const inPlainSigns = (text: string): string =>
  plainDigits(withoutHidden(text))
    .replace(/[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/(?<=\d *)[\u2010-\u2015\u2212\uFF0D](?= *\d)/g, '-')

/** @param as  what stands in the place of a finding; its kind's mark unless somebody wants to bring it back */
export function redact(
  text: string,
  what: Redaction = ALL,
  as: (mark: string, found: string) => string = (mark) => mark,
): string {
  let kept = inPlainSigns(text)
  if (what.ibans)
    kept = kept.replace(IBAN, (found) => {
      const iban = ibanIn(found)
      return iban ? `${as('[IBAN]', iban)}${found.slice(iban.length)}` : found
    })
  if (what.cards) kept = kept.replace(DIGITS, withoutCards)
  for (const { kind, pattern, mark, holds } of RULES)
    if (what[kind])
      kept = kept.replace(pattern, (found) =>
        !holds || holds(found) ? as(mark, found) + bordersIn(found) : found,
      )
  return kept
}

/** Texts of one writer: a number does not come through because it was sent in two pieces. */
export const redactEach = (texts: readonly string[], what: Redaction = ALL): string[] =>
  redact(texts.map((text) => text.replaceAll(NEXT_TEXT, ' ')).join(NEXT_TEXT), what).split(NEXT_TEXT)

/** An address of a page: what may identify somebody in it goes, and so does all that is not its place. */
export function redactUrl(url: string, what: Redaction = ALL): string {
  if (!URL.canParse(url)) return ''
  const { origin, pathname } = new URL(url)
  let place = pathname
  try {
    place = decodeURIComponent(pathname)
  } catch {
    // Not encoded as it should be: shown as it is.
  }
  return origin === 'null' ? '' : redact(`${origin}${place}`, what).slice(0, 300)
}
