// A site being changed: what is saved, what is drafted, what the server says of the draft. Draws nothing.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { chooseLocale } from '../../locales/choose-locale.ts'
import type { AdminSite, SitePreview } from '../../protocol/site-admin.ts'
import type { SiteApi } from './site-api.ts'
import { changedFields, changeOf, type FieldName } from './site-draft.ts'

/** From the last key until the server is asked, ms. */
const PAUSE = 120

export type EditorView = 'loading' | 'failed' | 'signed-out' | 'forbidden' | 'ready'

export class SiteEditor implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #api: () => SiteApi
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking: AbortController | undefined
  #locale = 'en'
  view: EditorView = 'loading'
  sites: readonly AdminSite[] = []
  saved: AdminSite | null = null
  draft: AdminSite | null = null
  /** Of the last draft the server could make sense of. */
  preview: SitePreview | null = null
  /** Pointer (RFC 6901) → what is wrong there. */
  faults: ReadonlyMap<string, string> = new Map()
  state: 'resting' | 'saving' | 'saved' | 'failed' | 'overtaken' = 'resting'

  constructor(host: ReactiveControllerHost, api: () => SiteApi) {
    this.#host = host
    this.#api = api
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
  }

  get changed(): readonly FieldName[] {
    return this.saved && this.draft ? changedFields(this.saved, this.draft) : []
  }

  /** What is wrong at a pointer or below it. */
  faultAt(pointer: string): string | undefined {
    return [...this.faults].find(([at]) => at === pointer || at.startsWith(`${pointer}/`))?.[1]
  }

  async load(): Promise<void> {
    this.view = 'loading'
    this.#host.requestUpdate()
    try {
      this.sites = await this.#api().sites()
      this.view = this.sites.length > 0 ? 'ready' : 'failed'
      const wanted = this.saved?.id
      const site = this.sites.find(({ id }) => id === wanted) ?? this.sites[0]
      if (site) {
        // Without a region: what is said in a language holds for all of them.
        if (!wanted) this.#locale = chooseLocale([site.locale]).slice(0, 2)
        this.choose(site)
      }
    } catch (error) {
      const code = error instanceof ApiError ? error.code : ''
      this.view = code === 'unauthenticated' ? 'signed-out' : code === 'forbidden' ? 'forbidden' : 'failed'
    }
    this.#host.requestUpdate()
  }

  choose(site: AdminSite): void {
    this.saved = site
    this.draft = site
    this.state = 'resting'
    this.#ask(0)
  }

  /** Language of the preview. */
  set locale(locale: string) {
    this.#locale = locale
    this.#ask(0)
  }

  get locale(): string {
    return this.#locale
  }

  change(next: (draft: AdminSite) => AdminSite): void {
    this.draft = next(this.draft!)
    if (this.state !== 'overtaken') this.state = 'resting'
    this.#ask(PAUSE)
  }

  discard(): void {
    this.choose(this.saved!)
  }

  async save(): Promise<void> {
    const { saved, draft } = this
    if (!saved || !draft || this.changed.length === 0 || this.state === 'saving') return
    this.state = 'saving'
    this.#host.requestUpdate()
    try {
      this.saved = await this.#api().save(saved.id, changeOf(saved, draft))
      // What was typed meanwhile stays a change.
      if (this.draft === draft) this.draft = this.saved
      this.state = 'saved'
      this.#ask(0)
    } catch (error) {
      this.#read(error)
      this.state = error instanceof ApiError && error.code === 'site-changed' ? 'overtaken' : 'failed'
    }
    this.#host.requestUpdate()
  }

  /** Takes over what somebody else has saved, with this draft's changes on top. */
  async rebase(): Promise<void> {
    const change = changeOf(this.saved!, this.draft!)
    try {
      const sites = await this.#api().sites()
      const saved = sites.find(({ id }) => id === this.saved!.id)!
      const { site } = await this.#api().preview(saved.id, change, this.#locale, new AbortController().signal)
      this.saved = saved
      this.draft = site
      this.state = 'resting'
      this.#ask(0)
    } catch {
      this.state = 'failed'
    }
    this.#host.requestUpdate()
  }

  #ask(pause: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#lookAhead(), pause)
    this.#host.requestUpdate()
  }

  /** The last question counts: an earlier one is called off. */
  async #lookAhead(): Promise<void> {
    this.#asking?.abort()
    const asking = new AbortController()
    this.#asking = asking
    const { saved, draft } = this
    if (!saved || !draft) return
    try {
      const preview = await this.#api().preview(saved.id, changeOf(saved, draft), this.#locale, asking.signal)
      if (asking.signal.aborted) return
      this.preview = preview
      this.faults = new Map()
    } catch (error) {
      if (asking.signal.aborted) return
      this.#read(error)
    }
    this.#host.requestUpdate()
  }

  #read(error: unknown): void {
    const errors = error instanceof ApiError ? error.problem?.errors : undefined
    this.faults = new Map(errors?.map(({ pointer, detail }) => [pointer, detail]))
  }
}
