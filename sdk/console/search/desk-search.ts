// <deskbell-search>: a field with operators, what was found in tabs, and the way to each of it. Opens nothing by itself.

import { html, nothing, type PropertyValues } from 'lit'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { consoleIcon } from '../console-icon.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { numberFormat } from '../kept-formats.ts'
import { searchStyles } from './desk-search.styles.ts'
import { forgetSearches, keepSearch, readSearches } from './recent-searches.ts'
import { type Completion, completions, OPERATORS, type OperatorNames } from './search-completion.ts'
import { SearchResults } from './search-results.controller.ts'
import { articleRow, conversationRow, type FoundRow, messageRow, personRow } from './search-rows.ts'

const TABS = ['messages', 'people', 'conversations', 'articles'] as const
type Tab = (typeof TABS)[number]

export class DeskSearch extends DeskElement {
  static override properties = {
    query: {},
    typed: { state: true },
    tab: { state: true },
    offered: { state: true },
    chosen: { state: true },
    kept: { state: true },
    isReady: { state: true },
  }
  static override styles = [deskStyles, markStyles, searchStyles]

  /** What the address asks for. */
  declare query: string
  declare typed: string
  /** Null: the first in which something was found. */
  declare tab: Tab | null
  declare offered: readonly Completion[]
  /** Of what is offered; -1 is none. */
  declare chosen: number
  declare kept: readonly string[]
  /** The texts are there. */
  declare isReady: boolean

  #found = new SearchResults(this, () => this.desk?.client)
  #asked = false

  constructor() {
    super()
    this.query = ''
    this.typed = ''
    this.tab = null
    this.offered = []
    this.chosen = -1
    this.kept = readSearches()
    this.isReady = false
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { desk } = this
    if (desk && !this.#asked) {
      this.#asked = true
      desk.loadTexts('search').then(
        () => {
          this.isReady = true
        },
        () => {
          this.#asked = false
        },
      )
      for (const list of [desk.lists.tags, desk.lists.topics, desk.lists.sites]) list.load().catch(() => {})
    }
    if (changed.has('query') && this.query !== this.typed.trim()) {
      this.typed = this.query
      if (desk) this.#found.ask(this.typed, true)
    } else if (desk && this.typed && this.#found.phase === 'idle') this.#found.ask(this.typed, true)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('isReady') && this.isReady) this.#field?.focus()
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input')
  }

  #names(): OperatorNames {
    const { client, lists } = this.desk!
    const people = client.agents.get().map(({ name }) => name)
    const of = (all: readonly { name: string }[] | null): string[] => (all ?? []).map(({ name }) => name)
    return {
      from: people,
      assignee: people,
      department: of(client.departments.get()),
      tag: of(lists.tags.store.get()),
      topic: of(lists.topics.store.get()),
      site: of(lists.sites.store.get()),
    }
  }

