// What a machine wrote, made safe to show: no HTML, no images, links only to allowed hosts and only those that stand
// in the sources. The renderer allows no more either; this keeps a customer from reading what it would drop.

const IMAGE = /!\[([^\]]*)\]\([^)]*\)/g
const LINK = /\[([^\]]*)\]\(\s*<?([^)\s>]*)>?(?:\s+["'][^)]*["'])?\s*\)/g
const BARE = /(?:https?:\/\/|www\.)[^\s<>)\]"'”’]+/gi
const TAG = /<\/?[a-z!?][^>]*>?/gi

export interface LinkRules {
  /** Exact, or a suffix of the host behind a dot. */
  hosts: readonly string[]
  /** All the text it may have them from. */
  sources: string
}

/** A host's subdomains are its owner's, too. */
function isAllowedLink(url: string, { hosts, sources }: LinkRules): boolean {
  const given = url.startsWith('www.') ? `https://${url}` : url
  if (!URL.canParse(given)) return false
  const { protocol, hostname, username, password } = new URL(given)
  if (!/^https?:$/.test(protocol) || username || password) return false
  if (!hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))) return false
  return sources.includes(url.replace(/[.,;:!?]+$/, ''))
}

/** Null when an address is left that may not be shown, so that the whole sentence goes. */
export function sanitised(text: string, rules: LinkRules): string | null {
  const plain = text
    .replace(IMAGE, '$1')
    .replace(LINK, (whole, label: string, url: string) =>
      isAllowedLink(url, rules) ? whole : label.replace(BARE, '').trim(),
    )
    .replace(TAG, (tag) => (/^<https?:/i.test(tag) ? tag.slice(1, -1) : ''))
  const bare = plain.replace(LINK, '').match(BARE) ?? []
  return bare.every((url) => isAllowedLink(url, rules)) ? plain : null
}
