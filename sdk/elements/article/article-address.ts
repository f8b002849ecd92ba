// The address that opens an article on the page the widget stands on: `…#deskbell/article/<slug>`.

/** Null where the page keeps its own route behind the `#`, or has no address one could send. */
export function articleLinkOf(slug: string, { href, hash, protocol }: Location): string | null {
  if (!/^https?:$/.test(protocol) || /^#[!/]/.test(hash)) return null
  return `${href.split('#')[0]}#deskbell/article/${encodeURIComponent(slug)}`
}
