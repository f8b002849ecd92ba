// The address of a page as it is kept: enough to find the page again, nothing that lets anybody in or names somebody.

/** Names of query values that are not kept, whatever they hold. */
const SECRET_NAME =
  /token|secret|passw|pwd|auth|session|sid$|^sig|signature|key$|code$|otp|nonce|state$|jwt|e?mail|phone|^name$|user|magic|invite|reset|gclid|fbclid|msclkid/i

/** An e-mail address, a signed token, or twenty and more letters and digits in one run. */
function looksSecret(text: string): boolean {
  if (text.includes('@') || /^ey[\w-]+\.[\w-]+\./.test(text)) return true
  if (/^[\w-]{32,}$/.test(text) && /\d/.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text)) return true
  return (text.match(/[A-Za-z0-9]{20,}/g) ?? []).some((run) => /\d/.test(run) && /[A-Za-z]/.test(run))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Null where it is no page of the web. */
export function keptAddress(address: string): string | null {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  url.hash = ''
  url.username = ''
  url.password = ''
  for (const [name, value] of [...url.searchParams])
    if (SECRET_NAME.test(name) || looksSecret(name) || looksSecret(value)) url.searchParams.delete(name)
  url.pathname = url.pathname
    .split('/')
    .map((part) => (looksSecret(decoded(part)) ? '…' : part))
    .join('/')
  return url.href
}
