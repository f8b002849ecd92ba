// <deskbell-settings-records>: a list of what a team has made, and one of them opened in a form. Deleting can be undone.

import { html, nothing, type PropertyValues } from 'lit'
import { consoleIcon } from '../console-icon.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { deskStyles } from '../desk.styles.ts'
import { copyBox } from './copy-box.ts'
import { LeavableElement } from './leavable-element.ts'
import { ListNews } from './list-news.controller.ts'
import type { SettingsForm } from './settings-form.ts'
import { settingsPageStyles } from './settings-page.styles.ts'
import { isAdmin, type Once, type RecordsPage } from './settings-page.ts'
import { TakenAway } from './taken-away.controller.ts'

interface Item {
  id: string
}

/** From so many on, a list is searched. */
const MANY = 8

export class SettingsRecords extends LeavableElement {
  static override properties = {
    page: { attribute: false },
    itemId: { attribute: false },
    items: { state: true },
    failure: { state: true },
    query: { state: true },
    once: { state: true },
    lost: { state: true },
  }
  static override styles = [deskStyles, settingsPageStyles]

  declare page: RecordsPage<Item>
  /** '' is the list, `new` one that is being made. */
  declare itemId: string
  protected declare items: readonly Item[] | null
  protected declare failure: string
  protected declare query: string
  protected declare once: Once | null
  /** What deleting would lose, while it is asked. */
  protected declare lost: string | null

  #taken = new TakenAway(this)
  #reading = 0
  /** Somebody else has changed it while something is being typed. */
  #stale = false

  constructor() {
    super()
    this.itemId = ''
    this.items = null
    this.failure = ''
    this.query = ''
    this.once = null
    this.lost = null
    new ListNews(
      this,
      () => this.desk?.client,
      (is) => {
        if (is(this.page.list)) void this.#read()
      },
    )
  }

  protected override get inner(): SettingsForm | null {
    return this.renderRoot.querySelector('deskbell-settings-form')
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('itemId')) {
      this.lost = null
      if (this.#stale && this.desk) void this.#read()
    }
    if (!changed.has('page') || changed.get('page') === this.page) return
    this.items = null
    this.query = ''
    this.once = null
    this.#taken.forget()
    if (this.desk) void this.#read()
  }

  protected override updated(changed: PropertyValues<this>): void {
    // From a row to its form and back: the heading is where reading begins.
    if (changed.get('itemId') !== undefined && changed.has('itemId'))
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus()
  }

  async #read(): Promise<void> {
    const { page } = this
    const reading = ++this.#reading
    this.failure = ''
    this.#stale = false
    this.#followTaken()
    try {
      const items = await page.load(this.desk!)
      if (reading !== this.#reading) return
      // What is typed stays, also where somebody has deleted meanwhile what it is about.
      this.#stale = this.dirty
      if (!this.#stale) this.items = items
    } catch (error) {
      if (reading === this.#reading) this.failure = reasonOf(error, this.desk!.t)
    }
  }

  /** What somebody has deleted, whoever it was. */
  #followTaken(): void {
    const desk = this.desk!
    const { left } = this.page.remove ?? {}
    if (left && isAdmin(desk)) this.#taken.follow(() => left(desk))
  }

  #go(itemId = ''): void {
    this.desk!.go(`/settings/${this.page.id}${itemId && `/${itemId}`}`)
  }

