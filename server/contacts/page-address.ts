// The address of a page as it is kept: enough to find the page again, nothing that lets anybody in or names somebody.

import { VISIT_LIMITS } from '../../sdk/protocol/visit.ts'

/** Names of query values that are not kept, whatever they hold. */
const SECRET_NAME =
  /token|secret|passw|pwd|auth|session|sid$|^sig|signature|key$|code$|otp|nonce|state$|jwt|e?mail|phone|^name$|user|magic|invite|reset|gclid|fbclid|msclkid/i
/** The same inside a value or a part of the path: another address, JSON, `;jsessionid=…`. */
const SECRET_INSIDE =
  /(?:token|secret|passw|pwd|auth|session|sid|sig|key|code|otp|nonce|jwt|mail|phone|magic|invite|reset)\w{0,20}["']?\s?[=:]/i
/** What comes behind such a part of a path, and has a digit, opens something. */
const OPENER =
  /(?:^|[-_.])(?:reset|verify|verification|confirm|activate|token|magic-?link|invite|invitation|password|unsubscribe|otp)$/i

/** An e-mail address, a phone number, a signed token, or twenty and more letters and digits in one run. */
function looksSecret(text: string): boolean {
  if (text.includes('@') || /\+\d{8,}/.test(text) || SECRET_INSIDE.test(text)) return true
  if (/(?<![\w-])ey[\w-]+\.[\w-]+\./.test(text)) return true
  if (/^[\w-]{32,}$/.test(text) && /\d/.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text)) return true
  return (text.match(/[A-Za-z0-9]{20,}/g) ?? []).some((run) => /\d/.test(run) && /[A-Za-z]/.test(run))
}

/** Its ASCII, however often it was encoded; a `%` that encodes nothing hides nothing. */
function decoded(text: string): string {
  let now = text
  for (let times = 0; times < 3; times++)
    now = now.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return now
}

function keptPart(part: string, at: number, all: readonly string[]): string {
  const opens = OPENER.test(all[at - 1] ?? '') && /^[\w-]{6,}$/.test(part) && /\d/.test(part)
  if (!opens && !looksSecret(decoded(part))) return part
  const [head = ''] = part.split(';')
  return opens || looksSecret(decoded(head)) ? '…' : head
}

/** Null where it is no page of the web. */
export function keptAddress(address: string): string | null {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  url.hash = ''
  url.username = ''
  url.password = ''
  for (const [name, value] of [...url.searchParams]) {
    const called = decoded(name)
    if (SECRET_NAME.test(called) || looksSecret(called) || looksSecret(decoded(value)))
      url.searchParams.delete(name)
  }
  url.pathname = url.pathname.split('/').map(keptPart).join('/')
  // Other scripts than Latin are nine times as long in an address.
  if (url.href.length > VISIT_LIMITS.url) url.search = ''
  return url.href.length > VISIT_LIMITS.url ? `${url.origin}/` : url.href
}
