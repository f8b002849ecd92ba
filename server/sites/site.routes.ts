// Sites over REST, for administrators. Mounted under /api/v1 behind the agents' guard; what a site is, is the service's.

import { type Request, type Response, Router } from 'express'
import * as z from 'zod'
import type { Hours } from '../../sdk/protocol/opening-hours.ts'
import { type AdminSite, ChangeSite, type SitePreview, type SiteTags } from '../../sdk/protocol/site-admin.ts'
import type { Audit } from '../accounts/audit.service.ts'
import { agentOf, requireRole } from '../accounts/require-agent.ts'
import { changedValues } from '../platform/changed-names.ts'
import { matchedVersion } from '../platform/http/if-match.ts'
import { refuseOtherMethods } from '../platform/http/other-methods.ts'
import { parse } from '../platform/parse.ts'
import { Problem } from '../platform/problem.ts'
import { lookCss } from './look.ts'
import { contrast } from './oklch.ts'
import { listTexts } from './own-texts.ts'
import { SURFACE } from './palette.ts'
import type { Site, SiteChange, Sites } from './site.service.ts'
import type { SiteLogos } from './site-logo.ts'
import type { SettingsPatch } from './stored-settings.ts'
import { widgetSettings } from './widget-settings.ts'

export interface SiteRoutesDeps {
  sites: Pick<Sites, 'list' | 'read' | 'update' | 'preview'>
  logos: SiteLogos
  audit: Pick<Audit, 'record'>
  /** What is pasted into a site's pages is the widget's business. */
  tagsOf: (site: Site) => Promise<SiteTags>
}

const toBody = (site: Site, logo: string | null): AdminSite => ({
  id: site.id,
  key: site.key,
  name: site.name,
  locale: site.locale,
  greeting: site.greeting,
  origins: [...site.allowedOrigins],
  colour: site.colour,
  position: site.appearance.position,
  label: site.appearance.label,
  logo,
  logo_path: site.appearance.logo_path,
  hours: site.hours as AdminSite['hours'],
  assistant_enabled: site.assistantEnabled,
  settings: site.settings,
  version: site.version,
})

/** @throws Problem `invalid-request`, `busy` */
async function readChange(
  body: unknown,
  logos: SiteLogos,
): Promise<{ change: SiteChange; version: number | undefined }> {
  const input = parse(ChangeSite, body ?? {})
  const { origins, logo, logo_path, assistant_enabled, version, hours, settings, ...same } = input
  const change: SiteChange = {
    ...same,
    ...(origins !== undefined && { allowedOrigins: origins }),
    ...(logo !== undefined && { logo: logo === null ? null : await logos.read(logo) }),
    ...(logo_path !== undefined && { logoPath: logo_path }),
    ...(assistant_enabled !== undefined && { assistantEnabled: assistant_enabled }),
    // Checked by the service, which knows what hours and settings are.
    ...(hours !== undefined && { hours: hours as Hours | null }),
    ...(settings !== undefined && { settings: settings as SettingsPatch }),
  }
  return { change, version }
}

/** What an owner writes to customers is not repeated in the audit log, nor is a picture. */
const OWN_WORDS = /^(?:greeting$|logo$|settings\.texts\.|settings\.proactive)/

export function siteRoutes({ sites, logos, audit, tagsOf }: SiteRoutesDeps): Router {
  const router = Router()
  const administrators = requireRole('owner', 'admin')

  async function siteOf(request: Request<{ id: string }>, response: Response): Promise<Site> {
    const { id } = request.params
    const site = z.uuid().safeParse(id).success ? await sites.read(agentOf(response).workspaceId, id) : null
    if (!site) throw new Problem('site-not-found')
    return site
  }

  const bodyOf = async (site: Site): Promise<AdminSite> => toBody(site, await logos.of(site))

  const send = (response: Response, site: AdminSite): void => {
    response.set('ETag', `"${site.version}"`).json({ site })
  }

  router.get('/sites', administrators, async function listSites(_request, response) {
    const all = await sites.list(agentOf(response).workspaceId)
    response.json({ sites: await Promise.all(all.map(bodyOf)) })
  })

  router.get(
    '/sites/:id',
    administrators,
    async function showSite(request: Request<{ id: string }>, response) {
      send(response, await bodyOf(await siteOf(request, response)))
    },
  )

  router.patch(
    '/sites/:id',
    administrators,
    async function changeSite(request: Request<{ id: string }>, response) {
      const { workspaceId, id: agentId } = agentOf(response)
      const site = await siteOf(request, response)
      const { change, version } = await readChange(request.body, logos)
      const before = await bodyOf(site)
      const after = await bodyOf(await sites.update(site, change, version ?? matchedVersion(request)))
      await audit.record({
        workspaceId,
        agentId,
        action: 'site.changed',
        data: { site_id: after.id, ...changedValues(before, after, OWN_WORDS) },
      })
      send(response, after)
    },
  )

  router.post(
    '/sites/:id/preview',
    administrators,
    async function previewSite(request: Request<{ id: string }>, response) {
      const site = await siteOf(request, response)
      const { change } = await readChange(request.body, logos)
      const next = sites.preview(site, change)
      const { light, dark } = next.appearance
      const { locale } = request.query
      const settings = widgetSettings(next, typeof locale === 'string' ? locale : next.locale) ?? {}
      const readout = ({ solid, accent }: typeof light, surface: string) => ({
        text_on_solid: contrast('#ffffff', solid),
        accent_on_surface: contrast(accent, surface),
      })
      const preview: SitePreview = {
        site: toBody(next, await logos.of(site)),
        appearance: next.appearance,
        style: lookCss(next) ?? '',
        greeting: settings.texts?.['home.greeting'] ?? next.greeting,
        settings,
        contrast: { light: readout(light, SURFACE.light), dark: readout(dark, SURFACE.dark) },
      }
      response.json(preview)
    },
  )

  router.get(
    '/sites/:id/tags',
    administrators,
    async function siteTags(request: Request<{ id: string }>, response) {
      response.json(await tagsOf(await siteOf(request, response)))
    },
  )

  router.get('/texts', administrators, async function texts(request, response) {
    const { locale, site: id } = request.query
    const all = await sites.list(agentOf(response).workspaceId)
    const site = id === undefined ? all[0] : all.find((one) => one.id === id)
    if (!site) throw new Problem('site-not-found')
    response.json(await listTexts(site, typeof locale === 'string' ? locale : site.locale))
  })

  return refuseOtherMethods(router)
}
