// Sites: one embed each, with its key, origins, look and hours.

import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import type { Appearance } from '../../sdk/protocol/site.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { isLocalOrigin } from '../platform/http/origin-rule.ts'
import { parse } from '../platform/parse.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { Hours } from './hours.ts'
import { exactOrigin } from './origin.ts'
import { derivePalettes } from './palette.ts'
import { createShortCache } from './short-cache.ts'

export interface Site {
  id: string
  workspaceId: string
  /** Public, in the tag's `data-site`. */
  key: string
  name: string
  /** BCP 47. */
  locale: string
  greeting: string
  /** Exact origins. Empty: pages on localhost only. */
  allowedOrigins: readonly string[]
  appearance: Appearance
  /** Null: no hours are kept. */
  hours: Hours | null
  assistantEnabled: boolean
}

export interface NewSite {
  workspaceId: string
  name: string
  /** Left out: a random one. */
  key?: string
  locale?: string
  greeting?: string
  allowedOrigins?: readonly string[]
  /** `#rrggbb`; the palettes of both themes are derived from it. */
  colour?: string
  position?: Appearance['position']
  label?: string
  logoPath?: string | null
  hours?: Hours | null
  assistantEnabled?: boolean
}

interface SiteRow {
  id: string
  workspace_id: string
  key: string
  name: string
  locale: string
  greeting: string
  allowed_origins: string[]
  appearance: Appearance
  hours: Hours | null
  assistant_enabled: boolean
}

const Colour = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/)
const HOUSE_BLUE = '#2b50c7'
const SITE = `select id, workspace_id, key, name, locale, greeting, allowed_origins, appearance, hours,
                     assistant_enabled from sites`

const toSite = (row: SiteRow): Site => ({
  id: row.id,
  workspaceId: row.workspace_id,
  key: row.key,
  name: row.name,
  locale: row.locale,
  greeting: row.greeting,
  allowedOrigins: row.allowed_origins,
  appearance: row.appearance,
  hours: row.hours,
  assistantEnabled: row.assistant_enabled,
})

export interface SitesDeps {
  db: Pick<Database, 'query'>
  clock?: () => Date
  /** How long a site is remembered: each request asks for its site before anything else. */
  rememberMs?: number
}

export function createSites({ db, clock = () => new Date(), rememberMs = 10_000 }: SitesDeps) {
  const cache = createShortCache<Site | null>({ ms: rememberMs, clock })

  async function one(where: string, bind: unknown[]): Promise<Site | null> {
    const [row] = await db.query<SiteRow>(`${SITE} where ${where}`, bind)
    return row ? toSite(row) : null
  }

  /** What a site has when only some of it is given: the rest stays as it is. */
  const appearanceOf = (input: Partial<NewSite>, held?: Appearance): Appearance => ({
    ...(input.colour === undefined && held
      ? held
      : derivePalettes(parse(Colour, input.colour ?? HOUSE_BLUE))),
    position: input.position ?? held?.position ?? 'bottom-right',
    label: input.label ?? held?.label ?? '',
    logo_path: input.logoPath === undefined ? (held?.logo_path ?? null) : input.logoPath,
  })

  return {
    /** Keys and origins come from outside and name the workspace; everything after is scoped by it. */
    byKey: (key: string): Promise<Site | null> =>
      key.length > 100 ? Promise.resolve(null) : cache.get(`key ${key}`, () => one('key = $1', [key])),

    /** The site an origin is listed for; for a local page, else the first site without a list. */
    byOrigin: (origin: string): Promise<Site | null> =>
      origin.length > 300
        ? Promise.resolve(null)
        : cache.get(`origin ${origin}`, () =>
            one(
              `allowed_origins @> array[$1::text] or ($2::boolean and allowed_origins = '{}')
                order by cardinality(allowed_origins) = 0, created_at, id limit 1`,
              [origin, isLocalOrigin(origin)],
            ),
          ),

    get: (id: string): Promise<Site | null> => cache.get(`id ${id}`, () => one('id = $1', [id])),

    /** The workspace's site where there is exactly one. */
    only: (workspaceId: string): Promise<Site | null> =>
      cache.get(`only ${workspaceId}`, async () => {
        const rows = await db.query<SiteRow>(`${SITE} where workspace_id = $1 limit 2`, [workspaceId])
        return rows.length === 1 ? toSite(rows[0]!) : null
      }),

    /** @throws Problem `invalid-request` for origins, hours and colours that make no sense */
    async create(input: NewSite, transaction?: Transaction): Promise<Site> {
      const appearance = appearanceOf(input)
      const hours = input.hours ? parse(Hours, input.hours) : null
      const [row] = await db.query<SiteRow>(
        `insert into sites (id, workspace_id, key, name, locale, greeting, allowed_origins, appearance, hours,
                            assistant_enabled)
         values ($1, $2, $3, $4, $5, $6, $7::text[], $8::jsonb, $9::jsonb, $10)
         returning id, workspace_id, key, name, locale, greeting, allowed_origins, appearance, hours,
                   assistant_enabled`,
        [
          uuidv7(),
          input.workspaceId,
          input.key ?? randomBytes(8).toString('hex'),
          input.name,
          input.locale ?? 'en',
          input.greeting ?? '',
          (input.allowedOrigins ?? []).map(exactOrigin),
          JSON.stringify(appearance),
          hours === null ? null : JSON.stringify(hours),
          input.assistantEnabled ?? true,
        ],
        transaction,
      )
      cache.clear()
      return toSite(row!)
    },

    /** All of a workspace, oldest first. */
    async list(workspaceId: string): Promise<Site[]> {
      return (
        await db.query<SiteRow>(`${SITE} where workspace_id = $1 order by created_at, id`, [workspaceId])
      ).map(toSite)
    },

    /** Changes what is given. Other nodes follow within the seconds a site is remembered. */
    async update(
      site: Site,
      change: Pick<
        Partial<NewSite>,
        'name' | 'locale' | 'greeting' | 'allowedOrigins' | 'colour' | 'label' | 'position'
      >,
    ): Promise<Site> {
      const { name = site.name, locale = site.locale, greeting = site.greeting } = change
      const origins = change.allowedOrigins?.map(exactOrigin) ?? site.allowedOrigins
      const [row] = await db.query<SiteRow>(
        `update sites set name = $3, locale = $4, greeting = $5, allowed_origins = $6::text[], appearance = $7::jsonb
          where workspace_id = $1 and id = $2
         returning id, workspace_id, key, name, locale, greeting, allowed_origins, appearance, hours, assistant_enabled`,
        [
          site.workspaceId,
          site.id,
          name,
          locale,
          greeting,
          origins,
          JSON.stringify(appearanceOf(change, site.appearance)),
        ],
      )
      cache.clear()
      return toSite(row!)
    },
  }
}

export type Sites = ReturnType<typeof createSites>
