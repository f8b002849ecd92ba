// The page whose cost is measured: a heading, a paragraph, and the tag or not. On an origin of its own, as a customer's.

import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HostPage {
  blank: string
  tagged: string
  close(): Promise<void>
}

/** Tells when there is something to see: the heading, or the launcher. Runs on both pages, so it costs both the same. */
const watch = (wanted: string): string => `<script>
  window.seenAt = new Promise((resolve) => {
    const look = () => {
      const there = document.querySelector('${wanted}')
      if (there) requestAnimationFrame(() => resolve(performance.now()))
      return there
    }
    if (!look()) {
      const watcher = new MutationObserver(() => look() && watcher.disconnect())
      watcher.observe(document, { childList: true, subtree: true })
    }
  })
</script>`

const page = (wanted: string, tag: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title><link rel="icon" href="data:,">${watch(wanted)}${tag}</head>
<body><h1>A page</h1><p>With a paragraph.</p></body></html>`

/** @param server origin of the Deskbell server */
export async function serveHostPage({ server, site }: { server: string; site: string }): Promise<HostPage> {
  const tag = `<script src="${server}/support/widget/embed.js" data-site="${site}" async></script>`
  const pages: Record<string, string> = {
    '/blank': page('h1', ''),
    '/tagged': page('deskbell-launcher', tag),
  }
  const host = http.createServer((request, response) => {
    const body = pages[request.url ?? '']
    response.writeHead(body ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' }).end(body)
  })
  host.listen(0, '127.0.0.1')
  await once(host, 'listening')
  const origin = `http://localhost:${(host.address() as AddressInfo).port}`
  return {
    blank: `${origin}/blank`,
    tagged: `${origin}/tagged`,
    async close() {
      host.closeAllConnections()
      host.close()
      await once(host, 'close')
    },
  }
}
