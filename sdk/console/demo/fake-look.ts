// What a server answers to the page about the widget's look in demos and tests: it previews what it is given. No memory.

import { fromProblem } from '../../client/api-error.ts'
import type { AdminSite, SitePreview, WidgetText } from '../../protocol/site-admin.ts'
import { fakeSite } from './fake-settings.ts'

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

const texts: WidgetText[] = [
  { key: 'home.chat', ours: { other: 'Chat with us' }, own: null, placeholders: [] },
  {
    key: 'home.wait',
    ours: { other: 'A person answers in about {n} min' },
    own: null,
    placeholders: ['n'],
  },
]

/** @throws ApiError for a text that names a place the server does not know */
function preview(input: Pick<AdminSite, 'settings'>): SitePreview {
  if (JSON.stringify(input.settings.texts).includes('{who}'))
    throw fromProblem({
      type: '',
      title: '',
      message: '',
      status: 422,
      detail: '',
      instance: '',
      code: 'invalid-request',
      errors: [{ pointer: '/settings/texts/en/home.wait', detail: 'There is no {who} here.' }],
    })
  return previewOf(fakeSite)
}

export function fakeLook(name: string, input: unknown): unknown {
  if (name === `POST /sites/${fakeSite.id}/preview`) return preview(input as AdminSite)
  return name === 'GET /texts' ? { texts } : undefined
}
