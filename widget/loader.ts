// embed.js, all that a page loads before the visitor acts: the launcher and the command queue. It must not know Lit,
// storage, sockets or the API; the panel is another file, fetched when a pointer or the focus comes near.

import { loaderStyles } from './loader.styles.ts'
import type { LoaderSettings, Panel, PanelCommand, PanelModule } from './panel-contract.ts'

/** Replaced by the server with JSON; absent where the file is served as it is. */
declare const __DESKBELL_SETTINGS__: LoaderSettings

interface Deskbell {
  (command: string, ...args: unknown[]): unknown
  /** Calls made before this file was there. */
  q?: Iterable<unknown>[]
  /** Set once this file runs. */
  v?: 1
}

function start({ dataset, src }: HTMLScriptElement, waiting: Iterable<unknown>[]): void {
  let settings: LoaderSettings = {}
  try {
    settings = __DESKBELL_SETTINGS__
  } catch {
    // Served as it is: the defaults hold.
  }
  const { color, theme } = dataset
  const server = new URL(src).origin
  const locale = dataset.locale || document.documentElement.lang || navigator.language
  const left = (dataset.position || settings.position) === 'bottom-left'
  const label = dataset.label ?? settings.label ?? ''
  const name = settings.name ?? ''
  const life = new AbortController()

  let panel: Promise<Panel> | undefined
  let module: Promise<PanelModule> | undefined
  let tries = ''
  let open = false

  const make = <Name extends keyof HTMLElementTagNameMap>(
    tag: Name,
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[Name] => {
    const element = document.createElement(tag)
    element.append(...children)
    return element
  }

  const badge = make('b')
  const launcher = make('button', make('span', label), badge)
  launcher.ariaLabel = label || `${name} Support`
  const closer = make('button', '✕')
  closer.ariaLabel = 'Close'
  const shell = make('p', closer, name)
  const frame = make('div', shell)
  frame.hidden = true
  const host = make('deskbell-launcher' as 'div')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`${loaderStyles}:host{${settings.css}}`)
  root.adoptedStyleSheets = [sheet]
  root.append(launcher, frame)
  if (left) launcher.style.flexDirection = 'row-reverse'
  // The side it stands on: "right" becomes "left" where the page is read from right to left.
  host.dir = left === /^(ar|he|fa|ur)\b/i.test(locale) ? 'ltr' : 'rtl'
  if (color) host.style.setProperty('--deskbell-accent', color)
  if (theme) host.style.colorScheme = theme

  const emit = (event: string, detail?: unknown): void => {
    host.dispatchEvent(new CustomEvent(event, { detail }))
  }

  const load = (): Promise<PanelModule> => {
    const path = settings.panel ?? '/support/widget/assets/panel.js'
    module ??= import(/* @vite-ignore */ server + path + tries).catch((error) => {
      module = undefined
      // A browser remembers a module that failed, so another try needs another address.
      tries += '?'
      throw error
    })
    return module!
  }

  const dead = (text: string, sign: string): void => {
    launcher.className = sign && 'dead'
    launcher.title = text
    badge.textContent = sign
  }

  const show = (is: boolean): void => {
    if (open === is) return
    open = is
    frame.hidden = !is
    launcher.hidden = is
    ;(is ? closer : launcher).focus()
    panel?.then((ready) => ready.shown(is))
    emit(is ? 'open' : 'close')
  }
  const close = (): void => show(false)

  const run = async (command: PanelCommand): Promise<void> => {
    dead('', '')
    show(true)
    try {
      panel ??= load().then(({ mount }) =>
        mount({ frame, server, locale, dataset, settings, badge, close, emit }),
      )
      const ready = await panel
      shell.remove()
      ready.run(command)
    } catch (error) {
      panel = undefined
      close()
      dead('Support cannot be reached', '!')
      emit('error', error)
    }
  }

  const deskbell: Deskbell = (command, ...args) => {
    if (command === 'on') {
      const [event, listener] = args as [string, (detail: unknown) => void]
      const heard = (fact: Event): void => listener((fact as CustomEvent).detail)
      host.addEventListener(event, heard)
      return () => host.removeEventListener(event, heard)
    }
    if (command === 'shutdown') {
      life.abort()
      panel?.then((ready) => ready.destroy())
      host.remove()
      delete window.Deskbell
    } else if (command === 'close' || (command === 'toggle' && open)) close()
    else run([command, ...args] as PanelCommand)
  }
  deskbell.v = 1
  window.Deskbell = deskbell

  launcher.onpointerenter =
    launcher.onfocus =
    launcher.ontouchstart =
      () => {
        load().catch(() => {})
      }
  launcher.onclick = () => {
    run(['open'])
  }
  closer.onclick = close
  frame.onkeydown = (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close()
  }
  const listen = (event: string, listener: (event: Event) => void): void =>
    document.addEventListener(event, listener, life)
  listen('click', (event) => {
    const link = (event.target as Element).closest('[data-deskbell-open]')
    if (!link) return
    event.preventDefault()
    run(['show', link.getAttribute('data-deskbell-open') as 'chat'])
  })
  const attach = (): void => document.body.append(host)
  if (document.body) attach()
  else listen('DOMContentLoaded', attach)
  for (const call of waiting) deskbell(...(call as Iterable<string> as [string]))
}

declare global {
  interface Window {
    Deskbell?: Deskbell
  }
}

const script = (document.currentScript ??
  document.querySelector('script[data-site]')) as HTMLScriptElement | null
// A page that carries the tag twice has one widget.
if (script && !window.Deskbell?.v) start(script, window.Deskbell?.q ?? [])
