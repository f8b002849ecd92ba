// A customer's site, as far as the demo needs one: a folder of built pages on an origin of its own, under the
// strict policy a careful customer would set. It knows the server only as the origin its pages load a script from.

import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'
import express, { type RequestHandler } from 'express'

export interface StaticSiteOptions {
  dir: string
  host: string
  port: number
  /** The origin the pages were built for, and the one that holds here. */
  builtFor: string
  serverOrigin: string
}

/** Listens at once; `close` cuts what is open. */
export async function serveStaticSite(options: StaticSiteOptions): Promise<{ close(): Promise<void> }> {
  const { dir, host, port, builtFor, serverOrigin } = options
  const app = express().disable('x-powered-by')
  app.use(siteHeaders(serverOrigin))
  app.use(await sitePages(dir, (page) => page.replaceAll(builtFor, serverOrigin)))
  app.use(express.static(dir, { index: false, redirect: false }))
  app.use((_req, res) => {
    res.status(404).type('text').send('There is no such page in this shop.')
  })
  const server = http.createServer(app).listen(port, host)
  await once(server, 'listening')
  return {
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** All a page needs to carry the widget: its script, its calls and its socket. */
function siteHeaders(serverOrigin: string): RequestHandler {
  const policy = [
    "default-src 'self'",
    `script-src 'self' ${serverOrigin}`,
    `connect-src 'self' ${serverOrigin} ${serverOrigin.replace(/^http/, 'ws')}`,
    `img-src 'self' data: blob: ${serverOrigin}`,
    `media-src 'self' ${serverOrigin}`,
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types deskbell',
  ].join('; ')
  return function siteHeaders(_req, res, next) {
    res.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Cache-Control': 'no-cache',
    })
    next()
  }
}

/** `/` and every `*.html`, read anew each time, so that a rebuilt page shows on reload. */
async function sitePages(dir: string, rewrite: (page: string) => string): Promise<RequestHandler> {
  const pages = new Set((await readdir(dir)).filter((file) => file.endsWith('.html')))
  return async function sitePages(req, res, next) {
    const name = req.path === '/' ? 'index.html' : req.path.slice(1)
    if (!pages.has(name)) return next()
    res.type('html').send(rewrite(await readFile(path.join(dir, name), 'utf8')))
  }
}