  protected override render() {
    if (!this.desk || !this.isReady) return nothing
    const { t } = this.desk
    const { offered, chosen } = this
    return html`<main class="page"><h1 id="title">${t('search.title')}</h1>
      <search class="field"><div class="box">${consoleIcon('search')}
        <input type="text" role="combobox" aria-label=${t('search.field')} placeholder=${t('search.placeholder')} aria-autocomplete="list"
          aria-expanded=${offered.length > 0} aria-controls="options" aria-activedescendant=${chosen >= 0 ? `option-${chosen}` : nothing}
          autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" maxlength="300"
          .value=${this.typed} @input=${this.#onInput} @keydown=${this.#onFieldKey} @blur=${() => this.#offer([])}>
        ${this.typed ? html`<button class="button bare square" type="button" aria-label=${t('search.clear')} @click=${() => this.#set('')}>${consoleIcon('close')}</button>` : nothing}
      </div>
      <div id="options" class=${offered.length > 0 ? 'options' : ''} role="listbox" aria-label=${t('search.suggestions')}>${offered.map(
        (
          each,
          index,
        ) => html`<div class="option" role="option" id=${`option-${index}`} aria-selected=${index === chosen}
          @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.#take(each)}><code>${each.word}</code><span class="muted">${t(`search.op.${each.operator}`)}</span></div>`,
      )}</div></search>
      ${this.typed.trim() ? this.#results() : this.#start()}</main>`
  }

  #start() {
    const { t } = this.desk!
    return html`${
      this.kept.length > 0
        ? html`<section class="recent"><h2>${t('search.recent')}</h2><ul>${this.kept.map(
            (each) =>
              html`<li><button class="button" type="button" @click=${() => this.#set(each)}><bdi>${each}</bdi></button></li>`,
          )}</ul><button class="button bare" type="button" @click=${() => {
            this.kept = forgetSearches()
          }}>${t('search.forget')}</button></section>`
        : nothing
    }<section class="help"><h2>${t('search.help')}</h2><p class="muted">${t('search.help.detail')}</p>
      <dl>${OPERATORS.map(
        (each) =>
          html`<div><dt><button type="button" @click=${() => this.#set(`${each}:`)}><code>${each}:</code></button></dt><dd class="muted">${t(`search.op.${each}`)}</dd></div>`,
      )}</dl></section>`
  }

  #rows(tab: Tab): FoundRow[] {
    const { result } = this.#found
    const desk = this.desk!
    if (!result) return []
    switch (tab) {
      case 'messages':
        return result.messages.map((each) => messageRow(each, desk))
      case 'people':
        return result.people.map((each) => personRow(each, desk))
      case 'conversations':
        return result.conversations.map((each) => conversationRow(each, desk))
      case 'articles':
        return result.articles.map((each) => articleRow(each, desk))
    }
  }

  #results() {
    const { t, locale } = this.desk!
    const { phase, result, error } = this.#found
    if (phase === 'failed')
      return html`<div class="none" role="alert"><h2>${t('search.failed')}</h2><p>${t('search.failed.detail', { reason: reasonOf(error, t) })}</p>
        <button class="button" type="button" @click=${() => this.#found.ask(this.typed, true)}>${t('search.again')}</button></div>`
    if (!result) return html`<p class="none" role="status">${t('search.asking')}</p>`
    const tab = this.tab ?? TABS.find((each) => result[each].length > 0) ?? 'messages'
    const rows = this.#rows(tab)
    const more = tab === 'messages' && result.next_cursor !== null
    return html`<div class="tabs" role="tablist" aria-label=${t('search.tabs')} @keydown=${this.#onTabKey}>${TABS.map(
      (
        each,
      ) => html`<button type="button" role="tab" id=${`tab-${each}`} aria-controls="panel" aria-selected=${each === tab} tabindex=${each === tab ? 0 : -1}
        @click=${() => this.#choose(each)}>${t(`search.tab.${each}`)} <span class="muted tabular">${numberFormat(locale).format(result[each].length)}${each === 'messages' && result.next_cursor ? '+' : ''}</span></button>`,
    )}</div>
    <div id="panel" role="tabpanel" aria-labelledby=${`tab-${tab}`} @keydown=${this.#onRowKey}>
      <div class="about" role="status"><span>${phase === 'asking' ? t('search.asking') : t(more ? 'search.found_more' : 'search.found', { n: rows.length })}</span>
        ${phase === 'asking' ? nothing : html`<span class="tabular">${t('search.took', { ms: Math.round(result.ms) })}</span>`}
        ${result.unknown.length > 0 ? html`<span class="fault">${t('search.unknown', { words: result.unknown.join(', ') })}</span>` : nothing}
        ${result.behind > 0 ? html`<span class="fault">${t('search.behind', { n: result.behind })}</span>` : nothing}</div>
      ${rows.map(
        (row) =>
          html`<button class="row" type="button" ?disabled=${!row.enabled} @click=${() => this.#open(row)}>${row.draw()}</button>`,
      )}
      ${more ? html`<button class="button more" type="button" ?disabled=${phase === 'asking'} @click=${() => void this.#found.more()}>${t(rows.length < 20 ? 'search.further' : 'search.more')}</button>` : nothing}
      ${rows.length === 0 && !more && phase === 'ready' ? html`<div class="none"><h2>${t('search.nothing', { q: this.typed.trim() })}</h2><p>${t('search.nothing.detail')}</p></div>` : nothing}
    </div>`
  }

  #set(text: string, caret = text.length): void {
    this.typed = text
    this.tab = null
    this.#found.ask(text)
    void this.updateComplete.then(() => {
      this.#field?.focus()
      this.#field?.setSelectionRange(caret, caret)
      this.#suggest()
    })
  }

  #onInput(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value
    this.tab = null
    this.#found.ask(this.typed)
    this.#suggest()
  }

  #suggest(): void {
    const field = this.#field
    this.#offer(
      field ? completions(field.value, field.selectionStart ?? field.value.length, this.#names()) : [],
    )
  }

  #offer(offered: readonly Completion[]): void {
    this.offered = offered
    this.chosen = -1
  }

  #take({ text, caret }: Completion): void {
    this.#set(text, caret)
  }

  async #open(row: FoundRow): Promise<void> {
    this.kept = keepSearch(this.typed.trim())
    this.#addressIt()
    // Once the console has drawn itself, its address has the search.
    await new Promise((resolve) => setTimeout(resolve))
    row.open()
  }

  /** So that the address can be shared, and Back leads here. */
  #addressIt(): void {
    this.desk?.go(`/search?q=${encodeURIComponent(this.typed.trim())}`)
  }

  #onFieldKey(event: KeyboardEvent): void {
    if (event.isComposing) return
    const { offered } = this
    const open = offered.length > 0
    if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const by = event.key === 'ArrowDown' ? 1 : -1
      this.chosen = (this.chosen + by + offered.length + (this.chosen < 0 && by < 0 ? 1 : 0)) % offered.length
    } else if (open && (event.key === 'Enter' || event.key === 'Tab') && this.chosen >= 0)
      this.#take(offered[this.chosen]!)
    else if (open && event.key === 'Escape') this.#offer([])
    else if (event.key === 'Escape' && this.typed) this.#set('')
    else if (event.key === 'Escape') this.desk?.go('/')
    else if (event.key === 'ArrowDown') this.#focusRow(0)
    else if (event.key === 'Enter') {
      this.#offer([])
      this.kept = keepSearch(this.typed.trim())
      this.#found.ask(this.typed, true)
      this.#addressIt()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  #choose(tab: Tab): void {
    this.tab = tab
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${tab}`)?.focus())
  }

  #onTabKey(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) {
      if (event.key === 'ArrowDown') this.#focusRow(0)
      return
    }
    event.preventDefault()
    const at = TABS.findIndex((each) => `tab-${each}` === (event.target as HTMLElement).id)
    // Arrows go where they point, also from right to left.
    const way = this.matches(':dir(rtl)') ? -by : by
    this.#choose(TABS[(at + way + TABS.length) % TABS.length]!)
  }

  #focusRow(index: number): void {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.row:enabled')]
    if (index < 0) this.#field?.focus()
    else rows[Math.min(index, rows.length - 1)]?.focus()
  }

  #onRowKey(event: KeyboardEvent): void {
    const by =
      event.key === 'ArrowDown' || event.key === 'j'
        ? 1
        : event.key === 'ArrowUp' || event.key === 'k'
          ? -1
          : 0
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.row:enabled')]
    const at = rows.indexOf(this.shadowRoot!.activeElement as HTMLElement)
    if (by === 0 || at < 0 || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    this.#focusRow(at + by)
  }
}
