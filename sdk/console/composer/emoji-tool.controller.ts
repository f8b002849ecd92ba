// The emoji of a composer: a button, and the picker in the composer once its code is there.

import { html, nothing, type ReactiveController, type ReactiveElement } from 'lit'
import type { WritableStore } from '../../client/store.ts'
import type { EmojiCloseEvent, EmojiEvent } from '../../elements/emoji-picker/emoji-picker.events.ts'
import type { WidgetScope } from '../../elements/provider/widget-context.ts'
import type { Translator } from '../../locales/translator.ts'
import { consoleIcon } from '../console-icon.ts'

interface Options {
  /** The picker is the widget's own element: it asks for its words as it does there. */
  words: () => Pick<Translator, 't'>
  insert: (emoji: string) => void
  focus: () => void
}

export class EmojiTool implements ReactiveController {
  readonly #host: ReactiveElement
  readonly #options: Options
  #open = false
  #scope: WritableStore<WidgetScope> | undefined

  constructor(host: ReactiveElement, options: Options) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#open = false
  }

  button(label: string) {
    return html`<button class="tool" type="button" aria-label=${label} title=${label} aria-expanded=${this.#open}
      @click=${() => void this.#toggle()}>${consoleIcon('smile')}</button>`
  }

  panel() {
    if (!this.#open) return nothing
    return html`<deskbell-emoji-picker @deskbell-emoji=${({ emoji }: EmojiEvent) => this.#options.insert(emoji)}
      @deskbell-emoji-close=${(event: EmojiCloseEvent) => this.#close(event.away)}></deskbell-emoji-picker>`
  }

  async #toggle(): Promise<void> {
    if (this.#open) {
      this.#close(false)
      return
    }
    const come = await Promise.all([
      import('../../elements/provider/widget-context.ts'),
      import('../../elements/emoji-picker/emoji-picker.define.ts'),
    ]).catch(() => null)
    if (!come) return
    // It asks for words and for nothing else.
    const tr = this.#options.words() as Translator
    const scope = { client: undefined, config: null, tr, navigation: undefined }
    if (this.#scope) this.#scope.set(scope)
    else this.#scope = come[0].provideScope(this.#host, scope)
    this.#open = true
    this.#host.requestUpdate()
    await this.#host.updateComplete
    this.#host.renderRoot.querySelector('deskbell-emoji-picker')?.focus()
  }

  #close(away: boolean): void {
    this.#open = false
    this.#host.requestUpdate()
    if (!away) this.#options.focus()
  }
}
