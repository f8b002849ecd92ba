// A server's part of the appearance page without a server, for tests. It remembers what it was asked.

import { ApiError, fromProblem } from '../../client/api-error.ts'
import type { AdminSite, SitePreview } from '../../protocol/site-admin.ts'
import type { SiteSettings } from '../../protocol/site-settings.ts'
import type { SiteApi } from '../appearance/site-api.ts'

export const sampleSite: AdminSite = {
  id: '0192f0c0-0000-7000-8000-000000000001',
  key: 'fjordline',
  name: 'Fjordline',
  locale: 'en',
  greeting: '',
  origins: ['https://fjordline.example'],
  colour: '#0a5e4b',
  position: 'bottom-right',
  label: '',
  logo_path: 'M3 18 9 6l4 7 2-3 6 8',
  hours: null,
  assistant_enabled: true,
  settings: {
    look: { theme: 'auto', radius: 16, offset_x: 20, offset_y: 20, font: '', icon: 'bell' },
    home: { search: true, chat: true, ticket: true, status: true, popular: true, people: true },
    chat: {
      pre_chat: [],
      attachments: true,
      emoji: true,
      sound: true,
      notifications: true,
      transcript: true,
    },
    ticket: { fields: [], attachments: true, lookup: 'email' },
    proactive: [],
    texts: {},
    consent: 'implied',
    page_history: true,
  },
  version: 3,
}

const palettes = {
  light: { accent: '#0a5e4b', solid: '#0a5e4b', soft: '#e7f4ef' },
  dark: { accent: '#77cab1', solid: '#247660', soft: '#1b302a' },
}

const previewOf = (site: AdminSite): SitePreview => ({
  site,
  appearance: { ...palettes, position: site.position, label: site.label, logo_path: site.logo_path },
  style: `--deskbell-radius:${site.settings.look.radius}px`,
  greeting: site.greeting,
  settings: {},
  contrast: {
    light: { text_on_solid: 7.7, accent_on_surface: 7.74 },
    dark: { text_on_solid: 5.6, accent_on_surface: 9.19 },
  },
})

interface FakeSiteApiOptions {
  sites?: AdminSite[]
  /** What every call fails with. */
  refuse?: ApiError['code']
}

export function createFakeSiteApi({ sites = [sampleSite], refuse }: FakeSiteApiOptions = {}) {
  const calls: [name: keyof SiteApi, ...args: unknown[]][] = []
  let refused = refuse
  const note = (...call: (typeof calls)[number]): void => {
    calls.push(call)
    if (refused) throw new ApiError(refused)
  }
  const api: SiteApi = {
    async sites() {
      note('sites')
      return sites
    },
    async save(id, change) {
      note('save', id, change)
      return { ...sites[0]!, ...(change as Partial<AdminSite>), settings: sites[0]!.settings, version: 4 }
    },
    async preview(id, change) {
      note('preview', id, change)
      const pointer =
        change.colour !== undefined && !/^#[0-9a-f]{6}$/.test(change.colour)
          ? '/colour'
          : ((change.settings as Partial<SiteSettings>)?.look?.offset_x ?? 0) > 400
            ? '/settings/look/offset_x'
            : (change.label?.length ?? 0) > 40 && '/label'
      if (pointer)
        throw fromProblem({
          type: '',
          code: 'invalid-request',
          title: 'No',
          status: 422,
          message: 'No',
          errors: [{ pointer, detail: 'Invalid input: expected int' }],
        })
      return previewOf({ ...sites[0]!, ...(change as Partial<AdminSite>), settings: sites[0]!.settings })
    },
    async tags() {
      return {
        latest:
          '<script src="https://desk.example/support/widget/embed.js" data-site="fjordline" async></script>',
        pinned: null,
      }
    },
    async texts() {
      return [
        { key: 'home.chat', ours: { other: 'Chat with us' }, own: null, placeholders: [] },
        {
          key: 'home.wait',
          ours: { other: 'A person answers in about {n} min' },
          own: null,
          placeholders: ['n'],
        },
      ]
    },
  }
  return {
    ...api,
    calls,
    of: (name: keyof SiteApi) => calls.filter(([called]) => called === name).map(([, ...args]) => args),
    refuse: (code: ApiError['code'] | undefined): void => {
      refused = code
    },
  }
}
