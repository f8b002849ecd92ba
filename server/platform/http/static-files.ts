// Built files from a folder, in the smallest form the browser takes: the `.br` or `.gz` made beside them by the build.

import { stat } from 'node:fs/promises'
import path from 'node:path'
import express, { type Request, type RequestHandler } from 'express'
import { FOREVER } from './cache-forever.ts'

export interface StaticFilesOptions {
  dir: string
  /** Names with a digest in them may be kept for ever; all others are asked for again each time. */
  immutable?: boolean
  /** Pages of any origin may load them (module scripts need CORS). */
  crossOrigin?: boolean
}

const FORMS = [
  { encoding: 'br', extension: '.br' },
  { encoding: 'gzip', extension: '.gz' },
] as const
const COMPRESSED = /\.(js|css|html|svg)$/
/** As Vite names them: `panel-B3x_9fQz.js`. */
const HASHED = /-[\w-]{8}\.\w+$/

/** Answers GET and HEAD for what is in `dir`; everything else goes on to the next handler. */
export function staticFiles({
  dir,
  immutable = false,
  crossOrigin = false,
}: StaticFilesOptions): RequestHandler {
  const serve = express.static(dir, { index: false, redirect: false, cacheControl: false })

  return async function staticFiles(req, res, next) {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    const { url, path: pathname } = req
    const form = COMPRESSED.test(pathname) ? await bestForm(dir, req) : undefined
    const forever = immutable && HASHED.test(pathname)
    res.set('Cache-Control', forever ? FOREVER : 'no-cache')
    if (crossOrigin) {
      res.set('Access-Control-Allow-Origin', '*')
      res.set('Cross-Origin-Resource-Policy', 'cross-origin')
    }
    if (COMPRESSED.test(pathname)) res.vary('Accept-Encoding')
    if (form) {
      res.type(path.extname(pathname))
      res.set('Content-Encoding', form.encoding)
      req.url = pathname + form.extension
    }
    serve(req, res, (error?: unknown) => {
      req.url = url
      for (const name of ['Cache-Control', 'Content-Encoding', 'Content-Type']) res.removeHeader(name)
      next(error)
    })
  }
}

async function bestForm(dir: string, req: Request) {
  // Escapes do not occur in built names; express.static deals with those that come.
  const file = path.join(dir, req.path)
  const plain = await stat(file).catch(() => undefined)
  // `path.join` has resolved any `..`; what leaves the folder is for express.static to refuse.
  if (!plain || !file.startsWith(path.resolve(dir) + path.sep)) return undefined
  for (const form of FORMS) {
    // Asked one by one: browsers name gzip first, and that would win among equals.
    if (!req.acceptsEncodings(form.encoding)) continue
    const made = await stat(file + form.extension).catch(() => undefined)
    // Older than the file it stands for: left over from another build.
    if (made && made.mtimeMs >= plain.mtimeMs) return form
  }
  return undefined
}
