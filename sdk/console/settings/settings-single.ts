// <deskbell-settings-single>: a page that is one form, of the workspace or of a site.

import { html, nothing, type PropertyValues } from 'lit'
import { consoleIcon } from '../console-icon.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { settingsPageStyles } from './settings-page.styles.ts'
import type { FormPage } from './settings-page.ts'

export class SettingsSingle extends DeskElement {
  static override properties = {
    page: { attribute: false },
    value: { state: true },
    failure: { state: true },
    sites: { state: true },
    siteId: { state: true },
  }
  static override styles = [deskStyles, settingsPageStyles]

  declare page: FormPage<unknown>
  protected declare value: unknown
  protected declare failure: string
  protected declare sites: readonly { id: string; name: string }[]
  protected declare siteId: string

  constructor() {
    super()
    this.value = null
    this.failure = ''
    this.sites = []
    this.siteId = ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('page') && changed.get('page') !== this.page && this.desk) void this.#read()
  }

  async #read(): Promise<void> {
    const { page } = this
    const desk = this.desk!
    this.value = null
    this.failure = ''
    try {
      if (page.ofSite) {
        this.sites = await desk.lists.sites.load()
        this.siteId ||= this.sites[0]?.id ?? ''
      }
      const { siteId } = this
      const value = await page.read(desk, siteId)
      if (this.page === page && this.siteId === siteId) this.value = value
    } catch (error) {
      if (this.page === page) this.failure = reasonOf(error)
    }
  }

  protected override render() {
    const { desk, page, value, siteId } = this
    if (!desk) return nothing
    const { t, go } = desk
    return html`<header class="head">
        <button class="button bare square back up" type="button" aria-label=${t('settings.all')} @click=${() => go('/settings')}>${consoleIcon('back')}</button>
        <div class="grow"><h1 tabindex="-1">${t(page.title)}</h1><p class="muted">${t(page.lead)}</p></div>
        ${
          page.ofSite && this.sites.length > 1
            ? html`<select class="input site" aria-label=${t('settings.site')} @change=${(event: Event) => {
                this.siteId = (event.target as HTMLSelectElement).value
                void this.#read()
              }}>${this.sites.map(({ id, name }) => html`<option value=${id} ?selected=${id === siteId}>${name}</option>`)}</select>`
            : nothing
        }
      </header>
      ${
        value === null
          ? html`<div class="alone" role=${this.failure ? 'alert' : 'status'}>${
              this.failure
                ? html`<p>${t('settings.load_failed', { reason: this.failure })}</p>
                  <button class="button" type="button" @click=${() => void this.#read()}>${t('app.again')}</button>`
                : html`<p>${t('settings.loading')}</p>`
            }</div>`
          : html`<deskbell-settings-form .spec=${page.spec(desk, value)} .value=${value}
            .send=${(body: unknown) => page.send(desk, body, siteId)} .fetch=${() => page.read(desk, siteId)}></deskbell-settings-form>`
      }`
  }
}
