// <deskbell-settings>: everything a team sets, found by name; one page at a time. Asks before changes are left behind.

import { html, nothing, type PropertyValues } from 'lit'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import type { Keeper } from '../app/asks-first.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { numberFormat } from '../kept-formats.ts'
import { presenceStyles } from '../presence.styles.ts'
import { selfFoot, selfStyles } from '../rail/self-foot.ts'
import { ListNews } from './list-news.controller.ts'
import { isAdmin, type Leavable, type OwnPage, SECTIONS, type SettingsPage } from './settings-page.ts'
import { SETTINGS_PAGES } from './settings-pages.ts'
import { shellStyles } from './settings-shell.styles.ts'

/** What stands first where the address names no page, and there is room for one. */
const FIRST = { admin: 'appearance', agent: 'canned' } as const

export class SettingsShell extends DeskElement implements Keeper {
  static override properties = {
    path: {},
    query: { state: true },
    isReady: { state: true },
    counts: { state: true },
    failed: { state: true },
    leaving: { state: true },
    missing: { state: true },
  }
  static override styles = [deskStyles, markStyles, presenceStyles, selfStyles, shellStyles]

  /** `team`, `team/<id>`, `appearance/<site>`; empty is the list of pages. */
  declare path: string
  protected declare query: string
  protected declare isReady: boolean
  protected declare failed: boolean
  /** What somebody wants to do, while it is asked whether to leave changes behind. */
  protected declare leaving: (() => void) | null
  protected declare counts: Readonly<Record<string, number>>
  /** The page whose code did not arrive. */
  protected declare missing: string

  #me = this.watch((desk) => desk.client.me)
  #inbox = this.watch((desk) => desk.client.inbox.state)
  #asked = false
  /** Pages whose code and words are here. */
  readonly #arrived = new Set<string>()

  constructor() {
    super()
    this.path = ''
    this.query = ''
    this.isReady = false
    this.failed = false
    this.leaving = null
    this.missing = ''
    this.counts = {}
    new ListNews(
      this,
      () => this.desk?.client,
      (is) => this.#count(({ list }) => is(list)),
    )
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#onKey)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('keydown', this.#onKey)
  }

