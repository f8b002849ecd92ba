// The one line at the bottom that says what was just done, with the way back. Goes by itself, unless somebody is at it.

import { html, nothing, type PropertyValues } from 'lit'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { elementStyle } from '../element-style.directive.ts'
import { keyCaps } from '../keys/key-caps.ts'
import type { UndoLine } from './desk-undo.ts'
import { undoLineStyles } from './undo-line.styles.ts'

/** How long it stands, ms. */
export const SHOWN = 10_000

export class UndoLineElement extends DeskElement {
  static override styles = [deskStyles, undoLineStyles]

  #line = this.watch((desk) => desk.undo.line)
  #foot = this.watch((desk) => desk.undo.foot)
  #shown: UndoLine | null | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #held = false

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  protected override updated(_changed: PropertyValues): void {
    const line = this.#line.value
    if (line === this.#shown) return
    this.#shown = line
    this.#wait()
  }

  /** From its beginning: what has just been pointed at does not vanish. */
  #wait(): void {
    clearTimeout(this.#timer)
    if (this.#line.value && !this.#held) this.#timer = setTimeout(() => this.desk?.undo.dismiss(), SHOWN)
  }

  #hold(held: boolean): void {
    this.#held = held
    this.#wait()
  }

  protected override render() {
    const { desk } = this
    const line = this.#line.value
    return html`<div role="status" class="words-for-all" ${elementStyle({ '--foot': `${this.#foot.value ?? 0}px` })}>${
      line && desk
        ? html`<div class="line ${line.kind}" @pointerenter=${() => this.#hold(true)} @pointerleave=${() => this.#hold(false)}
          @focusin=${() => this.#hold(true)} @focusout=${() => this.#hold(false)}>
          <span class="text">${this.#text(line)}</span>${this.#button(line)}
          <button class="close" type="button" aria-label=${desk.t('undo.close')} @click=${() => desk.undo.dismiss()}>${consoleIcon('close')}</button>
        </div>`
        : nothing
    }</div>`
  }

  #text(line: UndoLine): string {
    const { t } = this.desk!
    switch (line.kind) {
      case 'done':
      case 'said':
        return line.what
      case 'undone':
        return t('undo.undone', { what: line.what })
      case 'failed':
        return t('command.failed', line)
      case 'undo-failed':
        return t('undo.failed', line)
      case 'redo-failed':
        return t('undo.redo_failed', line)
    }
  }

  #button(line: UndoLine) {
    const { t, undo } = this.desk!
    if (line.kind === 'done')
      return html`<button class="way" type="button" @click=${() => void undo.undo()}>${t('undo.undo')} ${keyCaps('mod+z')}</button>`
    if (line.kind === 'undone' && line.redo)
      return html`<button class="way" type="button" @click=${() => void undo.redo()}>${t('undo.redo')} ${keyCaps('mod+shift+z')}</button>`
    return nothing
  }
}
