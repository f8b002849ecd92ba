// What a disk says when it cannot: full or away is worth another try later, everything else is a fault of ours.

import { Problem } from '../problem.ts'

const AWAY = new Set([
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EROFS',
  'EACCES',
  'EMFILE',
  'ENFILE',
  'ENOTDIR',
  'EEXIST',
  'ESTALE',
])

export function asStorageProblem(error: unknown): unknown {
  const code = (error as { code?: unknown }).code
  if (error instanceof Problem || typeof code !== 'string') return error
  if (code === 'ENOENT') return new Problem('not-found', undefined, { cause: error })
  if (!AWAY.has(code)) return error
  return new Problem('unavailable', 'Files cannot be kept at the moment. Nothing was stored.', {
    retryAfter: 30,
    cause: error,
  })
}
