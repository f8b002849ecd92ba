// What the loader and the modules it fetches say to each other. Types only: the loader must not pull the panel in.
// A page may pin a loader that is older than the panel, so `Page` only ever grows.

import type { IdentityToken, VisitorClient } from '../sdk/client/visitor-client.api.ts'
import type { LoadedLocale } from '../sdk/locales/load-locale.ts'
import type { ProactiveMessage } from '../sdk/protocol/site-settings.ts'

/** Language, the launcher's name, "Close" and "Support cannot be reached": all that is said before the panel is there. */
export type LauncherWords = readonly [lang: string, label: string, close: string, unreachable: string]

/** What the server writes into embed.js when it serves it. */
export interface InlinedSettings {
  /** File names of the panel and of what carries out the page's other calls. */
  panel: string
  api: string
  /** In the site's language. */
  words: LauncherWords
  /** Name of the company, for the shell's header. */
  name: string
  /** Declarations for the launcher's host: `--site-solid:…;--deskbell-radius:8px`. */
  css?: string
  position?: 'bottom-right' | 'bottom-left'
  label?: string
  consent?: 'ask'
  /** File to be fetched when the page has come to rest, and what it looks at: messages the site begins itself. */
  idle?: string
  proactive?: readonly ProactiveMessage[]
}

/**
 * The page's own settings, `window.deskbellSettings` or `data-*` of the tag; `Deskbell('update', …)` changes them.
 * The look is in CSS values, for the custom properties of the same names.
 */
export interface PageSettings extends Partial<InlinedSettings> {
  site?: string
  locale?: string
  /** A value of CSS's `color-scheme`. */
  theme?: 'light' | 'dark' | 'light dark'
  color?: string
  radius?: string
  font?: string
  icon?: string
  /** Distance of the launcher from the page's edges. */
  x?: string
  y?: string
  hideLauncher?: boolean | 'true'
  /** Signed by the site, or a function that fetches such a token. */
  identity?: IdentityToken
  /** What the page says of its visitor, unproven. */
  user?: Record<string, string | number | boolean | null>
}

/** One call of `window.Deskbell(command, …)`. */
export type Call = readonly [command: string, ...args: unknown[]]

/** The loader, as the modules see it that it fetches. */
export interface Page {
  /** Address of the script itself, on the Deskbell server. */
  readonly src: string
  readonly settings: PageSettings & InlinedSettings
  /** The launcher's: `button` is the launcher, `b` its badge, `div` the panel's frame. */
  readonly root: ShadowRoot
  /** Ends with `shutdown`. */
  readonly life: AbortController
  /** Puts the launcher back where the page has taken it away. */
  readonly observer: MutationObserver
  /** Calls that nobody has carried out yet; page-api.ts takes its `push` over. */
  readonly calls: Call[]
  open: boolean
  panel?: Promise<Panel> | null
  api?: Promise<unknown>
  /** Draws the launcher anew after a change of settings. */
  apply(): void
  /** As `deskbell:…` on window, and so to `Deskbell('on', …)`. */
  emit(event: string, detail?: unknown): void
  show(open: boolean): void
  /** Mounts a module of this server by its file name. */
  mount(file: string): Promise<never>
  /** Opens the panel and has it carry the call out. */
  run(...call: Call): Promise<void>
}

export interface Panel {
  run(call: Call): void
  /** The full client, fetched at the first need. */
  client(): Promise<VisitorClient>
  /** Fetches the first texts of a language. */
  load(locale: string): Promise<LoadedLocale>
  /** Redraws what is on the screen in another language; nothing typed is lost. */
  speak(loaded: LoadedLocale, locale: string): void
  destroy(): void
}

/** What a module of ours exports that the loader fetches. */
export interface PageModule<Mounted> {
  mount(page: Page): Promise<Mounted>
}

/** `window.Deskbell`: commands by name or as methods. */
export interface Deskbell {
  (command: string, ...args: unknown[]): unknown
  /** Resolves with this object. */
  ready: Promise<Deskbell>
  /** Calls made before the script was there. */
  q?: Iterable<unknown>[]
  [command: string]: unknown
}

declare global {
  interface Window {
    Deskbell?: Deskbell
    deskbellSettings?: PageSettings
  }
  interface Document {
    /** The same as `window.Deskbell`, there even if the page has taken that name. */
    deskbell?: Deskbell
  }
  interface Navigator {
    readonly connection?: { readonly saveData: boolean }
  }
}
