// A section of the sidebar under a heading that folds it away. An element, so that each remembers by itself.

import { css, html, LitElement, type PropertyValues } from 'lit'
import { consoleIcon } from '../console-icon.ts'
import { deskStyles } from '../desk.styles.ts'
import { keepFolded, readFolded } from './folded-sections.ts'

/**
 * @slot - what it holds.
 * @slot aside - at the end of the heading's line, also while it is folded.
 * @slot mark - before the heading.
 */
export class SidebarSection extends LitElement {
  static override properties = { name: {}, heading: {}, folded: { state: true } }
  static override styles = [
    deskStyles,
    css`
      :host { margin-block-start: 16px }
      .head { display: flex; flex-wrap: wrap; align-items: center; gap: 0 8px; min-block-size: 24px }
      h3 { flex: 1 0 auto; max-inline-size: 100% }
      button { display: inline-flex; align-items: center; gap: 4px; min-block-size: 24px; border-radius: 4px; font-weight: 600 }
      .icon { inline-size: 14px; block-size: 14px; color: var(--db-muted); rotate: 90deg; opacity: 0; transition: opacity var(--db-fast) }
      .folded .icon, button:hover .icon, button:focus-visible .icon { opacity: 1 }
      .folded .icon { rotate: 0deg }
      .folded:dir(rtl) .icon { rotate: 180deg }
      .body { padding-block-start: 2px }
      @media (pointer: coarse) { .icon { opacity: 1 } button { min-block-size: 40px } }
    `,
  ]

  /** What it is remembered by. */
  declare name: string
  declare heading: string
  declare folded: boolean

  constructor() {
    super()
    this.name = ''
    this.heading = ''
    this.folded = false
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('name')) this.folded = readFolded().has(this.name)
  }

  protected override render() {
    const { folded } = this
    return html`<div class="head ${folded ? 'folded' : ''}"><slot name="mark"></slot><h3><button type="button" aria-expanded=${!folded} aria-controls="body"
        @click=${this.#toggle}>${this.heading}${consoleIcon('chevron')}</button></h3><slot name="aside"></slot></div>
      <div class="body" id="body" ?hidden=${folded}><slot></slot></div>`
  }

  #toggle(): void {
    this.folded = !this.folded
    const all = new Set(readFolded())
    if (this.folded) all.add(this.name)
    else all.delete(this.name)
    keepFolded(all)
  }
}