  /** Esc: first what was searched for, then back to where one came from. */
  #onKey = (event: KeyboardEvent): void => {
    const [on] = event.composedPath()
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (on !== document.body && !event.composedPath().includes(this)) return
    event.preventDefault()
    if (this.query) this.query = ''
    else if (this.leaving) this.#stay()
    else this.desk?.go('/')
  }

  protected override willUpdate(): void {
    if (this.desk && !this.#asked) this.#begin()
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Once all that stands around the rail's rows has its size.
    if (changed.has('path') || changed.has('isReady' as keyof SettingsShell))
      requestAnimationFrame(() => this.#reveal())
    // What had the focus has gone with the page before: keys go on from the name of this one.
    if (
      this.isReady &&
      changed.has('isReady' as keyof SettingsShell) &&
      document.activeElement === document.body
    )
      this.renderRoot.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true })
  }

  /** Where one is, is in sight. */
  #reveal(): void {
    const pages = this.renderRoot.querySelector('.pages')
    const here = pages?.querySelector('[aria-current]')?.getBoundingClientRect()
    if (!pages || !here) return
    // Not by `scrollIntoView`: that may move the page around the console, too.
    const { top, bottom, height } = pages.getBoundingClientRect()
    if (here.top < top || here.bottom > bottom) pages.scrollTop += here.top - top - height / 2
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
    this.#count(() => true)
  }

  #count(isMeant: (page: SettingsPage) => boolean): void {
    const desk = this.desk!
    for (const { id, count } of this.#pages.filter(isMeant))
      if (count)
        Promise.resolve(count(desk)).then(
          (many) => {
            this.counts = { ...this.counts, [id]: many }
          },
          // A count is no reason to say anything.
          () => {},
        )
  }

  /** What stands in the page's place. */
  get #content(): Partial<Leavable> | null {
    return this.renderRoot.querySelector<HTMLElement & Partial<Leavable>>('.outlet > :last-child')
  }

  get #pages(): readonly SettingsPage[] {
    const admin = isAdmin(this.desk!)
    return SETTINGS_PAGES.filter(({ everybody }) => admin || everybody)
  }

  keeps(path: string | null, leave: () => void): boolean {
    const here = `/settings/${this.path}`.replace(/\/$/, '')
    if (path === here || !this.#content?.dirty) return false
    this.leaving = leave
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.ask button')?.focus())
    return true
  }

  #stay(): void {
    this.leaving = null
  }

  #leave(): void {
    const { leaving } = this
    this.#content?.discard?.()
    this.leaving = null
    leaving?.()
  }

  protected override render() {
    const { desk } = this
    if (!desk) return nothing
    const { t, go } = desk
    if (!this.isReady)
      return html`<div class="alone" role="status">${
        this.failed
          ? html`<p>${t('page.failed')}</p><button class="button" type="button" @click=${() => this.requestUpdate()}>${t('app.again')}</button>`
          : html`<p class="awaited">${t('page.loading')}</p>`
      }</div>`
    const [id = '', ...rest] = this.path.split('/')
    const pages = this.#pages
    const first = isAdmin(desk) ? FIRST.admin : FIRST.agent
    const page = pages.find((each) => each.id === (id || first))
    const me = this.#me.value?.agent
    return html`<div class="shell ${id ? 'at-page' : 'at-rail'}">
      <nav class="rail" aria-label=${t('settings.title')}>
        <div class="top"><button class="button bare square" type="button" aria-label=${t('settings.back')} title=${t('settings.back')}
            aria-keyshortcuts="Escape" @click=${() => go('/')}>${consoleIcon('back')}</button>
          <span class="grow">${t('settings.title')}</span><slot name="bell"></slot></div>
        <div class="find">${consoleIcon('search')}<input type="search" aria-label=${t('settings.find')} placeholder=${t('settings.find')} .value=${this.query}
          @input=${(event: Event) => {
            this.query = (event.target as HTMLInputElement).value
          }} /></div>
        <div class="pages">${this.#rail(pages, page)}</div>
        ${me ? selfFoot({ host: this, me, mine: this.#inbox.value?.counts.mine ?? 0, desk }) : nothing}
      </nav>
      <main class="outlet">
        ${this.leaving ? this.#question() : nothing}
        ${page ? this.#page(page, rest.join('/')) : html`<div class="alone"><p>${t(id && SETTINGS_PAGES.some((each) => each.id === id) ? 'settings.admins_only' : 'settings.no_page')}</p></div>`}
      </main>
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
    const { t, go, locale } = this.desk!
    const count = this.counts[page.id]
    const inside = html`<span class="what"><span class="cut">${t(page.title)}</span>${found ? html`<span class="found cut">${found}</span>` : nothing}</span>
      ${count ? html`<span class="muted tabular">${numberFormat(locale).format(count)}</span>` : nothing}`
    const path = page.kind === 'way' ? page.path : `/settings/${page.id}`
    return html`<button class="row" type="button" aria-current=${current ? 'page' : nothing} @click=${() => go(path)}>${inside}</button>`
  }

  #question() {
    const { t } = this.desk!
    return html`<div class="ask" role="alertdialog" aria-label=${t('settings.unsaved')}><p class="grow">${t('settings.unsaved')}</p>
      <button class="button" type="button" @click=${() => this.#stay()}>${t('settings.stay')}</button>
      <button class="button bare danger" type="button" @click=${() => this.#leave()}>${t('settings.leave')}</button></div>`
  }

  #page(page: SettingsPage, rest: string) {
    switch (page.kind) {
      case 'records':
        return html`<deskbell-settings-records .page=${page} .itemId=${rest}></deskbell-settings-records>`
      case 'form':
        return html`<deskbell-settings-single .page=${page} .siteId=${rest}></deskbell-settings-single>`
      case 'own':
        return this.#own(page, rest)
      case 'way':
        return nothing
    }
  }

  #own(page: OwnPage, rest: string) {
    const { t } = this.desk!
    if (!page.load || this.#arrived.has(page.id)) return page.draw(this.desk!, rest)
    if (this.missing !== page.id) {
      void this.#fetch(page)
      return html`<div class="alone" role="status"><p class="awaited">${t('settings.loading')}</p></div>`
    }
    return html`<div class="alone" role="alert"><p>${t('page.failed')}</p>
      <button class="button" type="button" @click=${() => {
        this.missing = ''
      }}>${t('app.again')}</button></div>`
  }

  async #fetch({ id, load, texts }: OwnPage): Promise<void> {
    try {
      await Promise.all([load!(), texts && this.desk!.loadTexts(texts)])
      this.#arrived.add(id)
      this.requestUpdate()
    } catch {
      this.missing = id
    }
  }
}
