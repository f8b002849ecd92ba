// An origin as an owner types it, made exact: what a browser will send, and nothing more.

import { Problem } from '../problem.ts'

/**
 * `HTTPS://Shop.Example:443/` → `https://shop.example`. A path, query or wildcard is refused rather than cut:
 * whoever wrote it expects it to mean something.
 * @throws Problem `invalid-request`
 */
export function exactOrigin(input: string, pointer = '/origins'): string {
  const refuse = (detail: string): never => {
    throw new Problem('invalid-request', detail, { errors: [{ pointer, detail }] })
  }
  const text = input.trim()
  if (!URL.canParse(text))
    return refuse(`${text.slice(0, 100)} is not an origin such as https://shop.example.`)
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refuse('An origin begins with https:// or http://.')
  if (url.hostname.includes('*')) return refuse('Name each origin; there are no wildcards.')
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password)
    return refuse(`Write only ${url.origin}.`)
  return url.origin
}
