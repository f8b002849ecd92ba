// Numbers states give to people, told from other numbers by their own check digits. Where a number has none, or only a
// weak one, it must be written as such numbers are, or be named beside it.

export interface NationalId {
  pattern: RegExp
  /** Of what the pattern found, spaces and marks included. */
  holds: (found: string) => boolean
}

const digitsOf = (text: string): number[] => [...text.replace(/\D/g, '')].map(Number)
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * digits[at]!, 0)

export function luhn(text: string): boolean {
  const digits = digitsOf(text).reverse()
  const sum = digits.reduce((all, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit
    return all + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

/** A day of some year, as two digits each. */
const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12

const LETTERS_OF_DNI = 'TRWAGMYFPDXBNJZSQVHLCKE'
function dni(found: string): boolean {
  const text = found.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const number = Number(text.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))))
  return LETTERS_OF_DNI[number % 23] === text.at(-1)
}

/** Odd places of a codice fiscale: what 0–9 and A–Z count there. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
function codiceFiscale(found: string): boolean {
  const text = found.toUpperCase()
  const place = (sign: string): number => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65)
  const sum = [...text.slice(0, 15)].reduce(
    (all, sign, at) => all + (at % 2 === 0 ? ODD[place(sign)]! : place(sign)),
    0,
  )
  return String.fromCharCode(65 + (sum % 26)) === text[15]
}

const DIHEDRAL = Array.from({ length: 10 }, (_, a) =>
  Array.from({ length: 10 }, (_, b) =>
    a < 5 ? (b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5) : b < 5 ? ((a - b + 10) % 5) + 5 : (a - b + 5) % 5,
  ),
)
const PERMUTED = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]]
for (let row = 1; row < 8; row++)
  PERMUTED.push(PERMUTED[row - 1]!.map((_, at) => PERMUTED[row - 1]![[1, 5, 7, 6, 2, 8, 3, 0, 9, 4][at]!]!))
/** Verhoeff's check, of Aadhaar numbers. */
const verhoeff = (text: string): boolean =>
  digitsOf(text)
    .reverse()
    .reduce((check, digit, at) => DIHEDRAL[check]![PERMUTED[at % 8]![digit]!]!, 0) === 0

function cpf(found: string): boolean {
  const digits = digitsOf(found)
  if (new Set(digits).size === 1) return false
  return [9, 10].every((length) => {
    const sum = digits.slice(0, length).reduce((all, digit, at) => all + digit * (length + 1 - at), 0)
    return ((sum * 10) % 11) % 10 === digits[length]
  })
}

