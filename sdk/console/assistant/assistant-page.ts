// <deskbell-settings-assistant>: the AI agent's pages, one a part: three forms with the playground beside them, the
// playground alone, its runs, its cases, its tools.

import { css, html, nothing, type PropertyValues } from 'lit'
import type { FloorEffect, SiteUsage } from '../../protocol/assistant-case.ts'
import type { SiteAssistant } from '../../protocol/assistant-run.ts'
import type { AdminSite } from '../../protocol/site-admin.ts'
import { consoleIcon } from '../console-icon.ts'
import { deskStyles } from '../desk.styles.ts'
import { settingsPageStyles } from '../settings/settings-page.styles.ts'
import type { FormPage, Leavable } from '../settings/settings-page.ts'
import { AssistantElement } from './assistant-element.ts'
import { type AssistantForm, assistantPatch, assistantSpec, unsaved } from './assistant-forms.ts'
import { ASSISTANT_HEADS, type AssistantPart } from './assistant-parts.ts'
import { toolsPage } from './tool-page.ts'

const FORMS: readonly AssistantPart[] = ['behaviour', 'subjects', 'limits']

export class AssistantPage extends AssistantElement implements Leavable {
  static override properties = {
    about: { reflect: true },
    rest: { attribute: false },
    floor: { state: true },
    usage: { state: true },
    sites: { state: true },
  }
  static override styles = [
    deskStyles,
    settingsPageStyles,
    css`
      :host([about='playground']) deskbell-assistant-playground { flex: 1; inline-size: 100%; max-inline-size: 960px; min-block-size: 0 }
      .head .input { appearance: auto }
    `,
  ]

  /** Which of its pages. */
  declare about: AssistantPart
  /** What follows the page's name in the address: the site, or the tool. */
  declare rest: string
  protected declare floor: FloorEffect | null
  protected declare usage: SiteUsage | null
  protected declare sites: readonly AdminSite[]

  #page: FormPage<SiteAssistant> | null = null

  constructor() {
    super()
    this.about = 'behaviour'
    this.rest = ''
    this.floor = null
    this.usage = null
    this.sites = []
  }

  get #content(): (HTMLElement & Partial<Leavable>) | null {
    return this.renderRoot.querySelector<HTMLElement>('deskbell-settings-single, deskbell-settings-records')
  }

  get dirty(): boolean {
    return this.#content?.dirty ?? false
  }

  discard(): void {
    this.#content?.discard?.()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.desk) return
    if (changed.has('about') || !this.#page) this.#page = FORMS.includes(this.about) ? this.#form() : null
    if (this.sites.length === 0)
      this.desk.lists.sites.load().then(
        (sites) => {
          this.sites = sites as readonly AdminSite[]
        },
        () => {},
      )
  }

  protected override updated(): void {
    // What stands in a form knows of more than its draft.
    if (this.#page) (this.#content as AssistantPage | null)?.requestUpdate()
  }

  get #site(): AdminSite | undefined {
    return this.sites.find(({ id }) => id === this.rest) ?? this.sites[0]
  }

  #form(): FormPage<SiteAssistant> {
    const part = this.about as AssistantForm
    let last: SiteAssistant | null = null
    return {
      kind: 'form',
      ...ASSISTANT_HEADS[part],
      list: 'assistant',
      section: 'answers',
      words: [],
      ofSite: true,
      leadOf: ({ t }, value) => {
        const site = this.sites.find((each) => each.id === value?.site_id)
        if (part !== 'behaviour' || !value || !site) return null
        return t(value.enabled ? 'ai.lead.on' : 'ai.lead.off', { site: site.name })
      },
      read: async (_desk, siteId) => {
        void this.#decorate(siteId)
        last = await this.api.settings(siteId)
        return last
      },
      spec: (desk, saved) =>
        assistantSpec(
          part,
          {
            floor: this.floor,
            usage: this.usage,
            aside: (
              draft,
            ) => html`<deskbell-assistant-playground role="region" aria-label=${desk.t('ai.try')} .site=${saved.site_id}
              .locale=${this.#localeOf(saved.site_id)} .patch=${unsaved(draft, saved)}></deskbell-assistant-playground>`,
          },
          desk,
        ),
      send: async (_desk, body: SiteAssistant, siteId) => {
        last = await this.api.save(siteId, assistantPatch(part, last!, body))
        return last
      },
    }
  }

  #localeOf(siteId: string): string {
    return this.sites.find(({ id }) => id === siteId)?.locale ?? 'en'
  }

  /** The pages work without: the floor's effect and what is spent today. */
  async #decorate(site: string): Promise<void> {
    this.floor = null
    this.usage = null
    if (this.about === 'behaviour') this.floor = await this.api.floor(site).catch(() => null)
    if (this.about === 'limits') this.usage = await this.api.usage(site).catch(() => null)
  }

  protected override render() {
    if (!this.desk) return nothing
    if (this.about === 'tools')
      return html`<deskbell-settings-records .page=${toolsPage} .itemId=${this.rest}></deskbell-settings-records>`
    if (this.#page)
      return html`<deskbell-settings-single .page=${this.#page} .siteId=${this.rest}></deskbell-settings-single>`
    const site = this.#site
    return html`${this.#head()}${site ? this.#own(site) : nothing}`
  }

  #own(site: AdminSite) {
    switch (this.about) {
      case 'playground':
        return html`<deskbell-assistant-playground .site=${site.id} .locale=${site.locale}></deskbell-assistant-playground>`
      case 'runs':
        return html`<div class="body"><deskbell-assistant-runs .site=${site.id}></deskbell-assistant-runs></div>`
      default:
        return html`<div class="body"><deskbell-assistant-cases .site=${site.id}></deskbell-assistant-cases></div>`
    }
  }

  #head() {
    const { t, go } = this.desk!
    const { id, title, lead } = ASSISTANT_HEADS[this.about]
    const { sites } = this
    return html`<header class="head">
      <button class="button bare square back up" type="button" aria-label=${t('settings.all')} @click=${() => go('/settings')}>${consoleIcon('back')}</button>
      <div class="grow"><h1 tabindex="-1">${t(title)}</h1><p class="muted">${t(lead)}</p></div>
      ${
        sites.length > 1 && this.about !== 'cases'
          ? html`<select class="input site" aria-label=${t('settings.site')} @change=${(event: Event) => go(`/settings/${id}/${(event.target as HTMLSelectElement).value}`)}
              >${sites.map((each) => html`<option value=${each.id} ?selected=${each === this.#site}>${each.name}</option>`)}</select>`
          : nothing
      }</header>`
  }
}
