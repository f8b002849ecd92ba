// A visitor turns out to be a customer the owner's system vouches for. What they wrote before becomes that customer's,
// and the session is another one from then on: a token planted before is worth nothing after (OWASP ASVS 7.2.4).

import type { IdentifiedSession, IdentityClaims } from '../../sdk/protocol/identity.ts'
import { IDENTITY_LIMITS } from '../../sdk/protocol/identity.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { IdentityKeys } from '../sites/identity-key.service.ts'
import type { VerifiedIdentity } from '../sites/identity-token.ts'
import type { Site } from '../sites/site.service.ts'
import { moveVisits } from './visit.service.ts'
import type { VisitorPrincipal } from './visitor.ts'
import type { VisitorSessions } from './visitor-session.service.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** A contact is a known customer now, and these conversations of theirs look different. */
    'contact.identified': { workspace_id: string; contact_id: string; conversation_ids: string[] }
  }
}

/** Conversations redrawn at once; the others follow when something happens in them. */
const REDRAWN = 50

interface ContactRow {
  id: string
  name: string
  email: string | null
}

export interface IdentitiesDeps {
  db: Database
  bus: Pick<Bus, 'emit'>
  keys: Pick<IdentityKeys, 'revoke'>
  visitorSessions: VisitorSessions
  /** Moves conversations, read marks and what else belongs to them; leaves `from` locked. */
  moveConversations: (
    move: { workspaceId: string; from: string; to: string },
    transaction: Transaction,
  ) => Promise<void>
}

/** What the token says is taken; what it does not say stays as it is known. */
const PROFILE = `name = coalesce($3, name), email = coalesce($4, email), locale = coalesce($5, locale),
  identity = $6::jsonb, verified_at = coalesce(verified_at, now()), last_seen_at = now()`

const isTaken = (error: unknown): boolean =>
  (error as { parent?: { code?: unknown } }).parent?.code === '23505'

