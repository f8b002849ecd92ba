// The palette: a field that finds every action, conversation, person and article. Runs what is chosen and goes.

import { html, nothing, type PropertyValues } from 'lit'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { mark } from '../../elements/mark/mark.ts'
import type { Actor } from '../../protocol/actor.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import type { DeskCommand } from '../keys/desk-commands.ts'
import { shortcutsOf } from '../keys/desk-commands.ts'
import { ariaKeys, keyCaps } from '../keys/key-caps.ts'
import { openOnce } from '../open-once.ts'
import { loadSquares, loadSquaresStyles } from '../picker/load-squares.ts'
import { presenceStyles } from '../presence.styles.ts'
import { paletteStyles } from './command-palette.styles.ts'
import { type FoundActions, foundRows } from './found-rows.ts'
import { type PaletteGroup, type PaletteRow, paletteGroups } from './palette-rows.ts'
import { PaletteSearch } from './palette-search.controller.ts'

export interface PaletteContext {
  actor: Pick<Actor, 'kind' | 'id' | 'name'>
  label: string
}

/** The palette is closed, by a choice or without one. */
export class PaletteClosedEvent extends Event {
  constructor() {
    super('deskbell-palette-closed')
  }
}

/** @event deskbell-palette-closed - it is closed; the focus is back where it was. */
export class CommandPalette extends DeskElement {
  static override properties = {
    context: { attribute: false },
    actions: { attribute: false },
    list: { attribute: false },
    typed: { state: true },
    chosen: { state: true },
    inner: { state: true },
  }
  static override styles = [deskStyles, markStyles, presenceStyles, loadSquaresStyles, paletteStyles]

  /** What "this chat" is; null without one. */
  declare context: PaletteContext | null
  declare actions: FoundActions
  /** A command whose list is shown from the start, as if it had been chosen. */
  declare list: DeskCommand | null
  declare typed: string
  /** Id of the row Enter would run; null for the first. */
  declare chosen: string | null
  /** The list of a command that has one, with what to call it. */
  declare inner: { title: string; commands: readonly DeskCommand[] | null; failed?: boolean } | null

  #search = new PaletteSearch(this, () => this.desk?.client)
  #groups: PaletteGroup[] = []
  #isClosed = false

  constructor() {
    super()
    this.context = null
    this.list = null
    this.typed = ''
    this.chosen = null
    this.inner = null
  }

