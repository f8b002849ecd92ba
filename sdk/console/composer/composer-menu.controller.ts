// The menu inside the composer: canned replies and articles after `/`, colleagues after `@` in a note, articles by a
// search of their own. It pushes the thread up; nothing lies over what is being answered.

import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { mark } from '../../elements/mark/mark.ts'
import type { Agent } from '../../protocol/agent.ts'
import type { CopilotArticles } from '../../protocol/copilot.ts'
import type { CannedReply } from '../../protocol/desk-tools.ts'
import { consoleIcon } from '../console-icon.ts'
import type { Desk } from '../desk.context.ts'
import { fitting } from '../picker/fitting-items.ts'
import { type FilledPiece, fillVariables, textOfPieces } from './canned-variables.ts'
import { type TriggerWord, triggerWord } from './composer-word.ts'

type Article = CopilotArticles['articles'][number]
type Row =
  | { kind: 'canned'; canned: CannedReply }
  | { kind: 'article'; article: Article }
  | { kind: 'agent'; agent: Agent }

const SHOWN = 6
const PATIENCE = 200

export interface ComposerMenuOptions {
  desk: () => Desk | undefined
  view: () => AgentConversationView | null
  field: () => HTMLTextAreaElement | null
  isNote: () => boolean
  /** Puts a text in place of what stands between two places. */
  replace: (start: number, end: number, text: string) => void
  send: () => void
  phone: () => boolean
}

