// <deskbell-settings-single>: a page that is one form, of the workspace or of a site.

import { html, nothing, type PropertyValues } from 'lit'
import { consoleIcon } from '../console-icon.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { deskStyles } from '../desk.styles.ts'
import { LeavableElement } from './leavable-element.ts'
import { ListNews } from './list-news.controller.ts'
import type { SettingsForm } from './settings-form.ts'
import { settingsPageStyles } from './settings-page.styles.ts'
import type { FormPage } from './settings-page.ts'

export class SettingsSingle extends LeavableElement {
  static override properties = {
    page: { attribute: false },
    value: { state: true },
    failure: { state: true },
    sites: { state: true },
    siteId: { attribute: false },
    shownId: { state: true },
  }
  static override styles = [deskStyles, settingsPageStyles]

  declare page: FormPage<unknown>
  protected declare value: unknown
  protected declare failure: string
  protected declare sites: readonly { id: string; name: string }[]
  /** The site it is of, as the address says it; the first one where it says nothing. */
  declare siteId: string
  /** The site whose value is on screen. */
  protected declare shownId: string

  constructor() {
    super()
    this.value = null
    this.failure = ''
    this.sites = []
    this.siteId = ''
    this.shownId = ''
    new ListNews(
      this,
      () => this.desk?.client,
      (is) => {
        if (is(this.page.list)) void this.#renew()
      },
    )
  }

  protected override get inner(): SettingsForm | null {
    return this.renderRoot.querySelector('deskbell-settings-form')
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.desk || !this.page) return
    const other = changed.has('page') && changed.get('page') !== this.page
    // From no site in the address to the one that is shown anyway is no move.
    if (other || (changed.has('siteId') && this.siteId && this.siteId !== this.shownId)) void this.#read()
  }

  async #read(): Promise<void> {
    const { page } = this
    const desk = this.desk!
    this.value = null
    this.failure = ''
    try {
      if (page.ofSite) {
        this.sites = await desk.lists.sites.load()
        const wanted = this.siteId || this.shownId
        this.shownId = (this.sites.find(({ id }) => id === wanted) ?? this.sites[0])?.id ?? ''
      }
      const { shownId } = this
      const value = await page.read(desk, shownId)
      if (this.page === page && this.shownId === shownId) this.value = value
    } catch (error) {
      if (this.page === page) this.failure = reasonOf(error, desk.t)
    }
  }

  /** As somebody else has saved it: under what is being typed. */
  async #renew(): Promise<void> {
    const { page, shownId, value } = this
    if (value === null) return this.#read()
    const desk = this.desk!
    try {
      if (page.ofSite) this.sites = await desk.lists.sites.load()
      const next = await page.read(desk, shownId)
      if (this.page === page && this.shownId === shownId && this.value === value) this.value = next
    } catch {
      // What is on screen stays.
    }
  }

  protected override render() {
    const { desk, page, value, shownId } = this
    if (!desk || !page) return nothing
    const spec = value === null ? null : page.spec(desk, value)
    // What stands beside the form then stands beside its heading, too.
    this.toggleAttribute('wide', spec?.wide === true)
    const { t, go } = desk
    return html`<header class="head">
        <button class="button bare square back up" type="button" aria-label=${t('settings.all')} @click=${() => go('/settings')}>${consoleIcon('back')}</button>
        <div class="grow"><h1 tabindex="-1">${t(page.title)}</h1><p class="muted">${page.leadOf?.(desk, value) ?? t(page.lead)}</p></div>
        ${
          page.ofSite && this.sites.length > 1
            ? html`<select class="input site" aria-label=${t('settings.site')} @change=${(event: Event) => go(`/settings/${page.id}/${(event.target as HTMLSelectElement).value}`)}
              >${this.sites.map(({ id, name }) => html`<option value=${id} ?selected=${id === shownId}>${name}</option>`)}</select>`
            : nothing
        }
      </header>
      ${
        spec === null
          ? html`<div class="alone" role=${this.failure ? 'alert' : 'status'}>${
              this.failure
                ? html`<p>${t('settings.load_failed', { reason: this.failure })}</p>
                  <button class="button" type="button" @click=${() => void this.#read()}>${t('app.again')}</button>`
                : html`<p class="awaited">${t('settings.loading')}</p>`
            }</div>`
          : html`<deskbell-settings-form .spec=${spec} .value=${value}
            .send=${(body: unknown) => page.send(desk, body, shownId)} .fetch=${() => page.read(desk, shownId)}></deskbell-settings-form>`
      }`
  }
}
