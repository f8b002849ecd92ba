// Which addresses a link may lead to. Anything this does not return stays text.

const SCHEMES = new Set(['http:', 'https:', 'mailto:'])
const MAX_LENGTH = 2000

const hostOf = (url: URL): string =>
  url.protocol === 'mailto:'
    ? url.pathname.slice(url.pathname.lastIndexOf('@') + 1).toLowerCase()
    : url.hostname

/** The address in normal form, or null unless it is absolute and http, https or mailto (and its host is listed). */
export function safeTarget(address: string, allowedHosts?: readonly string[]): string | null {
  if (address.length > MAX_LENGTH || !URL.canParse(address)) return null
  const url = new URL(address)
  // A name before the host ("https://bank.example@evil.example") only ever misleads.
  if (!SCHEMES.has(url.protocol) || url.username || url.password) return null
  if (allowedHosts && !allowedHosts.includes(hostOf(url))) return null
  return url.href
}