export function createIdentities({ db, bus, keys, visitorSessions, moveConversations }: IdentitiesDeps) {
  /** `$1` is the workspace, `$2` somebody; then the profile. */
  const profile = (workspaceId: string, who: string, { sub: _, ...claims }: IdentityClaims) => [
    workspaceId,
    who,
    claims.name || null,
    claims.email ?? null,
    claims.locale ?? null,
    JSON.stringify({ ...claims, name: claims.name || undefined }),
  ]

  /** The customer of this id, made when they come for the first time. */
  async function known(site: Site, claims: IdentityClaims, transaction: Transaction): Promise<ContactRow> {
    const [row] = await db.query<ContactRow>(
      `insert into contacts (id, workspace_id, site_id, external_id, name, email, locale, identity, verified_at)
       values ($7, $1, $8, $2, coalesce($3, ''), $4, $5, $6::jsonb, now())
       on conflict (site_id, external_id) where external_id is not null do update
          set name = coalesce($3, contacts.name), email = coalesce($4, contacts.email),
              locale = coalesce($5, contacts.locale), identity = $6::jsonb, last_seen_at = now()
       returning id, name, email`,
      [...profile(site.workspaceId, claims.sub, claims), uuidv7(), site.id],
      transaction,
    )
    return row!
  }

  /** They have been here before as this very contact. */
  async function renew(
    workspaceId: string,
    contactId: string,
    claims: IdentityClaims,
    transaction: Transaction,
  ): Promise<ContactRow> {
    const [row] = await db.query<ContactRow>(
      `update contacts set ${PROFILE} where workspace_id = $1 and id = $2 returning id, name, email`,
      profile(workspaceId, contactId, claims),
      transaction,
    )
    return row!
  }

  /** The visitor becomes the customer, as nobody else is yet; null when somebody is. */
  async function promote(
    site: Site,
    contactId: string,
    claims: IdentityClaims,
    transaction: Transaction,
  ): Promise<ContactRow | null> {
    const [row] = await db.query<ContactRow>(
      `update contacts set external_id = $7, ${PROFILE}
        where workspace_id = $1 and id = $2 and external_id is null
          and not exists (select from contacts o where o.site_id = $8 and o.external_id = $7)
       returning id, name, email`,
      [...profile(site.workspaceId, contactId, claims), claims.sub, site.id],
      transaction,
    )
    return row ?? null
  }

  /** All the visitor had and was becomes the customer's; of what both have, what the customer said holds. */
  async function merge(
    workspaceId: string,
    from: string,
    to: ContactRow,
    transaction: Transaction,
  ): Promise<ContactRow> {
    await moveConversations({ workspaceId, from, to: to.id }, transaction)
    await moveVisits(db, { workspaceId, from, to: to.id }, transaction)
    const bind = [workspaceId, from, to.id]
    await db.query(
      'update contact_events set contact_id = $3 where workspace_id = $1 and contact_id = $2 returning id',
      bind,
      transaction,
    )
    await db.query(
      'update contact_notes set contact_id = $3 where workspace_id = $1 and contact_id = $2 returning id',
      bind,
      transaction,
    )
    await db.query(
      `delete from contact_events where workspace_id = $1 and id in (
         select id from contact_events where workspace_id = $1 and contact_id = $2
          order by created_at desc, id desc offset ${IDENTITY_LIMITS.events})
       returning id`,
      [workspaceId, to.id],
      transaction,
    )
    const [merged] = await db.query<ContactRow>(
      `update contacts t set name = coalesce(nullif(t.name, ''), f.name), email = coalesce(t.email, f.email),
              attributes = case when (select count(*) from jsonb_object_keys(t.attributes || f.attributes))
                                     <= ${IDENTITY_LIMITS.attributes}
                                then t.attributes || f.attributes else t.attributes end
         from contacts f where f.workspace_id = $1 and f.id = $2 and t.workspace_id = $1 and t.id = $3
       returning t.id, t.name, t.email`,
      bind,
      transaction,
    )
    await db.query(
      'delete from contacts where workspace_id = $1 and id = $2 returning id',
      [workspaceId, from],
      transaction,
    )
    return merged ?? to
  }

  /** Whom the session stands for, unless it has ended meanwhile; held, so that it is changed by one at a time. */
  async function holderOf(
    visitor: VisitorPrincipal | null,
    transaction: Transaction,
  ): Promise<{ id: string; externalId: string | null } | null> {
    if (!visitor) return null
    const [row] = await db.query<{ id: string; externalId: string | null }>(
      `select c.id, c.external_id as "externalId"
         from visitor_sessions s join contacts c on c.id = s.contact_id
        where s.workspace_id = $1 and s.id = $2 for no key update of s`,
      [visitor.workspaceId, visitor.sessionId],
      transaction,
    )
    return row ?? null
  }

  async function tell(workspaceId: string, contactId: string): Promise<void> {
    bus.emit('contact.changed', { workspaceId, contactId })
    const rows = await db.query<{ id: string }>(
      `select id from conversations where workspace_id = $1 and contact_id = $2
        order by updated_at desc limit ${REDRAWN}`,
      [workspaceId, contactId],
    )
    if (rows.length === 0) return
    const conversation_ids = rows.map(({ id }) => id)
    bus.emit('contact.identified', { workspace_id: workspaceId, contact_id: contactId, conversation_ids })
  }

  async function attempt(
    site: Site,
    { claims, keyId }: VerifiedIdentity,
    visitor: VisitorPrincipal | null,
  ): Promise<IdentifiedSession> {
    const { workspaceId } = site
    return db.transaction(async (transaction) => {
      const holder = await holderOf(visitor, transaction)
      if (holder?.externalId === claims.sub) {
        const contact = await renew(workspaceId, holder.id, claims, transaction)
        // Who signed last answers for the session: it outlives the key it was opened with.
        await visitorSessions.signedBy(visitor!.sessionId, keyId, transaction)
        return { token: null, contact }
      }
      // Before the contact goes: what goes with it would be told to nobody.
      if (holder) await visitorSessions.end({ sessionId: visitor!.sessionId }, transaction)
      const isAnonymous = holder !== null && holder.externalId === null
      let contact = isAnonymous ? await promote(site, holder.id, claims, transaction) : null
      if (!contact) {
        contact = await known(site, claims, transaction)
        if (isAnonymous) contact = await merge(workspaceId, holder.id, contact, transaction)
      }
      const token = await visitorSessions.openFor(
        { workspaceId, siteId: site.id, contactId: contact.id, keyId },
        transaction,
      )
      return { token, contact }
    })
  }

  return {
    /**
     * Opens a session of the customer the token names. An anonymous visitor's conversations become the customer's; a
     * session of somebody else ends. One that is the customer's already stays.
     */
    async identify(
      site: Site,
      identity: VerifiedIdentity,
      visitor: VisitorPrincipal | null,
    ): Promise<IdentifiedSession> {
      const session = await attempt(site, identity, visitor).catch((error: unknown) => {
        // Two devices, both for the first time at this moment: the other one was first, and is found now.
        if (isTaken(error)) return attempt(site, identity, visitor)
        throw error
      })
      await tell(site.workspaceId, session.contact.id)
      return session
    },

    /** The key signs no more, and whom it has let in is out. @throws Problem `identity-key-not-found` */
    async revokeKey(site: Pick<Site, 'id' | 'workspaceId'>, keyId: string): Promise<void> {
      await db.transaction(async (transaction) => {
        await keys.revoke(site, keyId, transaction)
        await visitorSessions.end({ keyId }, transaction)
      })
    },
  }
}

export type Identities = ReturnType<typeof createIdentities>
