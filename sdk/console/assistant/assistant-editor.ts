// The AI agent's settings being changed: what is saved, what is drafted, what is wrong with it by the very schema the
// server checks with. Draws nothing.

import type { ReactiveControllerHost } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import type { Department } from '../../protocol/agent.ts'
import type { FloorEffect, SiteUsage } from '../../protocol/assistant-case.ts'
import type { SiteAssistant } from '../../protocol/assistant-run.ts'
import { AssistantSettings } from '../../protocol/assistant-settings.ts'
import type { AssistantApi } from './assistant-api.ts'
import { changedSettings, patchOf, type SettingName } from './settings-draft.ts'

export type EditorView = 'loading' | 'failed' | 'signed-out' | 'forbidden' | 'ready'
type NamedSite = Awaited<ReturnType<AssistantApi['sites']>>[number]

/** Asks its host to draw itself anew; has no lifetime of its own. */
export class AssistantEditor {
  readonly #host: ReactiveControllerHost
  readonly #api: () => AssistantApi
  view: EditorView = 'loading'
  sites: readonly NamedSite[] = []
  site: NamedSite | null = null
  departments: readonly Department[] = []
  saved: SiteAssistant | null = null
  draft: AssistantSettings | null = null
  floor: FloorEffect | null = null
  usage: SiteUsage | null = null
  /** Pointer (RFC 6901) → what is wrong there. */
  faults: ReadonlyMap<string, string> = new Map()
  state: 'resting' | 'saving' | 'saved' | 'failed' | 'overtaken' = 'resting'
  /** What was in force before the last save. */
  #before: AssistantSettings | null = null

  constructor(host: ReactiveControllerHost, api: () => AssistantApi) {
    this.#host = host
    this.#api = api
  }

  get changed(): readonly SettingName[] {
    return this.saved && this.draft ? changedSettings(this.saved.settings, this.draft) : []
  }

  /** What is not saved yet, as the request has it. */
  get patch(): Record<string, unknown> {
    return this.saved && this.draft ? patchOf(this.saved.settings, this.draft) : {}
  }

  get canUndo(): boolean {
    return this.state === 'saved' && this.#before !== null && this.changed.length === 0
  }

  /** What is wrong at a pointer or below it. */
  faultAt(pointer: string): string | undefined {
    return [...this.faults].find(([at]) => at === pointer || at.startsWith(`${pointer}/`))?.[1]
  }

  async load(): Promise<void> {
    this.view = 'loading'
    this.#host.requestUpdate()
    try {
      const [sites, departments] = await Promise.all([this.#api().sites(), this.#api().departments()])
      this.sites = sites
      this.departments = departments
      const site = sites.find(({ id }) => id === this.site?.id) ?? sites[0]
      if (site) await this.choose(site)
      this.view = site ? 'ready' : 'failed'
    } catch (error) {
      const code = error instanceof ApiError ? error.code : ''
      this.view = code === 'unauthenticated' ? 'signed-out' : code === 'forbidden' ? 'forbidden' : 'failed'
    }
    this.#host.requestUpdate()
  }

  async choose(site: NamedSite): Promise<void> {
    const saved = await this.#api().settings(site.id)
    this.site = site
    this.saved = saved
    this.draft = saved.settings
    this.faults = new Map()
    this.state = 'resting'
    this.#before = null
    this.floor = null
    this.usage = null
    this.#host.requestUpdate()
    void this.#decorate(site.id)
  }

  /** The page works without: the floor's effect and what is spent today. */
  async #decorate(site: string): Promise<void> {
    const [floor, usage] = await Promise.allSettled([this.#api().floor(site), this.#api().usage(site)])
    if (this.site?.id !== site) return
    if (floor.status === 'fulfilled') this.floor = floor.value
    if (usage.status === 'fulfilled') this.usage = usage.value
    this.#host.requestUpdate()
  }

  change(part: Partial<AssistantSettings>): void {
    this.draft = { ...this.draft!, ...part }
    if (this.state !== 'overtaken') this.state = 'resting'
    const read = AssistantSettings.safeParse(this.draft)
    const issues = read.success ? [] : read.error.issues
    this.faults = new Map(issues.map(({ path, message }) => [`/${path.join('/')}`, message]))
    this.#host.requestUpdate()
  }

  discard(): void {
    this.draft = this.saved!.settings
    this.faults = new Map()
    this.state = 'resting'
    this.#host.requestUpdate()
  }

  async save(): Promise<void> {
    const { saved, draft, site } = this
    if (!saved || !draft || !site || this.changed.length === 0 || this.faults.size > 0) return
    if (this.state === 'saving') return
    this.state = 'saving'
    this.#host.requestUpdate()
    try {
      this.saved = await this.#api().save(site.id, { settings: this.patch, version: saved.version })
      this.#before = saved.settings
      // What was typed meanwhile stays a change.
      if (this.draft === draft) this.draft = this.saved.settings
      this.state = 'saved'
    } catch (error) {
      const errors = error instanceof ApiError ? error.problem?.errors : undefined
      this.faults = new Map(
        errors?.map(({ pointer, detail }) => [pointer.replace(/^\/settings/, ''), detail]),
      )
      const overtaken = error instanceof ApiError && error.code === 'site-changed'
      this.state = overtaken ? 'overtaken' : 'failed'
    }
    this.#host.requestUpdate()
  }

  /** Brings back what was in force before the last save. */
  async undo(): Promise<void> {
    if (!this.#before) return
    this.change(this.#before)
    this.#before = null
    await this.save()
  }

  /** Takes over what somebody else has saved, with this draft's changes on top. */
  async rebase(): Promise<void> {
    const { draft, changed, site } = this
    if (!draft || !site) return
    try {
      this.saved = await this.#api().settings(site.id)
      const mine = Object.fromEntries(changed.map((name) => [name, draft[name]]))
      this.draft = this.saved.settings
      this.state = 'resting'
      this.change(mine)
    } catch {
      this.state = 'failed'
      this.#host.requestUpdate()
    }
  }
}
