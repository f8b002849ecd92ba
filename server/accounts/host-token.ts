// Checks a host token: what a company's own admin page signs for one of its people (RFC 7519, by the rules of RFC 8725),
// and opens their session. Whoever shows a bad one learns nothing from the answer; the log says what was wrong.

import { decodeProtectedHeader, errors, jwtVerify } from 'jose'
import * as z from 'zod'
import type { HostSession } from '../../sdk/protocol/team-admin.ts'
import type { Database } from '../platform/database/database.ts'
import type { Log } from '../platform/log.ts'
import { Problem } from '../platform/problem.ts'
import type { ConsoleKeys } from './console-key.service.ts'
import type { Sessions } from './session.service.ts'

export const HOST_AUDIENCE = 'deskbell-console'
/** Seconds from `iat` to `exp`. One over the five minutes: a host may read its clock once for each of them. */
const LIFETIME = 5 * 60 + 1
/** Seconds by which the host's clock may be wrong. */
const LEEWAY = 60

const KeyId = z.uuid()
const Claims = z.object({
  sub: z.string().trim().toLowerCase().min(3).max(320),
  jti: z.string().min(8).max(200),
  iat: z.number(),
  exp: z.number(),
})
type Claims = z.infer<typeof Claims>

/** Told to the log alone. */
type HostTokenFault =
  | 'malformed'
  | 'unknown_key'
  | 'algorithm'
  | 'signature'
  | 'audience'
  | 'expired'
  | 'too_long'
  | 'claims'
  | 'used'
  | 'origin'
  | 'agent'

class Refused extends Error {
  readonly fault: HostTokenFault
  constructor(fault: HostTokenFault) {
    super(fault)
    this.fault = fault
  }
}

function faultOf(error: unknown): HostTokenFault {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  if (error instanceof errors.JWTClaimValidationFailed) return error.claim === 'aud' ? 'audience' : 'claims'
  if (error instanceof errors.JOSEError) return 'malformed'
  throw error
}

export interface HostTokensDeps {
  db: Pick<Database, 'query'>
  keys: Pick<ConsoleKeys, 'forVerifying' | 'take'>
  sessions: Pick<Sessions, 'create' | 'revoke'>
  log: Pick<Log, 'info'>
  clock: () => Date
}

export function createHostTokens({ db, keys, sessions, log, clock }: HostTokensDeps) {
  async function claimsOf(token: string, secret: string): Promise<Claims> {
    const now = clock()
    try {
      const { payload } = await jwtVerify(token, Buffer.from(secret, 'utf8'), {
        // Pinned: what the token says of itself decides nothing.
        algorithms: ['HS256'],
        audience: HOST_AUDIENCE,
        requiredClaims: ['sub', 'jti', 'iat', 'exp'],
        maxTokenAge: LIFETIME,
        clockTolerance: LEEWAY,
        currentDate: now,
      })
      const claims = Claims.safeParse(payload)
      if (!claims.success) throw new Refused('claims')
      if (claims.data.exp - claims.data.iat > LIFETIME) throw new Refused('too_long')
      return claims.data
    } catch (error) {
      throw error instanceof Refused ? error : new Refused(faultOf(error))
    }
  }

  function keyIdOf(token: string): string {
    try {
      return KeyId.parse(decodeProtectedHeader(token).kid)
    } catch {
      throw new Refused('malformed')
    }
  }

  async function exchange(token: string, workspaces: ReadonlySet<string> | null): Promise<Exchanged> {
    const consoleKeyId = keyIdOf(token)
    const key = await keys.forVerifying(consoleKeyId)
    if (!key) throw new Refused('unknown_key')
    const { workspaceId, secret } = key
    const { sub, jti, exp } = await claimsOf(token, secret)
    if (workspaces && !workspaces.has(workspaceId)) throw new Refused('origin')
    // Until it would have run out by the clock that is most wrong.
    if (!(await keys.take(consoleKeyId, jti, new Date((exp + 2 * LEEWAY) * 1000)))) throw new Refused('used')
    const [agent] = await db.query<{ id: string }>(
      `select id from agents
        where workspace_id = $1 and lower(email) = $2 and kind = 'human' and disabled_at is null`,
      [workspaceId, sub],
    )
    if (!agent) throw new Refused('agent')
    const session = await sessions.create({ workspaceId, agentId: agent.id, consoleKeyId })
    // Revoked in between: whoever revoked it may have ended its sessions before there was this one.
    if (!(await keys.forVerifying(consoleKeyId))) {
      await sessions.revoke(workspaceId, session.sessionId)
      throw new Refused('unknown_key')
    }
    return {
      workspaceId,
      agentId: agent.id,
      consoleKeyId,
      session: { token: session.token, expires_at: session.expiresAt.toISOString() },
    }
  }

  return {
    /**
     * A session for whom the token names. `workspaces`: those whose console the asking page may show; null: any.
     * @throws Problem `host-token-rejected`, the same for every reason
     */
    async exchange(token: string, workspaces: ReadonlySet<string> | null): Promise<Exchanged> {
      try {
        return await exchange(token, workspaces)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        log.info({ fault: error.fault }, 'console: a host token was refused')
        throw new Problem('host-token-rejected')
      }
    },
  }
}

export interface Exchanged {
  workspaceId: string
  agentId: string
  consoleKeyId: string
  session: HostSession
}

export type HostTokens = ReturnType<typeof createHostTokens>