  protected override render() {
    const { desk, items } = this
    if (!desk) return nothing
    const { t } = desk
    if (!items)
      return html`${this.#head(t(this.page.title))}<div class="alone" role=${this.failure ? 'alert' : 'status'}>${
        this.failure
          ? html`<p>${t('settings.load_failed', { reason: this.failure })}</p>
            <button class="button" type="button" @click=${() => void this.#read()}>${t('app.again')}</button>`
          : html`<p class="awaited">${t('settings.loading')}</p>`
      }</div>`
    if (!this.itemId) return this.#list(items)
    const item = items.find(({ id }) => id === this.itemId) ?? null
    if (!item && this.itemId !== 'new')
      return html`${this.#head(t(this.page.title))}<div class="alone"><p>${t('settings.gone')}</p>
        <button class="button" type="button" @click=${() => this.#go()}>${t('settings.to_list')}</button></div>`
    return this.#one(item)
  }

  #head(title: string, end: unknown = nothing, lead: unknown = nothing, back = '/settings') {
    const { t, go } = this.desk!
    return html`<header class="head">
      <button class="button bare square back ${back === '/settings' ? 'up' : ''}" type="button" aria-label=${back === '/settings' ? t('settings.all') : t('settings.to_list')}
        @click=${() => go(back)}>${consoleIcon('back')}</button>
      <div class="grow"><h1 tabindex="-1">${title}</h1>${lead}</div>${end}</header>`
  }

  #list(items: readonly Item[]) {
    const { page, query } = this
    const desk = this.desk!
    const { t } = desk
    const add = page.add && (page.add.may?.(desk) ?? true) ? page.add : null
    const addOne = add
      ? html`<button class="button solid add" type="button" @click=${() => this.#go('new')}>${consoleIcon('plus')}${t(add.word)}</button>`
      : nothing
    const wanted = query.trim().toLocaleLowerCase()
    const rows = items
      .map((item) => ({ id: item.id, row: page.row(item, desk) }))
      .filter(({ row }) => `${row.name} ${row.detail ?? ''}`.toLocaleLowerCase().includes(wanted))
    return html`${this.#head(
      t(page.title),
      items.length > 0 ? addOne : nothing,
      html`<p class="muted">${t(page.lead)}</p>`,
    )}<div class="body">
      ${this.#once()}
      ${
        items.length >= MANY
          ? html`<input class="input find" type="search" aria-label=${t('settings.find_in_list')} placeholder=${t('settings.find_in_list')}
            .value=${query} @input=${(event: Event) => {
              this.query = (event.target as HTMLInputElement).value
            }} />`
          : nothing
      }
      ${
        rows.length === 0
          ? html`<div class="empty"><p>${t(items.length === 0 ? page.empty : 'settings.none_found')}</p>${items.length === 0 ? addOne : nothing}</div>`
          : html`<ul class="records">${rows.map(
              ({
                id,
                row,
              }) => html`<li><button class="record ${row.dim ? 'dim' : ''}" type="button" @click=${() => this.#go(id)}>
                <span class="what"><bdi class="name cut">${row.name}</bdi>${row.detail ? html`<bdi class="muted cut">${row.detail}</bdi>` : nothing}</span>
                ${row.end ? html`<span class="end">${row.end}</span>` : nothing}</button></li>`,
            )}</ul>`
      }
      ${this.#taken.left > 0 ? html`<p class="muted leaving" role="status">${t('settings.leaving', { n: this.#taken.left })}</p>` : nothing}
      ${page.after?.(desk) ?? nothing}
    </div>`
  }

  #once() {
    if (!this.once) return nothing
    return html`<section class="once" role="status"><h2>${this.once.title}</h2>${copyBox(this.once.text, this.desk!)}
      <p>${this.once.hint}</p></section>`
  }

  #one(item: Item | null) {
    const { page } = this
    const desk = this.desk!
    const { t } = desk
    const { value, add, change, create, mayChange } = page
    const locked = item !== null && (!change || (mayChange !== undefined && !mayChange(item, desk)))
    const shown = item && (value?.(item) ?? item)
    return html`${this.#head(
      item ? page.row(item, desk).name : t(add!.word),
      nothing,
      nothing,
      `/settings/${page.id}`,
    )}
      ${this.once && item ? html`<div class="strip">${this.#once()}</div>` : nothing}
      <deskbell-settings-form .spec=${page.spec(desk, item)} .value=${shown} .fresh=${add?.fresh(desk)} ?locked=${locked}
        .saveWord=${item ? undefined : t('settings.create')}
        .send=${async (body: unknown, draft: unknown) => {
          if (item) {
            const after = await change!(desk, item.id, body)
            this.items = this.items!.map((each) => (each.id === after.id ? after : each))
            return value?.(after) ?? after
          }
          const made = await create!(desk, body, draft)
          this.items = [...this.items!, made.item]
          this.once = made.once ?? null
          return value?.(made.item) ?? made.item
        }}
        @deskbell-form-saved=${() => {
          if (!item) this.#go()
        }}></deskbell-settings-form>
      ${item ? this.#strip(item, locked) : nothing}`
  }

  #strip(item: Item, locked: boolean) {
    const { page, lost } = this
    const desk = this.desk!
    const { t } = desk
    const { remove } = page
    const tools = page.tools?.(item, desk) ?? []
    const removes = remove && (!locked || !page.change)
    if (!removes && tools.length === 0) return nothing
    if (lost !== null)
      return html`<div class="strip" role="alert"><p class="grow">${lost}</p>
        <button class="button bare" type="button" @click=${() => {
          this.lost = null
        }}>${t('settings.keep')}</button>
        <button class="button danger" type="button" @click=${() => void this.#remove(item)}>${t(remove!.word)}</button></div>`
    return html`<div class="strip">${tools.map(
      ({ word, run }) =>
        html`<button class="button" type="button" @click=${() => void this.#run(run)}>${t(word)}</button>`,
    )}<span class="grow"></span>${
      removes
        ? html`<button class="button bare danger" type="button" @click=${() => {
            const loses = remove!.lost(item, desk)
            if (loses === null) void this.#remove(item)
            else this.lost = loses
          }}>${t(remove!.word)}</button>`
        : nothing
    }</div>`
  }

  async #run(run: () => Promise<Once | undefined>): Promise<void> {
    try {
      this.once = (await run()) ?? null
    } catch (error) {
      this.desk!.undo.fail({ what: this.desk!.t(this.page.title), reason: reasonOf(error, this.desk!.t) })
    }
  }

  async #remove(item: Item): Promise<void> {
    const { page } = this
    const desk = this.desk!
    const { run, again, done } = page.remove!
    const { name } = page.row(item, desk)
    const label = desk.t(done, { name })
    try {
      await run(desk, item)
    } catch (error) {
      this.lost = null
      desk.undo.fail({ what: desk.t(page.remove!.word), reason: reasonOf(error, this.desk!.t) })
      return
    }
    // What is typed about it is of no use any more.
    this.discard()
    this.items = this.items!.filter(({ id }) => id !== item.id)
    this.#go()
    this.#followTaken()
    if (!again) {
      desk.undo.say(label)
      return
    }
    desk.undo.offer({
      label,
      undo: async () => {
        await again(desk, item)
        if (this.page === page) await this.#read()
      },
    })
  }
}
