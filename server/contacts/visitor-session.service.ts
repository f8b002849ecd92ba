// Sessions of visitors: an opaque bearer token for one contact on one site, 30 days idle, 180 days at most.

import type { VisitorSession } from '../../sdk/protocol/site.ts'
import { createBatcher } from '../platform/batcher.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { createShortCache } from '../platform/short-cache.ts'
import { hashToken, newToken } from '../platform/token.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { Contacts } from './contact.service.ts'
import type { VisitorPrincipal } from './visitor.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** A visitor's session has ended before its time. */
    'visitor-session.revoked': { sessionId: string }
  }
}

/** Who writes or polls is looked up once in so long. */
const REMEMBER_MS = 5000
const REMEMBERED = 10_000

interface SessionRow {
  id: string
  token_hash: Buffer
  workspace_id: string
  site_id: string
  contact_id: string
  name: string
}

// Written at most once an hour a session, so that reading stays cheap; what another statement is at is left to it.
const VERIFY = `
  with live as (
    select s.id, s.token_hash, s.workspace_id, s.site_id, s.contact_id, c.name, s.last_seen_at
      from visitor_sessions s join contacts c on c.id = s.contact_id
     where s.token_hash = any($1::bytea[]) and s.expires_at > now() and s.last_seen_at > now() - interval '30 days'
  ), old as (
    select s.id from visitor_sessions s
     where s.id in (select id from live where last_seen_at < now() - interval '1 hour') for update skip locked
  ), touched as (
    update visitor_sessions s set last_seen_at = now() from old where s.id = old.id
  )
  select id, token_hash, workspace_id, site_id, contact_id, name from live`

export interface VisitorSessionsDeps {
  db: Database
  bus: Bus
  contacts: Contacts
  clock?: () => Date
}

export function createVisitorSessions({ db, bus, contacts, clock = () => new Date() }: VisitorSessionsDeps) {
  const known = createShortCache<VisitorPrincipal | null>({ ms: REMEMBER_MS, clock, size: REMEMBERED })
  // What is known holds the session's end and the contact's name. Both change so seldom that all may be forgotten.
  bus.on('visitor-session.revoked', known.clear)
  bus.on('contact.changed', known.clear)
  bus.onGap(known.clear)

  /** Thousands of browsers come back at once after a restart: their tokens are looked up together. */
  const find = createBatcher<Buffer, SessionRow | undefined>({
    size: 500,
    async run(hashes) {
      const rows = await db.prepared<SessionRow>('verify-visitors', VERIFY, [hashes])
      const byHash = new Map(rows.map((row) => [row.token_hash.toString('hex'), row]))
      return hashes.map((hash) => byHash.get(hash.toString('hex')))
    },
  })

  async function look(hash: Buffer): Promise<VisitorPrincipal | null> {
    const row = await find(hash)
    if (!row) return null
    return {
      side: 'visitor',
      kind: 'contact',
      id: row.contact_id,
      name: row.name,
      workspaceId: row.workspace_id,
      siteId: row.site_id,
      sessionId: row.id,
    }
  }

  /** Those asked for in one moment are looked up together: each open socket asks now and then. */
  const alive = createBatcher<string, boolean>({
    size: 500,
    async run(ids) {
      const rows = await db.prepared<{ id: string }>(
        'live-visitors',
        'select id from visitor_sessions where id = any($1::uuid[]) and expires_at > now()',
        [ids],
      )
      const live = new Set(rows.map(({ id }) => id))
      return ids.map((id) => live.has(id))
    },
  })

  function tellEnded(rows: readonly { id: string }[]): void {
    if (rows.length > 0) known.clear()
    for (const { id } of rows) bus.emit('visitor-session.revoked', { sessionId: id })
  }

  /** The token is in the answer and nowhere else. */
  async function openFor(
    input: { workspaceId: string; siteId: string; contactId: string; keyId?: string },
    transaction: Transaction,
  ): Promise<string> {
    const token = newToken()
    await db.query(
      `insert into visitor_sessions (id, workspace_id, site_id, contact_id, identity_key_id, token_hash, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + interval '180 days') returning id`,
      [uuidv7(), input.workspaceId, input.siteId, input.contactId, input.keyId ?? null, hashToken(token)],
      transaction,
    )
    return token
  }

  /** They hold no more from the commit on, here and on every node. */
  async function end(
    which: { sessionId: string } | { keyId: string },
    transaction?: Transaction,
  ): Promise<void> {
    const [column, id] = 'keyId' in which ? ['identity_key_id', which.keyId] : ['id', which.sessionId]
    const ended = await db.query<{ id: string }>(
      `delete from visitor_sessions where ${column} = $1 returning id`,
      [id],
      transaction,
    )
    if (transaction) transaction.afterCommit(() => tellEnded(ended))
    else tellEnded(ended)
  }

  return {
    /** Opens a session for a new contact. */
    open(input: {
      workspaceId: string
      siteId: string
      locale?: string | undefined
    }): Promise<VisitorSession> {
      return db.transaction(async (transaction) => {
        const contact = await contacts.create(input, transaction)
        return { token: await openFor({ ...input, contactId: contact.id }, transaction), contact }
      })
    },

    /** Opens a session of a contact that is there; `keyId` is the identity key whose token vouches for them. */
    openFor,

    /** The visitor a token stands for, or null for a dead or unknown one. Times are the database's. */
    verify(token: string): Promise<VisitorPrincipal | null> {
      const hash = hashToken(token)
      return known.get(hash.toString('base64'), () => look(hash))
    },

    /** Whether the session still holds; asked for open sockets. */
    holds: (sessionId: string): Promise<boolean> => alive(sessionId),

    /** Another identity key vouches for it from here on. */
    async signedBy(sessionId: string, keyId: string, transaction?: Transaction): Promise<void> {
      await db.query(
        'update visitor_sessions set identity_key_id = $2 where id = $1 returning id',
        [sessionId, keyId],
        transaction,
      )
    },

    end,

    revoke: (sessionId: string): Promise<void> => end({ sessionId }),
  }
}

export type VisitorSessions = ReturnType<typeof createVisitorSessions>
