// A page of the owner's site, as the customer's browser named it: only a web address becomes a link.

import { html } from 'lit'

/** Without a title it is called by its path. */
export function pageLink({ url, title }: { url: string; title: string }) {
  const text = title || pathOf(url)
  return /^https?:\/\//i.test(url)
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}</a>`
    : text
}

/** Which page it was, without the site's own address. */
export function pathOf(url: string): string {
  const parsed = URL.parse(url)
  return parsed ? parsed.pathname + parsed.search : url
}
