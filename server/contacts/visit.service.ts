// What a customer's browser tells while they are here: device, time zone, the pages they open. One row a contact,
// written when a page is opened; a message costs it nothing.

import type { Device, TellVisit, VisitedPage } from '../../sdk/protocol/visit.ts'
import { VISIT_LIMITS } from '../../sdk/protocol/visit.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { timeZoneOf } from '../platform/time-zone.ts'
import { withTouch } from './device.ts'
import { keptAddress } from './page-address.ts'
import type { VisitorPrincipal } from './visitor.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** A customer has opened another page of the site. */
    'contact.visited': { contact_id: string; at: string }
  }
}

export interface VisitRow {
  device: Device | null
  time_zone: string | null
  pages: VisitedPage[]
}

export interface VisitsDeps {
  db: Pick<Database, 'query'>
  bus: Pick<Bus, 'emit'>
  clock: () => Date
  /** Whether the site lets pages be kept, and a page of this origin is one of its own: agents follow the links. */
  keepsPage: (siteId: string, origin: string) => Promise<boolean>
}

/** The newest of two lists of pages; the same address once in a row is the caller's business. */
const newestOf = (a: string, b: string): string =>
  `(select coalesce(jsonb_agg(kept.p order by kept.p->>'at' desc), '[]') from (
     select p from jsonb_array_elements(${a} || ${b}) p order by p->>'at' desc limit ${VISIT_LIMITS.pages}) kept)`

// A reload, and the title that comes after the address, are no further page.
const TELL = `
  insert into contact_visits as v (contact_id, workspace_id, device, time_zone, pages)
  select $2, $1, $3::jsonb, $4, $5::jsonb from contacts where workspace_id = $1 and id = $2
  on conflict (contact_id) do update set
    device = coalesce(excluded.device, v.device),
    time_zone = coalesce(excluded.time_zone, v.time_zone),
    pages = ${newestOf(
      'excluded.pages',
      "(case when v.pages->0->>'url' = excluded.pages->0->>'url' then v.pages - 0 else v.pages end)",
    )},
    told_at = now()
  returning contact_id`

const MOVE = `
  insert into contact_visits as v (contact_id, workspace_id, device, time_zone, pages)
  select $3, workspace_id, device, time_zone, pages from contact_visits
   where workspace_id = $1 and contact_id = $2
  on conflict (contact_id) do update set
    device = coalesce(excluded.device, v.device),
    time_zone = coalesce(excluded.time_zone, v.time_zone),
    pages = ${newestOf('excluded.pages', 'v.pages')}
  returning contact_id`

/** What the visitor had as nobody goes with them to who they turn out to be. */
export async function moveVisits(
  db: Pick<Database, 'query'>,
  { workspaceId, from, to }: { workspaceId: string; from: string; to: string },
  transaction: Transaction,
): Promise<void> {
  await db.query(MOVE, [workspaceId, from, to], transaction)
}

export function createVisits({ db, bus, clock, keepsPage }: VisitsDeps) {
  async function pageOf(siteId: string, page: TellVisit['page']): Promise<VisitedPage[]> {
    const url = page ? keptAddress(page.url) : null
    if (!page || !url || !(await keepsPage(siteId, new URL(url).origin))) return []
    return [{ url, title: page.title, at: clock().toISOString() }]
  }

  return {
    async tell(
      { workspaceId, siteId, id, device }: VisitorPrincipal,
      { time_zone, touch, page }: TellVisit,
    ): Promise<void> {
      const seen = withTouch(device, touch)
      const pages = await pageOf(siteId, page)
      const zone = timeZoneOf(time_zone)
      if (!seen && !zone && pages.length === 0) return
      await db.query(TELL, [workspaceId, id, seen ? JSON.stringify(seen) : null, zone, JSON.stringify(pages)])
      if (pages[0]) bus.emit('contact.visited', { contact_id: id, at: pages[0].at }, { ephemeral: true })
    },
  }
}

export type Visits = ReturnType<typeof createVisits>
