// What pages tell of a customer, unsigned: attributes and events. Hints for agents, never a reason to let anybody in.

import type * as z from 'zod'
import {
  type Attributes,
  type ContactDetail,
  IDENTITY_LIMITS,
  type IdentityClaims,
  type SetAttributes,
  type TrackEvent,
} from '../../sdk/protocol/identity.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { VisitRow } from './visit.service.ts'
import type { VisitorPrincipal } from './visitor.ts'

/** Agents get a look, not an archive. */
const SHOWN_EVENTS = 20

interface DetailRow extends VisitRow {
  id: string
  name: string
  email: string | null
  external_id: string | null
  identity: Partial<IdentityClaims> | null
  attributes: Attributes
  locale: string | null
  created_at: Date
  ratings: { count: number; average: number } | null
}

interface EventRow {
  id: string
  name: string
  data: Attributes
  url: string | null
  created_at: Date
}

export function createContactActivity({ db }: { db: Pick<Database, 'query'> }) {
  return {
    /** Adds to what there is; null takes away. @throws Problem `invalid-request` when they would be too many */
    async setAttributes(
      { workspaceId, id }: Pick<VisitorPrincipal, 'workspaceId' | 'id'>,
      { attributes }: z.output<typeof SetAttributes>,
    ): Promise<void> {
      const rows = await db.query(
        `with merged as (
           select id, jsonb_strip_nulls(attributes || $3::jsonb) as attributes from contacts
            where workspace_id = $1 and id = $2 for no key update
         )
         update contacts c set attributes = m.attributes from merged m
          where c.id = m.id and (select count(*) from jsonb_object_keys(m.attributes)) <= ${IDENTITY_LIMITS.attributes}
         returning c.id`,
        [workspaceId, id, JSON.stringify(attributes)],
      )
      if (rows.length === 0)
        throw new Problem(
          'invalid-request',
          `A customer has at most ${IDENTITY_LIMITS.attributes} attributes.`,
        )
    },

    /** Keeps the newest of each customer. */
    async track(
      { workspaceId, id }: Pick<VisitorPrincipal, 'workspaceId' | 'id'>,
      { name, data, url }: z.output<typeof TrackEvent>,
    ): Promise<void> {
      await db.query(
        `with added as (
           insert into contact_events (id, workspace_id, contact_id, name, data, url)
           values ($1, $2, $3, $4, $5::jsonb, $6)
         )
         -- It does not see the one just added.
         delete from contact_events
          where workspace_id = $2 and id in (
            select id from contact_events where workspace_id = $2 and contact_id = $3
             order by created_at desc, id desc offset ${IDENTITY_LIMITS.events - 1})
         returning id`,
        [uuidv7(), workspaceId, id, name, JSON.stringify(data), url ?? null],
      )
    },

    /** @throws Problem `not-found` */
    async show(workspaceId: string, contactId: string): Promise<ContactDetail> {
      const [rows, events] = await Promise.all([
        db.query<DetailRow>(
          `select c.id, name, email, external_id, identity, attributes, locale, c.created_at,
                  v.device, v.time_zone, coalesce(v.pages, '[]') as pages, r.ratings
             from contacts c
             left join contact_visits v on v.contact_id = c.id
             cross join lateral (
               select case when count(*) > 0
                      then jsonb_build_object('count', count(*), 'average', round(avg((o.rating->>'score')::int), 1)) end
                      as ratings
                 from conversations o
                where o.workspace_id = $1 and o.contact_id = $2 and o.rating is not null) r
            where c.workspace_id = $1 and c.id = $2`,
          [workspaceId, contactId],
        ),
        db.query<EventRow>(
          `select id, name, data, url, created_at from contact_events
            where workspace_id = $1 and contact_id = $2 order by created_at desc, id desc limit ${SHOWN_EVENTS}`,
          [workspaceId, contactId],
        ),
      ])
      const [row] = rows
      if (!row) throw new Problem('not-found')
      return {
        id: row.id,
        name: row.name,
        email: row.email,
        verified: row.external_id !== null,
        email_verified: row.identity?.email_verified === true && row.identity.email === row.email,
        customer_id: row.external_id,
        locale: row.locale,
        created_at: row.created_at.toISOString(),
        attributes: row.identity?.attributes ?? {},
        page_attributes: row.attributes,
        events: events.map(({ id, name, data, url, created_at }) => ({
          id,
          name,
          data,
          url,
          at: created_at.toISOString(),
        })),
        device: row.device,
        time_zone: row.time_zone,
        pages: row.pages,
        ratings: row.ratings,
      }
    },
  }
}

export type ContactActivity = ReturnType<typeof createContactActivity>
