// <deskbell-settings-appearance>: an owner changes the widget's look and words and sees them on the real widget at once.
// What a site may be is the protocol's and the server's business: both are asked while one types.

import { html, nothing } from 'lit'
import { chooseLocale } from '../../locales/choose-locale.ts'
import type { AdminSite, SitePreview, WidgetText } from '../../protocol/site-admin.ts'
import type { Desk } from '../desk.context.ts'
import type { Faults } from '../settings/form-field.ts'
import { LeavableElement } from '../settings/leavable-element.ts'
import type { FormPage } from '../settings/settings-page.ts'
import type { SettingsSingle } from '../settings/settings-single.ts'
import { lookSpec } from './appearance-form.ts'
import type { PreviewedEvent, PreviewLocaleEvent } from './appearance-preview.ts'

export class AppearancePage extends LeavableElement {
  static override properties = {
    siteId: { attribute: false },
    preview: { state: true },
    refused: { state: true },
    locale: { state: true },
    texts: { state: true },
    query: { state: true },
  }

  /** As the address names it; the first one where it names none. */
  declare siteId: string
  protected declare preview: SitePreview | null
  protected declare refused: Faults
  /** Language of the preview and of the owner's words. */
  protected declare locale: string
  protected declare texts: readonly WidgetText[]
  protected declare query: string

  #textsOf = ''

  readonly #page: FormPage<AdminSite> = {
    kind: 'form',
    id: 'appearance',
    list: 'sites',
    section: 'widget',
    title: 'settings.appearance',
    lead: 'settings.appearance.lead',
    words: [],
    ofSite: true,
    leadOf: ({ t }, site) => site && t('look.lead', { site: site.name }),
    read: async ({ client }, id) => {
      const { site } = await client.rest<{ site: AdminSite }>('GET', `/sites/${id}`)
      // Without a region: what is said in a language holds for all of them.
      this.locale ||= chooseLocale([site.locale]).slice(0, 2)
      this.preview = null
      this.refused = new Map()
      return site
    },
    spec: (desk, site) => this.#spec(desk, site),
    send: async ({ client }, body, id) =>
      (await client.rest<{ site: AdminSite }>('PATCH', `/sites/${id}`, { body })).site,
  }

  constructor() {
    super()
    this.siteId = ''
    this.preview = null
    this.refused = new Map()
    this.locale = ''
    this.texts = []
    this.query = ''
  }

  // The page is one form; its box is that form's.
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot()
    this.style.setProperty('display', 'contents')
    return root
  }

  protected override get inner(): SettingsSingle | null {
    return this.renderRoot.querySelector('deskbell-settings-single')
  }

  protected override updated(): void {
    // What stands in the form knows of more than its draft.
    this.inner?.requestUpdate()
  }

  #spec(desk: Desk, site: AdminSite) {
    this.#loadTexts(desk, site)
    const { preview, refused, locale, texts, query } = this
    return lookSpec(
      {
        preview,
        refused,
        locale,
        texts,
        query,
        onQuery: (next) => {
          this.query = next
        },
        aside: (draft) => html`<deskbell-appearance-preview .saved=${site} .draft=${draft} .locale=${locale}
          role="region" aria-label=${desk.t('look.preview')}
          @deskbell-previewed=${(event: PreviewedEvent) => {
            if (event.preview) this.preview = event.preview
            this.refused = event.refused
          }}
          @deskbell-preview-locale=${(event: PreviewLocaleEvent) => {
            this.locale = event.locale
          }}></deskbell-appearance-preview>`,
      },
      desk,
    )
  }

  #loadTexts({ client }: Desk, { id, version }: AdminSite): void {
    const wanted = `${id} ${version} ${this.locale}`
    if (wanted === this.#textsOf) return
    this.#textsOf = wanted
    client.rest<{ texts: WidgetText[] }>('GET', '/texts', { query: { site: id, locale: this.locale } }).then(
      ({ texts }) => {
        if (this.#textsOf === wanted) this.texts = texts
      },
      // The rest of the page works without; another language asks again.
      () => {},
    )
  }

  protected override render() {
    if (!this.desk) return nothing
    return html`<deskbell-settings-single .page=${this.#page} .siteId=${this.siteId}></deskbell-settings-single>`
  }
}
