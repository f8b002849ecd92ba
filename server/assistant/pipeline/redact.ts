// What a model never sees: card numbers, IBANs, e-mail addresses, phone numbers. The agent still does.

const luhn = (digits: string): boolean => {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const RULES: readonly [pattern: RegExp, mark: string, holds?: (found: string) => boolean][] = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]'],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g, '[IBAN]'],
  // Only digits that pass the check of card numbers (ISO/IEC 7812): order numbers stay readable.
  [/\b\d(?:[ -]?\d){12,18}\b/g, '[card number]', (found) => luhn(found.replace(/\D/g, ''))],
  [/(?<![\w-])(?:\+|00)\d(?:[ ()./-]{0,2}\d){7,13}(?!\w)/g, '[phone number]'],
]

export function redact(text: string): string {
  return RULES.reduce(
    (kept, [pattern, mark, holds]) =>
      kept.replace(pattern, (found) => (!holds || holds(found) ? mark : found)),
    text,
  )
}
