// The page in the preview's frame: the real loader and the real panel on a made-up page. It shows what the appearance
// page says, tells the widget that this is what the site has set, and lets nothing that is written here out.

import { blobOf } from './logo-picture.ts'
import type { PreviewMessage, PreviewScene } from './preview-message.ts'

const sheet = new CSSStyleSheet()
let scene: PreviewScene | undefined
let logo: { picture: string; url: string } | undefined

const tag = document.querySelector<HTMLScriptElement>('script[src$="embed.js"]')!
tag.dataset.site = new URLSearchParams(location.search).get('site') ?? ''

/** One address as long as it is the same picture. */
function logoUrl(picture: string): string {
  if (logo?.picture !== picture) {
    if (logo) URL.revokeObjectURL(logo.url)
    logo = { picture, url: URL.createObjectURL(blobOf(picture)) }
  }
  return logo.url
}

const send = window.fetch
/** Reads go through, with the look that is being tried in the settings; nothing is written. */
window.fetch = async function fetchForPreview(input, init) {
  const request = new Request(input, init)
  if (request.method !== 'GET') return Response.json({ code: 'unavailable' }, { status: 503 })
  const answer = await send(request)
  if (!scene || !new URL(request.url).pathname.endsWith('/config')) return answer
  const { name, logo: picture, appearance, ...look } = scene.look
  const { logo_url: _, logo_path: __, ...config } = await answer.json()
  const mark = picture
    ? { logo_url: logoUrl(picture) }
    : appearance.logo_path && { logo_path: appearance.logo_path }
  return Response.json({ ...config, ...look, ...mark, site: { ...config.site, name } })
}

// The widget takes the focus when it opens. Here that would be out of the field somebody is typing in.
const { focus } = HTMLElement.prototype
HTMLElement.prototype.focus = function focusIfHere(options) {
  if (document.hasFocus()) focus.call(this, options)
}

interface Panel extends HTMLElement {
  start(): Promise<void>
}
const call = (...args: unknown[]): void => {
  ;(window as { Deskbell?: (...args: unknown[]) => void }).Deskbell?.(...args)
}

function paint({ look, scheme }: PreviewScene): void {
  const host = document.querySelector<HTMLElement>('deskbell-launcher')
  const root = host?.shadowRoot
  if (!host || !root) return
  const { theme = 'auto' } = look.settings.look ?? {}
  const shown = theme === 'auto' ? scheme : theme
  sheet.replaceSync(`:host{${look.style};--deskbell-theme:${shown};color-scheme:${shown}}`)
  // Last, so that it wins over what is saved.
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((each) => each !== sheet), sheet]
  const { label, position } = look.appearance
  call('update', { label, position, theme: shown })
  void root.querySelector<Panel>('deskbell-widget')?.start()
}

function show(next: PreviewScene): void {
  const before = scene
  scene = next
  const { dir, locale, scheme, view } = next
  Object.assign(document.documentElement, { dir, lang: locale, className: scheme })
  paint(next)
  if (before?.locale !== locale) call('setLocale', locale)
  if (before?.view === view) return
  if (view === 'closed') call('close')
  else call('show', view)
}

// The console may stand in a page of another origin; the server lets only those frame this page that show its console.
const around = new URLSearchParams(location.search).get('from') ?? location.origin
window.addEventListener('message', ({ origin, source, data }: MessageEvent<PreviewMessage>) => {
  if (origin === around && source === parent && data.deskbell === 'scene') show(data.scene)
})
window.addEventListener('load', () => parent.postMessage({ deskbell: 'ready' }, around))
