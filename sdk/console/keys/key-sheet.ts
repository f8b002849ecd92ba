// The sheet of keys: every shortcut there is, made from the commands themselves; a field finds one by its words.

import { html, nothing, type PropertyValues } from 'lit'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { openOnce } from '../open-once.ts'
import { fit } from '../palette/fuzzy.ts'
import { COMMAND_SECTIONS, type DeskCommand, shortcutsOf } from './desk-commands.ts'
import { ariaKeys, keyCaps } from './key-caps.ts'
import { keySheetStyles } from './key-sheet.styles.ts'

/** @event deskbell-sheet-closed - it is closed. */
export class KeySheet extends DeskElement {
  static override properties = { typed: { state: true } }
  static override styles = [deskStyles, keySheetStyles]

  declare typed: string
  /** As they were when it opened: they do not jump about while it is read. */
  #commands: readonly DeskCommand[] | null = null

  constructor() {
    super()
    this.typed = ''
  }

  protected override willUpdate(): void {
    this.#commands ??= this.desk?.commands.all().filter((each) => shortcutsOf(each).length > 0) ?? null
  }

  protected override updated(_changed: PropertyValues): void {
    openOnce(this)
  }

  protected override render() {
    if (!this.desk || !this.#commands) return nothing
    const { t } = this.desk
    const found = this.#commands.filter((each) => fit(this.typed, each.label, each.keywords ?? '') !== null)
    const sections = COMMAND_SECTIONS.map((section) => ({
      section,
      rows: found.filter((each) => each.section === section),
    })).filter(({ rows }) => rows.length > 0)
    return html`<dialog aria-labelledby="title" @keydown=${this.#onKey} @close=${() => this.dispatchEvent(new Event('deskbell-sheet-closed'))}
        @click=${(event: Event) => event.target === event.currentTarget && this.#close()}>
      <header><h2 id="title">${t('keys.title')}</h2>
        <label class="find">${consoleIcon('search')}<input type="search" aria-label=${t('keys.find')} placeholder=${t('keys.find')} .value=${this.typed}
          @input=${(event: Event) => {
            this.typed = (event.target as HTMLInputElement).value
          }}></label>
        <button class="button bare square" type="button" aria-label=${t('palette.close')} @click=${this.#close}>${consoleIcon('close')}</button></header>
      <div class="sections" tabindex="0" role="region" aria-label=${t('keys.title')}>
        <div class="columns">${sections.map(
          ({ section, rows }) => html`<section><h3>${t(`palette.section.${section}`)}</h3>
            <dl>${rows.map((row) => this.#row(row))}</dl></section>`,
        )}
        </div>${sections.length === 0 ? html`<p class="muted">${t('palette.nothing', { typed: this.typed })}</p>` : nothing}
      </div></dialog>`
  }

  #row(command: DeskCommand) {
    const { t } = this.desk!
    return html`<div><dt>${command.label}</dt><dd>${shortcutsOf(command).map(
      (keys, index) =>
        html`${index > 0 ? html`<span class="muted">${t('keys.or')}</span>` : nothing}${keyCaps(keys)}<span class="hidden-text">${ariaKeys(keys)}</span>`,
    )}</dd></div>`
  }

  #onKey(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.key !== '?' || this.typed) return
    event.preventDefault()
    this.#close()
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close()
  }
}
