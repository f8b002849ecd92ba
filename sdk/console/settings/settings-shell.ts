// <deskbell-settings>: everything a team sets, found by name; one page at a time. Asks before changes are left behind.

import { html, nothing, type PropertyValues } from 'lit'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import type { SettingsForm } from './settings-form.ts'
import { isAdmin, SECTIONS, type SettingsPage } from './settings-page.ts'
import { SETTINGS_PAGES } from './settings-pages.ts'
import { shellStyles } from './settings-shell.styles.ts'

/** What stands first where the address names no page, and there is room for one. */
const FIRST = { admin: 'team', agent: 'canned' } as const

export class SettingsShell extends DeskElement {
  static override properties = {
    path: {},
    shown: { state: true },
    query: { state: true },
    isReady: { state: true },
    counts: { state: true },
    failed: { state: true },
    leaving: { state: true },
  }
  static override styles = [deskStyles, shellStyles]

  /** `team`, `team/<id>`, `team/new`; empty is the list of pages. */
  declare path: string
  /** What is on screen: another one than `path` while it is asked whether to leave changes behind. */
  protected declare shown: string
  protected declare query: string
  protected declare isReady: boolean
  protected declare failed: boolean
  /** Another part of the console that somebody wants to go to, while it is asked. */
  protected declare leaving: string
  protected declare counts: Readonly<Record<string, number>>

  #asked = false

  constructor() {
    super()
    this.path = ''
    this.shown = ''
    this.query = ''
    this.isReady = false
    this.failed = false
    this.leaving = ''
    this.counts = {}
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.desk && !this.#asked) this.#begin()
    if (changed.has('path') && !this.#form?.dirty) this.shown = this.path
  }

  #begin(): void {
    const desk = this.desk!
    this.#asked = true
    this.failed = false
    desk.loadTexts('settings').then(
      () => {
        this.isReady = true
      },
      () => {
        this.#asked = false
        this.failed = true
      },
    )
    for (const { id, count } of this.#pages)
      if (count)
        desk.lists[count].load().then(
          (all) => {
            this.counts = { ...this.counts, [id]: all.length }
          },
          // A count is no reason to say anything.
          () => {},
        )
  }

  get #form(): SettingsForm | null {
    const page = this.renderRoot.querySelector('deskbell-settings-records, deskbell-settings-single')
    return page?.shadowRoot?.querySelector('deskbell-settings-form') ?? null
  }

  get #pages(): readonly SettingsPage[] {
    const admin = isAdmin(this.desk!)
    return SETTINGS_PAGES.filter(({ everybody }) => admin || everybody)
  }

  /** Asks, where something would be lost by going there. @returns whether it asks */
  keeps(path: string): boolean {
    if (path.startsWith('/settings') || !this.#form?.dirty) return false
    this.leaving = path
    return true
  }

  #stay(): void {
    this.leaving = ''
    this.desk!.go(`/settings/${this.shown}`.replace(/\/$/, ''))
  }

  #leave(): void {
    const { leaving } = this
    this.#form?.discard()
    this.leaving = ''
    if (leaving) this.desk!.go(leaving)
    else this.shown = this.path
  }

  protected override render() {
    const { desk } = this
    if (!desk) return nothing
    const { t, go } = desk
    if (!this.isReady)
      return html`<div class="alone" role="status">${
        this.failed
          ? html`<p>${t('page.failed')}</p><button class="button" type="button" @click=${() => this.requestUpdate()}>${t('app.again')}</button>`
          : html`<p>${t('page.loading')}</p>`
      }</div>`
    const [id = '', itemId = ''] = this.shown.split('/')
    const pages = this.#pages
    const first = isAdmin(desk) ? FIRST.admin : FIRST.agent
    const page = pages.find((each) => each.id === (id || first))
    return html`<div class="shell ${id ? 'at-page' : 'at-rail'}">
      <div class="rail">
        <div class="top"><button class="button bare square" type="button" aria-label=${t('settings.back')} @click=${() => go('/mine')}>${consoleIcon('back')}</button>
          <span>${t('settings.title')}</span></div>
        <input class="find" type="search" aria-label=${t('settings.find')} placeholder=${t('settings.find')} .value=${this.query}
          @input=${(event: Event) => {
            this.query = (event.target as HTMLInputElement).value
          }} />
        <nav aria-label=${t('settings.title')}>${this.#rail(pages, page)}</nav>
      </div>
      <div class="outlet">
        ${this.shown === this.path && !this.leaving ? nothing : this.#question()}
        ${page ? this.#page(page, itemId) : html`<div class="alone"><p>${t(id && SETTINGS_PAGES.some((each) => each.id === id) ? 'settings.admins_only' : 'settings.no_page')}</p></div>`}
      </div>
    </div>`
  }

  #rail(pages: readonly SettingsPage[], current: SettingsPage | undefined) {
    const { t } = this.desk!
    const wanted = this.query.trim().toLocaleLowerCase()
    const has = (text: string): boolean => text.toLocaleLowerCase().includes(wanted)
    const found = pages
      .map((page) => {
        const word = wanted && !has(t(page.title)) ? page.words.map((key) => t(key)).find(has) : ''
        return { page, word }
      })
      .filter(({ word }) => word !== undefined)
    if (found.length === 0) return html`<p class="row muted" role="status">${t('settings.none_found')}</p>`
    return SECTIONS.map((section) => {
      const rows = found.filter(({ page }) => page.section === section)
      if (rows.length === 0) return nothing
      return html`<h2>${t(`settings.section.${section}`)}</h2><ul>${rows.map(
        ({ page, word }) => html`<li>${this.#row(page, word || '', page === current)}</li>`,
      )}</ul>`
    })
  }

  #row(page: SettingsPage, found: string, current: boolean) {
    const { t, go } = this.desk!
    const inside = html`<span class="what"><span class="cut">${t(page.title)}</span>${found ? html`<span class="found cut">${found}</span>` : nothing}</span>
      ${this.counts[page.id] ? html`<span class="muted tabular">${this.counts[page.id]}</span>` : nothing}`
    return page.kind === 'link'
      ? html`<a class="row" href=${page.href}>${inside}${consoleIcon('external')}</a>`
      : html`<button class="row" type="button" aria-current=${current ? 'page' : nothing} @click=${() => go(`/settings/${page.id}`)}>${inside}</button>`
  }

  #question() {
    const { t } = this.desk!
    return html`<div class="ask" role="alertdialog" aria-label=${t('settings.unsaved')}><p class="grow">${t('settings.unsaved')}</p>
      <button class="button" type="button" @click=${() => this.#stay()}>${t('settings.stay')}</button>
      <button class="button bare danger" type="button" @click=${() => this.#leave()}>${t('settings.leave')}</button></div>`
  }

  #page(page: SettingsPage, itemId: string) {
    switch (page.kind) {
      case 'records':
        return html`<deskbell-settings-records .page=${page} .itemId=${itemId}></deskbell-settings-records>`
      case 'form':
        return html`<deskbell-settings-single .page=${page}></deskbell-settings-single>`
      case 'own':
        return page.draw(this.desk!)
      case 'link':
        return html`<div class="alone"><p>${this.desk!.t(page.lead)}</p><a class="button" href=${page.href}>${this.desk!.t(page.title)}</a></div>`
    }
  }
}
