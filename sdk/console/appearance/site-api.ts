// The server's part of the appearance page: sites, previews, texts. Same origin, with the console's cookie.

import { nativeEnvironment } from '../../client/client-environment.ts'
import { createRest, type Rest } from '../../client/rest.ts'
import type { AdminSite, ChangeSite, SitePreview, SiteTags, WidgetText } from '../../protocol/site-admin.ts'

export interface SiteApi {
  sites(): Promise<AdminSite[]>
  save(id: string, change: ChangeSite): Promise<AdminSite>
  preview(id: string, change: ChangeSite, locale: string, signal: AbortSignal): Promise<SitePreview>
  tags(id: string): Promise<SiteTags>
  texts(id: string, locale: string): Promise<WidgetText[]>
}

export function createSiteApi(server: string): SiteApi {
  const env = nativeEnvironment()
  const rest: Rest = createRest({ env, base: `${server}/api/v1`, credentials: 'same-origin' })
  return {
    sites: async () => (await rest<{ sites: AdminSite[] }>('GET', '/sites')).sites,
    save: async (id, body) => (await rest<{ site: AdminSite }>('PATCH', `/sites/${id}`, { body })).site,
    preview: (id, { version: _, ...body }, locale, signal) =>
      rest('POST', `/sites/${id}/preview`, { body, query: { locale }, signal }),
    tags: (id) => rest('GET', `/sites/${id}/tags`),
    texts: async (id, locale) =>
      (await rest<{ texts: WidgetText[] }>('GET', '/texts', { query: { site: id, locale } })).texts,
  }
}
