// The cookie that carries an agent's session to the hosted console, and to its socket's handshake.

import type { Response } from 'express'

const WEEK = 7 * 24 * 60 * 60 * 1000

/** Over https the name itself forbids other hosts and paths to set it (`__Host-`). */
export function createSessionCookie({ publicUrl }: { publicUrl: string }) {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-deskbell' : 'deskbell_session'
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const

  return {
    name,
    /** The token in a `Cookie` header, if any. */
    read(header: string | undefined): string | undefined {
      for (const part of (header ?? '').split(';')) {
        const at = part.indexOf('=')
        if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
      }
      return undefined
    },
    set: (res: Response, token: string): void =>
      void res.cookie(name, token, { ...attributes, maxAge: WEEK }),
    clear: (res: Response): void => void res.clearCookie(name, attributes),
  }
}

export type SessionCookie = ReturnType<typeof createSessionCookie>
