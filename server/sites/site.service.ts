// Sites: one embed each, with its key, origins, look and hours.

import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { Hours } from '../../sdk/protocol/opening-hours.ts'
import type { Appearance } from '../../sdk/protocol/site.ts'
import { ChangeSite } from '../../sdk/protocol/site-admin.ts'
import type { SiteSettings } from '../../sdk/protocol/site-settings.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { exactOrigin } from '../platform/http/exact-origin.ts'
import { isLocalOrigin } from '../platform/http/origin-rule.ts'
import type { Log } from '../platform/log.ts'
import { parse } from '../platform/parse.ts'
import { Problem } from '../platform/problem.ts'
import { createShortCache } from '../platform/short-cache.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { HOUSE_BLUE } from './look.ts'
import { checkOwnTexts } from './own-texts.ts'
import { derivePalettes } from './palette.ts'
import type { SiteLogo } from './site-logo.ts'
import { patchSettings, readSettings, type SettingsPatch } from './stored-settings.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** A site was made or changed: what is remembered of sites is to be asked for again. */
    'site.changed': { workspaceId: string; siteId: string }
  }
}

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
  /** Digest of its picture, where it has one. */
  logo: string | null
  /** As the owner gave it, `#rrggbb`; the palettes in `appearance` are derived from it. */
  colour: string
  /** Null: no hours are kept. */
  hours: Hours | null
  assistantEnabled: boolean
  settings: SiteSettings
  /** One more with every change. */
  version: number
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
  settings?: SettingsPatch
}

export type SiteChange = Partial<Omit<NewSite, 'workspaceId' | 'key'>> & { logo?: SiteLogo | null }

interface SiteRow {
  id: string
  workspace_id: string
  key: string
  name: string
  locale: string
  greeting: string
  allowed_origins: string[]
  appearance: Appearance & { color?: string; logo?: string | null }
  hours: Hours | null
  assistant_enabled: boolean
  settings: unknown
  version: number
}

const Colour = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/)
const COLUMNS = `id, workspace_id, key, name, locale, greeting, allowed_origins, appearance, hours, assistant_enabled,
                 settings, version`
const SITE = `select ${COLUMNS} from sites`
/** In the statement that changes the site, so that neither is without the other. */
const KEEP_LOGO = `, kept as (
       insert into site_logos (site_id, workspace_id, digest, bytes)
       select id, workspace_id, $12, $13::bytea from changed
       on conflict (site_id) do update set digest = excluded.digest, bytes = excluded.bytes)`
const DROP_LOGO = `, gone as (delete from site_logos where workspace_id = $1 and site_id in (select id from changed))`

/** So that faults are named from the root of what was given. */
const hoursOf = (hours: Hours | null | undefined): Hours | null =>
  hours ? parse(z.object({ hours: Hours }), { hours }).hours : null
/** As an administrator may write them, also where they come from the command line. */
const Words = ChangeSite.pick({ name: true, locale: true, greeting: true, label: true })
const wordsOf = ({ name, locale, greeting, label }: SiteChange): z.infer<typeof Words> =>
  parse(Words, { name, locale, greeting, label })
const colourOf = (colour: string): string => parse(z.object({ colour: Colour }), { colour }).colour

export interface SitesDeps {
  db: Pick<Database, 'query'>
  bus?: Pick<Bus, 'emit' | 'on' | 'onGap'>
  log?: Pick<Log, 'warn'>
  clock?: () => Date
  /** How long a site is remembered: each request asks for its site before anything else. */
  rememberMs?: number
}

