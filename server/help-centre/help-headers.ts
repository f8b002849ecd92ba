// What a browser may do on a help page: the server's own style and the site's widget, pictures by https, forms to here.

import type { RequestHandler } from 'express'
import helmet from 'helmet'

const YEAR = 365 * 24 * 60 * 60

export function helpHeaders(publicUrl: string): RequestHandler {
  const live = new URL(publicUrl).origin.replace(/^http/, 'ws')
  return helmet({
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: YEAR } : false,
    // The page's own forms say where they are from, and embed.js which page asks; other sites are told nothing.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        // Authors' pictures lie anywhere; the widget draws what is being uploaded from a blob.
        'img-src': ["'self'", 'https:', 'data:', 'blob:'],
        'media-src': ["'self'"],
        'font-src': ["'self'"],
        'connect-src': ["'self'", live],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'object-src': ["'none'"],
        'frame-ancestors': ["'none'"],
        'require-trusted-types-for': ["'script'"],
        'trusted-types': ['deskbell'],
      },
    },
  })
}