/** Eleven digits of a German tax number: ISO 7064 mod 11,10, and one digit twice or thrice among the first ten. */
function steuerId(found: string): boolean {
  const digits = digitsOf(found)
  if (digits[0] === 0) return false
  const most = Math.max(
    ...digits.slice(0, 10).map((digit) => digits.slice(0, 10).filter((other) => other === digit).length),
  )
  if (most < 2 || most > 3) return false
  let product = 10
  for (const digit of digits.slice(0, 10)) {
    const sum = (digit + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return (11 - product) % 10 === digits[10]
}

function fodselsnummer(found: string): boolean {
  const digits = digitsOf(found)
  if (!isDay((digits[0]! % 4) * 10 + digits[1]!, ((digits[2]! * 10 + digits[3]! - 1) % 40) + 1)) return false
  const check = (weights: number[], at: number): boolean => {
    const rest = (11 - (weighted(digits, weights) % 11)) % 11
    return rest === digits[at]
  }
  return check([3, 7, 6, 1, 8, 9, 4, 5, 2], 9) && check([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 10)
}

function pesel(found: string): boolean {
  const digits = digitsOf(found)
  const month = (digits[2]! * 10 + digits[3]!) % 20
  if (!isDay(digits[4]! * 10 + digits[5]!, month)) return false
  return (10 - (weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === digits[10]
}

function turkishId(found: string): boolean {
  const d = digitsOf(found)
  if (d[0] === 0) return false
  const odd = d[0]! + d[2]! + d[4]! + d[6]! + d[8]!
  const even = d[1]! + d[3]! + d[5]! + d[7]!
  const tenth = (((odd * 7 - even) % 10) + 10) % 10
  return tenth === d[9] && d.slice(0, 10).reduce((a, b) => a + b, 0) % 10 === d[10]
}

function hetu(found: string): boolean {
  const number = Number(found.slice(0, 6) + found.slice(7, 10))
  return '0123456789ABCDEFHJKLMNPRSTUVWXY'[number % 31] === found.at(-1)!.toUpperCase()
}

function chineseId(found: string): boolean {
  const sum = weighted(digitsOf(found.slice(0, 17)), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
  return '10X98765432'[sum % 11] === found.at(-1)!.toUpperCase()
}

const bsn = (found: string): boolean =>
  weighted(digitsOf(found.replace(/^\D+/, '')), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0

function nir(found: string): boolean {
  const text = found.replace(/\s/g, '').toUpperCase().replace('2A', '19').replace('2B', '18')
  return 97 - (Number(text.slice(0, 13)) % 97) === Number(text.slice(13))
}

function belgian(found: string): boolean {
  const text = found.replace(/\D/g, '')
  return [text.slice(0, 9), `2${text.slice(0, 9)}`].some(
    (number) => 97 - (Number(number) % 97) === Number(text.slice(9)),
  )
}

const swedish = (found: string): boolean => {
  const digits = found.replace(/\D/g, '').slice(-10)
  return isDay(Number(digits.slice(4, 6)) % 60, Number(digits.slice(2, 4))) && luhn(digits)
}

export const NATIONAL_IDS: readonly NationalId[] = [
  // United States; no check digit, so only as it is written
  { pattern: /\b(?!000|666|9)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}\b/g, holds: () => true },
  // Great Britain
  { pattern: /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gi, holds: () => true },
  // Spain
  { pattern: /\b(?:\d{8}|[XYZ]-?\d{7})[- ]?[A-Z]\b/gi, holds: dni },
  // Italy
  { pattern: /\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/gi, holds: codiceFiscale },
  // India
  { pattern: /\b[2-9]\d{3}([ -]?)\d{4}\1\d{4}\b/g, holds: verhoeff },
  // Brazil
  { pattern: /\b\d{3}\.?\d{3}\.?\d{3}-?\d{2}\b/g, holds: cpf },
  // Germany
  { pattern: /\b\d{2} ?\d{3} ?\d{3} ?\d{3}\b/g, holds: steuerId },
  // Norway, Poland, Turkey
  { pattern: /\b\d{6} ?\d{5}\b/g, holds: fodselsnummer },
  { pattern: /\b\d{11}\b/g, holds: (found) => pesel(found) || turkishId(found) },
  // Sweden
  { pattern: /\b(?:19|20)?\d{6}[-+]\d{4}\b|\b(?:19|20)\d{10}\b/g, holds: swedish },
  // Denmark; the day and the hyphen tell
  {
    pattern: /\b\d{6}-\d{4}\b/g,
    holds: (found) => isDay(Number(found.slice(0, 2)), Number(found.slice(2, 4))),
  },
  // Finland
  { pattern: /\b\d{6}[-+A-FYXWVU]\d{3}[0-9A-FHJ-NPR-Y]\b/gi, holds: hetu },
  // France
  { pattern: /\b[12] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}\b/gi, holds: nir },
  // Belgium
  { pattern: /\b\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}\b/g, holds: belgian },
  // China
  { pattern: /\b[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX]\b/gi, holds: chineseId },
  // The Netherlands: one number in eleven passes, so it must be named
  { pattern: /\b(?:bsn|burgerservicenummer|sofinummer)\D{0,12}\d{9}\b/gi, holds: bsn },
  // Others by name alone
  {
    pattern:
      /\b(?:ssn|social security(?: number)?|national insurance|passport(?: number| no)?|reisepass(?:nummer)?|ausweisnummer|personalausweis|passeport|pasaporte|paspoort|passnummer|nif|sin)\W{0,3}(?:is |number |nr\.? |no\.? )?(?=[A-Z\d-]*\d{4})[A-Z\d][A-Z\d-]{5,14}\b/gi,
    holds: () => true,
  },
]