export function createSites({ db, bus, log, clock = () => new Date(), rememberMs = 10_000 }: SitesDeps) {
  const cache = createShortCache<Site | null>({ ms: rememberMs, clock })
  bus?.on('site.changed', cache.clear)
  bus?.onGap(cache.clear)
  /** Each fault is one line, however often its site is read. */
  const told = new Set<string>()

  const toSite = (row: SiteRow): Site => {
    const { color, logo = null, ...appearance } = row.appearance
    return {
      id: row.id,
      workspaceId: row.workspace_id,
      key: row.key,
      name: row.name,
      locale: row.locale,
      greeting: row.greeting,
      allowedOrigins: row.allowed_origins,
      appearance,
      logo,
      colour: color ?? appearance.light.solid,
      hours: row.hours,
      assistantEnabled: row.assistant_enabled,
      settings: readSettings(row.settings, (path) => {
        const fault = `${row.id} ${path}`
        if (told.has(fault) || told.size >= 1000) return
        told.add(fault)
        log?.warn({ site: row.id, path }, 'sites: a stored setting is not understood, its default holds')
      }),
      version: row.version,
    }
  }

  function changed(row: SiteRow): Site {
    cache.clear()
    bus?.emit('site.changed', { workspaceId: row.workspace_id, siteId: row.id })
    return toSite(row)
  }

  async function one(where: string, bind: unknown[]): Promise<Site | null> {
    const [row] = await db.query<SiteRow>(`${SITE} where ${where}`, bind)
    return row ? toSite(row) : null
  }

  /** What a site has when only some of it is given: the rest stays as it is. */
  const appearanceOf = (input: SiteChange, site?: Site): SiteRow['appearance'] => {
    const held = site?.appearance
    const color = colourOf(input.colour ?? site?.colour ?? HOUSE_BLUE)
    return {
      // Derived palettes stay as they are: a new release must not repaint a site by itself.
      ...(input.colour === undefined && held ? held : derivePalettes(color)),
      color,
      logo: input.logo === undefined ? (site?.logo ?? null) : (input.logo?.digest ?? null),
      position: input.position ?? held?.position ?? 'bottom-right',
      label: input.label ?? held?.label ?? '',
      logo_path: input.logoPath === undefined ? (held?.logo_path ?? null) : input.logoPath,
    }
  }

  const read = (workspaceId: string, id: string): Promise<Site | null> =>
    one('workspace_id = $1 and id = $2', [workspaceId, id])

  /** What a site would be after a change. @throws Problem `invalid-request` */
  function after(site: Site, given: SiteChange): Site & { stored: { settings: object; look: object } } {
    const change = { ...given, ...wordsOf(given) }
    checkOwnTexts(change.settings?.texts)
    const { settings, stored } = patchSettings(site.settings, change.settings ?? {})
    const look = appearanceOf(change, site)
    const { color, logo = null, ...appearance } = look
    return {
      ...site,
      name: change.name ?? site.name,
      locale: change.locale ?? site.locale,
      greeting: change.greeting ?? site.greeting,
      allowedOrigins: change.allowedOrigins?.map((origin) => exactOrigin(origin)) ?? site.allowedOrigins,
      appearance,
      logo,
      colour: color ?? site.colour,
      hours: change.hours === undefined ? site.hours : hoursOf(change.hours),
      assistantEnabled: change.assistantEnabled ?? site.assistantEnabled,
      settings,
      stored: { settings: stored, look },
    }
  }

  async function write(site: Site, change: SiteChange): Promise<SiteRow | undefined> {
    const next = after(site, change)
    const { logo } = change
    const [row] = await db.query<SiteRow>(
      `with changed as (
       update sites set name = $3, locale = $4, greeting = $5, allowed_origins = $6::text[], appearance = $7::jsonb,
              hours = $8::jsonb, assistant_enabled = $9, settings = $10::jsonb, version = version + 1
        where workspace_id = $1 and id = $2 and version = $11
       returning ${COLUMNS})${logo === undefined ? '' : logo ? KEEP_LOGO : DROP_LOGO}
       select * from changed`,
      [
        site.workspaceId,
        site.id,
        next.name,
        next.locale,
        next.greeting,
        next.allowedOrigins,
        JSON.stringify(next.stored.look),
        next.hours && JSON.stringify(next.hours),
        next.assistantEnabled,
        JSON.stringify(next.stored.settings),
        site.version,
        ...(logo ? [logo.digest, logo.bytes] : []),
      ],
    )
    return row
  }

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
      wordsOf(input)
      const appearance = appearanceOf(input)
      const hours = hoursOf(input.hours)
      checkOwnTexts(input.settings?.texts)
      const { stored } = patchSettings(readSettings({}), input.settings ?? {})
      const [row] = await db.query<SiteRow>(
        `insert into sites (id, workspace_id, key, name, locale, greeting, allowed_origins, appearance, hours,
                            assistant_enabled, settings)
         values ($1, $2, $3, $4, $5, $6, $7::text[], $8::jsonb, $9::jsonb, $10, $11::jsonb)
         returning ${COLUMNS}`,
        [
          uuidv7(),
          input.workspaceId,
          input.key ?? randomBytes(8).toString('hex'),
          input.name,
          input.locale ?? 'en',
          input.greeting ?? '',
          (input.allowedOrigins ?? []).map((origin) => exactOrigin(origin)),
          JSON.stringify(appearance),
          hours && JSON.stringify(hours),
          input.assistantEnabled ?? true,
          JSON.stringify(stored),
        ],
        transaction,
      )
      return changed(row!)
    },

    /** All of a workspace, oldest first. */
    async list(workspaceId: string): Promise<Site[]> {
      return (
        await db.query<SiteRow>(`${SITE} where workspace_id = $1 order by created_at, id`, [workspaceId])
      ).map(toSite)
    },

    /** As it is now, past what is remembered. */
    read,

    /** What it would be after a change that is not made. @throws Problem `invalid-request` */
    preview(site: Site, change: SiteChange): Site {
      const { stored: _, ...next } = after(site, change)
      return next
    },

    /**
     * Changes what is given and leaves the rest as it is by then; `settings` is a merge patch. Another node that does
     * not hear of it follows within the seconds a site is remembered.
     * @param version  the caller changes what it has seen: refused when the site has changed since
     * @throws Problem `site-changed`, `site-not-found`, `invalid-request` for what makes no sense
     */
    async update(
      { workspaceId, id }: Pick<Site, 'workspaceId' | 'id'>,
      change: SiteChange,
      version?: number,
    ): Promise<Site> {
      for (;;) {
        const site = await read(workspaceId, id)
        if (!site) throw new Problem('site-not-found')
        if (version !== undefined && version !== site.version)
          throw new Problem('site-changed', 'Read the site again: somebody else has changed it since.')
        // None where somebody was quicker: then on top of their change.
        const row = await write(site, change)
        if (row) return changed(row)
      }
    },
  }
}

export type Sites = ReturnType<typeof createSites>
