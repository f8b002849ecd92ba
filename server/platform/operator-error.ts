// A fault only the operator can mend (a variable, a folder, a port). Its message is one whole sentence,
// printed as it is, without a stack.

export class OperatorError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'OperatorError'
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  ENOENT: 'no such folder',
  EADDRINUSE: 'something else is listening there',
  ECONNREFUSED: 'connection refused',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host',
  ETIMEDOUT: 'no answer',
}

/** A system error in words: `permission denied` rather than `EACCES`. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  return (code && REASONS[code]) || message || code || String(error)
}