  get #rows(): readonly PaletteRow[] {
    return this.#groups.flatMap(({ rows }) => rows)
  }

  get #row(): PaletteRow | undefined {
    return this.#rows.find(({ command }) => command.id === this.chosen) ?? this.#rows[0]
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.desk) return
    if (!this.hasUpdated) void this.#askLoads()
    if (changed.has('list') && this.list) void this.#enter(this.list)
    if (!this.inner) this.#search.ask(this.typed)
    this.#groups = this.#list()
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (openOnce(this)) this.#field?.focus()
    if (changed.has('chosen'))
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }

  /** How much each colleague has comes while one types. */
  async #askLoads(): Promise<void> {
    await this.desk!.lists.loads.load().catch(() => {})
    this.requestUpdate()
  }

  #list(): PaletteGroup[] {
    const desk = this.desk!
    const { commands } = desk
    if (this.inner)
      return paletteGroups({ typed: this.typed, commands: this.inner.commands ?? [], recent: [] })
    const { result } = this.#search
    return paletteGroups({
      typed: this.typed,
      commands: commands.all(),
      recent: commands.recent(),
      found: result && this.typed.trim() ? foundRows(result, desk, this.actions) : [],
    })
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input')
  }

  protected override render() {
    if (!this.desk) return nothing
    const { t } = this.desk
    const row = this.#row
    return html`<dialog aria-label=${t('palette.label')} @close=${this.#onClose} @cancel=${this.#onCancel} @click=${this.#onBackdrop} @keydown=${this.#onKey}>
      <div class="field">
        ${consoleIcon('search')}
        ${this.inner ? html`<button class="chip" type="button" title=${t('palette.back')} @click=${this.#leave}><span class="cut">${this.inner.title}</span></button>` : nothing}
        <input type="text" role="combobox" aria-expanded="true" aria-controls="list" aria-autocomplete="list"
          aria-activedescendant=${row ? `row-${this.#rows.indexOf(row)}` : nothing} aria-label=${this.inner?.title ?? t('palette.label')}
          placeholder=${t(this.inner ? 'palette.filter' : 'palette.placeholder')} autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go"
          .value=${this.typed} @input=${this.#onInput}>
        ${this.context && !this.inner ? html`<span class="chip">${mark(this.context.actor, 16)}<span class="cut">${this.context.label}</span></span>` : nothing}
        <button class="close" type="button" aria-label=${t('palette.close')} @click=${this.#close}>${consoleIcon('close')}</button>
      </div>
      <div class="list" id="list" role="listbox" aria-label=${t('palette.results')}>
        ${this.#groups.map((group) => this.#group(group, row))}
      </div>
      ${this.#state()}
      <footer>
        <span>${keyCaps('up')}${keyCaps('down')} ${t('palette.move')}</span>
        <span>${keyCaps('enter')} ${t('palette.do')}</span>
        <span>${keyCaps('mod+z')} ${t('palette.undo')}</span>
        <button type="button" @click=${() => this.#run(() => this.desk!.commands.run('keys.show'))}><kbd aria-hidden="true">?</kbd> ${t('palette.keys')}</button>
      </footer>
    </dialog>`
  }

  #state() {
    const { t } = this.desk!
    const count = this.#rows.length
    const waits = this.#search.state === 'asking' || this.inner?.commands === null
    const says = this.inner?.failed
      ? t('palette.list_failed')
      : this.#search.state === 'failed' && !this.inner
        ? t('palette.search_failed')
        : count > 0 || waits
          ? ''
          : t('palette.nothing', { typed: this.typed })
    return html`<div role="status">${says ? html`<p class="none">${says}</p>` : html`<span class="hidden-text">${this.typed && !waits ? t('palette.found', { n: count }) : ''}</span>`}</div>`
  }

  #group({ section, rows }: PaletteGroup, chosen: PaletteRow | undefined) {
    const label = this.inner ? this.inner.title : this.desk!.t(`palette.section.${section}`)
    return html`<div role="group" aria-label=${label}>
      ${this.inner ? nothing : html`<div class="heading" aria-hidden="true">${label}</div>`}
      ${rows.map((row) => this.#option(row, row === chosen))}</div>`
  }

  #option(row: PaletteRow, selected: boolean) {
    const { command, pieces } = row
    const [shortcut] = shortcutsOf(command)
    return html`<div class="row" role="option" id=${`row-${this.#rows.indexOf(row)}`} aria-selected=${selected} data-id=${command.id}
        aria-keyshortcuts=${shortcut ? ariaKeys(shortcut) : nothing}
        @pointermove=${() => this.#choose(command.id)} @click=${(event: MouseEvent) => this.#act(row, event.metaKey || event.ctrlKey)}>
      <span class="face">${command.mark ? mark(command.mark, 20) : command.icon ? consoleIcon(command.icon) : nothing}${
        command.presence ? html`<span class="presence ${command.presence}"></span>` : nothing
      }</span>
      <span class="words"><bdi class="cut">${pieces.map((piece, index) => (index % 2 ? html`<b>${piece}</b>` : piece))}</bdi>${
        command.detail ? html`<bdi class="muted cut">${command.detail}</bdi>` : nothing
      }</span>
      ${this.#end(command, shortcut, selected)}
    </div>`
  }

  #end(command: DeskCommand, shortcut: string | undefined, selected: boolean) {
    const { load, hint, secondary, children } = command
    if (secondary && selected)
      return html`<span class="end">${keyCaps('mod+enter')} ${secondary.label}</span>`
    if (load)
      return html`<span class="end tabular ${load.open >= load.capacity ? 'over' : ''}">${hint} ${loadSquares(load)}</span>`
    return html`<span class="end">${hint ? html`<span class="cut">${hint}</span>` : nothing}${shortcut ? keyCaps(shortcut) : nothing}${children ? consoleIcon('chevron') : nothing}</span>`
  }

  #choose(id: string): void {
    this.chosen = id
  }

  #onInput(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value
    this.chosen = null
  }

  #move(by: number): void {
    const rows = this.#rows
    if (rows.length === 0) return
    const at = this.#row ? rows.indexOf(this.#row) : 0
    this.chosen = rows[(at + by + rows.length) % rows.length]!.command.id
  }

  #onKey(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.isComposing) return
    const mod = event.metaKey || event.ctrlKey
    const inField = event.composedPath()[0] === this.#field
    if (event.key === 'ArrowDown' || (event.ctrlKey && event.key === 'n')) this.#move(1)
    else if (event.key === 'ArrowUp' || (event.ctrlKey && event.key === 'p')) this.#move(-1)
    else if (event.key === 'Enter' && inField) this.#row && this.#act(this.#row, mod)
    else if (mod && event.key === 'k') this.#close()
    else if (event.key === 'Backspace' && this.inner && !this.typed) this.#leave()
    else if (event.key === '?' && !this.typed) this.#run(() => this.desk!.commands.run('keys.show'))
    else return
    event.preventDefault()
  }

  #act({ command }: PaletteRow, secondary: boolean): void {
    if (command.children) void this.#enter(command)
    else if (secondary && command.secondary) this.#run(command.secondary.run)
    else this.#run(() => this.desk!.commands.run(command))
  }

  /** Closed first, so that the focus is back where it was before the command moves it. */
  #run(what: () => unknown): void {
    this.#close()
    what()
  }

  async #enter(command: DeskCommand): Promise<void> {
    const entered: NonNullable<CommandPalette['inner']> = { title: command.label, commands: null }
    this.inner = entered
    this.typed = ''
    this.chosen = null
    this.#field?.focus()
    try {
      const commands = await command.children!()
      if (this.inner === entered) this.inner = { ...entered, commands }
    } catch {
      if (this.inner === entered) this.inner = { ...entered, commands: [], failed: true }
    }
  }

  #leave(): void {
    // Opened at this list, there is nothing to go back to.
    if (this.list) {
      this.#close()
      return
    }
    this.inner = null
    this.typed = ''
    this.#field?.focus()
  }

  /** Escape in a list goes back to all of them. */
  #onCancel(event: Event): void {
    if (!this.inner || this.list) return
    event.preventDefault()
    this.#leave()
  }

  /** A press beside it. */
  #onBackdrop(event: MouseEvent): void {
    if (event.target === event.currentTarget) this.#close()
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close()
    this.#onClose()
  }

  /** The dialog tells of it late: whoever runs a command sees the palette gone. */
  #onClose(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.dispatchEvent(new PaletteClosedEvent())
  }
}
