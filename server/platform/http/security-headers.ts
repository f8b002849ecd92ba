// Response headers that make a browser strict: one set for console pages, one for everything else.

import type { RequestHandler } from 'express'
import helmet from 'helmet'

export interface SecurityHeadersOptions {
  /** As users reach the server, such as `https://support.example.com`. */
  publicUrl: string
  /** Where attachments are served from, when not from the server itself. */
  filesOrigin?: string
  /** For the page with the widget, which the console shows in a frame: where that console may stand. */
  framedBy?: readonly string[]
}

const YEAR = 365 * 24 * 60 * 60

const common = (publicUrl: string) =>
  ({
    // Over plain http the header would be ignored, and on localhost it would only puzzle.
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: YEAR } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  }) as const

/** For console pages: own scripts and styles only, Trusted Types for Lit alone, no framing. */
export function consoleHeaders({ publicUrl, filesOrigin, framedBy }: SecurityHeadersOptions): RequestHandler {
  const live = new URL(publicUrl).origin.replace(/^http/, 'ws')
  const files = filesOrigin ? [filesOrigin] : []
  return helmet({
    ...common(publicUrl),
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'blob:', ...files],
        'media-src': ["'self'", ...files],
        'font-src': ["'self'"],
        'connect-src': ["'self'", live],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'object-src': ["'none'"],
        'frame-src': ["'self'"],
        'frame-ancestors': framedBy ? ["'self'", ...framedBy] : ["'none'"],
        'require-trusted-types-for': ["'script'"],
        // The framed page holds the widget, whose Lit has a policy of its own name.
        'trusted-types': [framedBy ? 'deskbell' : 'lit-html'],
      },
    },
  })
}

/** For JSON and for the files other sites' pages load: nothing in them may act as a page. */
export function resourceHeaders({ publicUrl }: Pick<SecurityHeadersOptions, 'publicUrl'>): RequestHandler {
  const headers = headersOf(
    helmet({
      ...common(publicUrl),
      crossOriginOpenerPolicy: false,
      // The widget's script is loaded by pages of any origin; what is private is guarded by CORS and tokens.
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"] },
      },
    }),
  )
  return function resourceHeaders(_req, res, next) {
    for (const [name, value] of headers) res.setHeader(name, value)
    next()
  }
}

/** What a Helmet of fixed values sets. Worked out once: it is the same for every answer, and pages ask all the time. */
function headersOf(set: ReturnType<typeof helmet>): [name: string, value: string][] {
  const headers: [string, string][] = []
  const response = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => {},
  }
  set({} as never, response as never, (error) => {
    if (error) throw error
  })
  return headers
}
