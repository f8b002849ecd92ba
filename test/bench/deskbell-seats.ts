// Conversations as they are in the middle of a chat: a visitor with a session, a person of the team who has taken it.
// Written straight into the tables, since ten thousand of them are not what is measured.

import { hashToken, newToken } from '../../server/platform/token.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import type { BenchPostgres } from './bench-postgres.ts'
import type { Seat } from './dialect.ts'
import type { MeasuredServer } from './measured-server.ts'

export async function seatDeskbell(
  postgres: BenchPostgres,
  url: string,
  server: MeasuredServer,
  count: number,
): Promise<Seat[]> {
  const { site, siteId, workspaceId } = server.facts as Record<'site' | 'siteId' | 'workspaceId', string>
  const agent = uuidv7()
  const seats = Array.from({ length: count }, () => ({
    room: uuidv7(),
    contact: uuidv7(),
    session: uuidv7(),
    token: newToken(),
    site,
  }))
  const column = <K extends 'room' | 'contact' | 'session'>(name: K): string[] =>
    seats.map((seat) => seat[name])
  await postgres.query(
    url,
    `with agent as (
       insert into agents (id, workspace_id, kind, name, email)
       values ($1::uuid, $2, 'human', 'Mara', $1::uuid || '@bench.example')
     ), seat as (
       select * from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::bytea[]) as s (room, contact, session, hash)
     ), contact as (
       insert into contacts (id, workspace_id, site_id, name) select contact, $2, $3, 'Ines' from seat
     ), session as (
       insert into visitor_sessions (id, workspace_id, site_id, contact_id, token_hash, expires_at)
       select session, $2, $3, contact, hash, now() + interval '1 day' from seat
     )
     insert into conversations (id, workspace_id, site_id, contact_id, channel, reference, status, assignee_id)
     select room, $2, $3, contact, 'chat', room::text, 'assigned', $1::uuid from seat`,
    [
      agent,
      workspaceId,
      siteId,
      column('room'),
      column('contact'),
      column('session'),
      seats.map(({ token }) => hashToken(token)),
    ],
  )
  await postgres.query(url, 'analyze')
  return seats
}
