// What the loader and the panel say to each other. Types only: the loader must not pull the panel in.

import type { ViewName } from '../sdk/elements/provider/widget-context.ts'

/** What the server writes into embed.js when it serves it; every part may be missing. */
export interface LoaderSettings {
  /** The look as declarations for the launcher's host: `--site-solid:…;--deskbell-radius:8px;color-scheme:dark`. */
  css?: string
  position?: 'bottom-right' | 'bottom-left'
  label?: string
  /** Path of the panel's module on this server. */
  panel?: string
  /** Name of the company, for the shell's header. */
  name?: string
  site?: string
  /** The site's own language, for visitors whose languages we do not have. */
  locale?: string
}

/** Commands of `window.Deskbell(command, …)` that the panel carries out. */
export type PanelCommand =
  | [name: 'open']
  | [name: 'show', view: ViewName]
  | [name: 'search', query: string]
  | [name: 'showArticle', slug: string]
  | [name: 'newTicket', subject?: string]
  | [name: 'showTicket', reference?: string, email?: string]
  | [name: 'setLocale', locale: string]
  | [name: 'startChat', text?: string]

export interface PanelOptions {
  /** Where the panel draws itself; the loader has placed and sized it. */
  frame: HTMLElement
  server: string
  locale: string
  /** Of the script tag: site, theme … */
  dataset: DOMStringMap
  settings: LoaderSettings
  /** The launcher's badge: its text is shown, empty for none. */
  badge: HTMLElement
  /** The panel wants to be closed. */
  close(): void
  /** For the page's own listeners: `Deskbell('on', …)`. */
  emit(event: string, detail?: unknown): void
}

export interface Panel {
  run(command: PanelCommand): void
  /** Told on every opening and closing. */
  shown(open: boolean): void
  destroy(): void
}

export interface PanelModule {
  /** Resolves when there is something to see. */
  mount(options: PanelOptions): Promise<Panel>
}
