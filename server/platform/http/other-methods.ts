// Answers 405 with `Allow` where a path exists but not for this method.

import type { RequestHandler, Router } from 'express'
import { Problem } from '../problem.ts'

/** Refuses the request, naming the methods that would do. */
export const methodNotAllowed = (methods: Iterable<string>): RequestHandler => {
  const allow = [...methods].join(', ')
  return function methodNotAllowed(_req, res, next) {
    res.set('Allow', allow)
    next(new Problem('method-not-allowed', `Use ${allow}.`))
  }
}

/** Closes a finished router: each of its paths refuses the methods it has no route for. Returns the router. */
export function refuseOtherMethods(router: Router): Router {
  const byPath = new Map<string, Set<string>>()
  for (const { route } of router.stack) {
    if (!route || typeof route.path !== 'string') continue
    const methods = byPath.get(route.path) ?? new Set()
    byPath.set(route.path, methods)
    for (const { method } of route.stack) if (method) methods.add(method.toUpperCase())
    if (methods.has('GET')) methods.add('HEAD')
  }
  for (const [path, methods] of byPath) router.all(path, methodNotAllowed(methods))
  return router
}
