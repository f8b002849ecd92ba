// `npm run site -- [--name N] [--origin O]… [--colour #rrggbb] …`: shows the sites with the tag to paste, and sets what
// is given, also while the server is running. The console's appearance page does the same for the look.

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { DAYS, type Hours } from '../sdk/protocol/opening-hours.ts'
import { createWorkspaces } from './accounts/workspace.service.ts'
import { DIST } from './browser-bundles.ts'
import { runCommandLine, withDatabaseUrl } from './command-line.ts'
import { createPinnedLoaders } from './pinned-loaders.ts'
import { connectDatabase } from './platform/database/database.ts'
import { differenceFrom, mergePatch } from './platform/merge-patch.ts'
import { OperatorError } from './platform/operator-error.ts'
import { createSites, type Site, type SiteChange } from './sites/site.service.ts'
import { DEFAULT_SETTINGS, type SettingsPatch } from './sites/stored-settings.ts'
import { latestTag, type PinnedScript, pinnedScript, pinnedTag, readWidgetBundle } from './widget-bundle.ts'

const USAGE = `Usage: npm run site -- [--key K] [--name N] [--origin https://shop.example]… [--colour #0a5e4b]
  [--locale en] [--greeting G] [--label L] [--position bottom-right|bottom-left] [--theme auto|light|dark]
  [--hours hours.json] [--settings settings.json]
--hours takes {"time_zone": "Europe/Oslo", "days": {"mon": [["08:00", "18:00"]]}}, or null to keep none.
--settings takes what is to change, such as {"look": {"radius": 8}, "home": {"status": false}}; null brings a default back.`

function readArguments() {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      options: {
        key: text,
        name: text,
        origin: { type: 'string', multiple: true },
        colour: text,
        locale: text,
        greeting: text,
        label: text,
        position: text,
        theme: text,
        hours: text,
        settings: text,
      },
    })
    if (values.colour !== undefined && !/^#[0-9a-f]{6}$/i.test(values.colour))
      throw new OperatorError('--colour takes six digits after a #, such as #0a5e4b.')
    const { position } = values
    if (position !== undefined && position !== 'bottom-right' && position !== 'bottom-left')
      throw new OperatorError('--position takes bottom-right or bottom-left.')
    return { ...values, position } as typeof values & { position?: 'bottom-right' | 'bottom-left' }
  } catch (error) {
    throw error instanceof OperatorError ? error : new OperatorError(`${(error as Error).message}\n${USAGE}`)
  }
}

async function readJson<T>(file: string): Promise<T> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new OperatorError(`${file} could not be read as JSON: ${(error as Error).message}`)
  }
}

/** What the arguments ask for; empty where they only ask what there is. */
async function changeOf(given: ReturnType<typeof readArguments>): Promise<SiteChange> {
  const { name, origin, colour, locale, greeting, label, position, theme, hours, settings } = given
  const file = settings === undefined ? {} : await readJson<SettingsPatch>(settings)
  const look = theme === undefined ? {} : { look: { theme } }
  return {
    ...(name !== undefined && { name }),
    ...(origin !== undefined && { allowedOrigins: origin }),
    ...(colour !== undefined && { colour: colour.toLowerCase() }),
    ...(locale !== undefined && { locale }),
    ...(greeting !== undefined && { greeting }),
    ...(label !== undefined && { label }),
    ...(position !== undefined && { position }),
    ...(hours !== undefined && { hours: await readJson<Hours | null>(hours) }),
    ...((settings !== undefined || theme !== undefined) && {
      settings: mergePatch(file, look) as SettingsPatch,
    }),
  }
}

function show(site: Site, publicUrl: string, pinned: PinnedScript | null): void {
  const { position, label, light } = site.appearance
  const { hours } = site
  const lines = [
    ['Origins', site.allowedOrigins.join(', ') || 'pages on localhost only; add yours with --origin'],
    ['Colour', light.solid === site.colour ? site.colour : `${site.colour}, shown as ${light.solid}`],
    ['Place', position],
    ['Label', label],
    [
      'Hours',
      hours && `${DAYS.filter((day) => hours.days[day]?.length).join(' ') || 'never'}, ${hours.time_zone}`,
    ],
    ['Set', differenceFrom(DEFAULT_SETTINGS, site.settings)],
    ['Tag', latestTag(site, publicUrl)],
    ['Pinned', pinned && pinnedTag(pinned, site, publicUrl)],
  ].filter(([, value]) => value)
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
  console.log(`\n  ${site.name}`)
  for (const [name, value] of lines) console.log(`  ${String(name).padEnd(8)} ${text(value)}`)
  console.log('')
}

async function main(): Promise<number> {
  const given = readArguments()
  const { key } = given
  const change = await changeOf(given)
  return withDatabaseUrl(async (url, { publicUrl }) => {
    const db = connectDatabase({ url, pool: 2 })
    try {
      const sites = createSites({ db })
      // Without a built widget there is nothing to pin.
      const pinned = await readWidgetBundle(path.join(DIST, 'widget')).then(pinnedScript, () => null)
      if (pinned) await createPinnedLoaders({ db }).keep(pinned)
      const workspace = await createWorkspaces({ db }).first()
      if (!workspace) throw new OperatorError('There is no site yet: start Deskbell once first.')
      const chosen = (await sites.list(workspace.id)).filter((site) => key === undefined || site.key === key)
      if (chosen.length === 0) throw new OperatorError(`There is no site with the key ${key}.`)
      if (Object.keys(change).length === 0) for (const site of chosen) show(site, publicUrl, pinned)
      else if (chosen.length > 1) throw new OperatorError('There are several sites: choose one with --key.')
      else show(await sites.update(chosen[0]!, change), publicUrl, pinned)
      return 0
    } finally {
      await db.close()
    }
  })
}

await runCommandLine(main)
