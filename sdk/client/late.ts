// Calls to something whose code is not here yet: each waits until it is.

import { ApiError } from './api-error.ts'

/** `load` is asked at every call. What it gives may have methods only, all of which answer with promises. */
export const late = <T extends object>(load: () => Promise<T>): T =>
  new Proxy({} as T, {
    get: (_target, name) =>
      // Looked for by whoever awaits the thing itself.
      name === 'then'
        ? undefined
        : async (...args: unknown[]) => {
            const here = await load().catch(() => {
              throw new ApiError('network')
            })
            return (here[name as keyof T] as (...args: unknown[]) => unknown)(...args)
          },
  })