export class ComposerMenu implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #options: ComposerMenuOptions
  #word: TriggerWord | null = null
  /** Articles are searched by a field of the menu's own. */
  #search: string | null = null
  /** Closed by Escape: stays so until another sign is typed. */
  #dismissed = -1
  #at = 0
  #articles: readonly Article[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost, options: ComposerMenuOptions) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  hostDisconnected(): void {
    this.close()
  }

  get isOpen(): boolean {
    return this.#search !== null || (this.#word !== null && this.#rows().length > 0)
  }

  /** For the text field: which row is meant. */
  get active(): string | null {
    return this.isOpen ? `menu-${this.#at}` : null
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#word = null
    this.#search = null
    this.#articles = []
    this.#at = 0
    this.#host.requestUpdate()
  }

  /** Call after each change of the text or the cursor. */
  follow(): void {
    const field = this.#options.field()
    if (!field || this.#search !== null) return
    const word = triggerWord(field.value, field.selectionStart, this.#options.isNote())
    if (word?.start === this.#dismissed) return
    this.#dismissed = -1
    if (word?.query !== this.#word?.query || word?.kind !== this.#word?.kind) this.#at = 0
    this.#word = word
    if (word?.kind === 'slash') {
      void this.#options
        .desk()!
        .lists.canned.load()
        .then(
          () => this.#host.requestUpdate(),
          () => {},
        )
      this.#ask(word.query)
    }
    this.#host.requestUpdate()
  }

  openArticles(): void {
    this.close()
    this.#search = ''
    this.#ask('', true)
    this.#host.requestUpdate()
    void this.#host.updateComplete.then(() =>
      this.#options.field()?.closest('form')?.querySelector<HTMLInputElement>('.find input')?.focus(),
    )
  }

  /** Whether the key was the menu's. */
  press(event: KeyboardEvent): boolean {
    if (!this.isOpen) return false
    const rows = this.#rows()
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (move) this.#at = (this.#at + move + rows.length) % Math.max(1, rows.length)
    else if (event.key === 'Escape') this.#dismiss()
    else if ((event.key === 'Enter' && !event.shiftKey) || (event.key === 'Tab' && !event.shiftKey)) {
      const row = rows[this.#at]
      if (!row) return false
      this.#take(row, event.metaKey || event.ctrlKey)
    } else return false
    event.preventDefault()
    event.stopPropagation()
    this.#host.requestUpdate()
    return true
  }

  render() {
    const desk = this.#options.desk()
    if (!desk || !this.isOpen) return nothing
    const rows = this.#rows()
    this.#at = Math.min(this.#at, Math.max(0, rows.length - 1))
    const { t } = desk
    const title =
      this.#word?.kind === 'mention'
        ? t('menu.people')
        : this.#search !== null
          ? t('menu.articles')
          : t('menu.canned')
    const chosen = rows[this.#at]
    return html`<div class="menu">
      <div class="choices">
        ${this.#search === null ? html`<div class="heading" aria-hidden="true">${title}</div>` : this.#field(desk)}
        <div role="listbox" id="menu" aria-label=${title}>${rows.map((row, index) => this.#row(row, index, desk))}</div>
        ${rows.length === 0 ? html`<p class="muted none" role="status">${t('picker.none')}</p>` : nothing}
      </div>
      ${chosen && chosen.kind !== 'agent' && !this.#options.phone() ? this.#preview(chosen, desk) : nothing}
    </div>`
  }

  #field({ t }: Desk) {
    return html`<label class="find">${consoleIcon('search')}<input type="text" role="combobox" aria-expanded="true" aria-controls="menu"
      aria-activedescendant=${this.active ?? nothing} aria-label=${t('menu.find')} placeholder=${t('menu.find')} autocomplete="off"
      .value=${this.#search ?? ''} @keydown=${(event: KeyboardEvent) => this.press(event)} @input=${(
        event: Event,
      ) => {
        this.#search = (event.target as HTMLInputElement).value
        this.#at = 0
        this.#ask(this.#search, true)
      }}></label>`
  }

  #row(row: Row, index: number, { t }: Desk) {
    const on = index === this.#at
    const [label, end] =
      row.kind === 'canned'
        ? [row.canned.title, `/${row.canned.shortcut}`]
        : row.kind === 'article'
          ? [row.article.title, '']
          : [row.agent.name, t(`availability.${row.agent.availability}`)]
    return html`<div class="choice ${on ? 'on' : ''}" role="option" id="menu-${index}" aria-selected=${on}
        @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.#take(row, false)}>
      ${row.kind === 'agent' ? mark(row.agent, 20) : row.kind === 'article' ? consoleIcon('book') : nothing}
      <bdi class="grow cut">${label}</bdi><span class="muted">${end}</span></div>`
  }

  #preview(row: Exclude<Row, { kind: 'agent' }>, { t }: Desk) {
    const conversation = this.#options.view()?.state.get().conversation
    const name = conversation?.contact.name || t('customer.unnamed')
    const text =
      row.kind === 'article'
        ? row.article.snippet
        : this.#pieces(row.canned).map((piece) =>
            piece.kind === 'text'
              ? piece.text
              : html`<b class=${piece.kind}>${piece.kind === 'missing' ? t('menu.missing', { name: piece.text.slice(2, -2) }) : (piece.shown ?? piece.text)}</b>`,
          )
    return html`<div class="preview"><div class="heading">${t('menu.preview', { name })}</div><p class="plain" dir="auto">${text}</p>
      <p class="keys" aria-hidden="true"><kbd>↵</kbd> ${t('menu.insert')} <kbd>${MOD}&#8202;↵</kbd> ${t(row.kind === 'article' ? 'menu.quote' : 'menu.insert_send')}</p></div>`
  }

  #rows(): Row[] {
    const desk = this.#options.desk()
    if (!desk) return []
    if (this.#word?.kind === 'mention') {
      const people = desk.client.agents.get().filter(({ kind }) => kind === 'human')
      const found = fitting(
        people.map((agent) => ({ agent, label: agent.name })),
        this.#word.query,
      )
      return found.slice(0, SHOWN).map(({ agent }) => ({ kind: 'agent', agent }))
    }
    const articles = this.#articles.map((article): Row => ({ kind: 'article', article }))
    if (this.#search !== null) return articles.slice(0, SHOWN)
    if (!this.#word) return []
    const all = desk.lists.canned.store.get() ?? []
    const canned = fitting(
      all
        .toSorted((a, b) => b.used - a.used)
        .map((each) => ({ each, label: each.shortcut, words: each.title })),
      this.#word.query,
    )
    return [
      ...canned.slice(0, SHOWN).map(({ each }): Row => ({ kind: 'canned', canned: each })),
      ...articles.slice(0, canned.length > 2 ? 2 : 4),
    ]
  }

  #pieces(canned: CannedReply): FilledPiece[] {
    const conversation = this.#options.view()!.state.get().conversation!
    return fillVariables(canned.body, conversation, this.#options.desk()!.client.me.get()!.agent)
  }

  #take(row: Row, modified: boolean): void {
    const { replace, field, send, desk } = this.#options
    const cursor = field()?.selectionStart ?? 0
    const start = this.#word?.start ?? cursor
    if (row.kind === 'agent') replace(start, cursor, `@${row.agent.name} `)
    else if (row.kind === 'article') {
      const { title, url, snippet } = row.article
      replace(start, cursor, modified ? `> ${snippet}\n\n[${title}](${url})` : `[${title}](${url})`)
    } else {
      replace(start, cursor, textOfPieces(this.#pieces(row.canned)))
      // What is used most stands first; whether it was counted is nobody's worry.
      void desk()!
        .client.rest('POST', `/canned-replies/${row.canned.id}/used`)
        .catch(() => {})
    }
    this.close()
    field()?.focus()
    if (modified && row.kind === 'canned') send()
  }

  #dismiss(): void {
    this.#dismissed = this.#word?.start ?? -1
    const searched = this.#search !== null
    this.close()
    if (searched) this.#options.field()?.focus()
  }

  /** Articles that fit, once somebody has stopped typing. */
  #ask(query: string, anyLength = false): void {
    clearTimeout(this.#timer)
    if (!anyLength && query.length < 2) {
      this.#articles = []
      return
    }
    this.#timer = setTimeout(async () => {
      const view = this.#options.view()
      const found = await view?.copilot.articles(query).catch(() => null)
      const still = this.#search ?? this.#word?.query
      if (this.#options.view() !== view || still !== query) return
      this.#articles = found?.articles ?? []
      this.#host.requestUpdate()
    }, PATIENCE)
  }
}

const MOD = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'
