// What lies over the desk: the palette, the sheet of keys, an agent's own settings, the undo line; and the one ear for
// keys. Brings each when it is first asked for.

import { html, nothing, type PropertyValues } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { InsertTextEvent } from '../copilot/insert-text.event.ts'
import { OpenArticleEvent } from '../copilot/open-article.event.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { OpenConversationEvent } from '../inbox/inbox-list.events.ts'
import type { DeskCommand } from '../keys/desk-commands.ts'
import { createShortcuts } from '../keys/shortcuts.ts'
import { customerName } from '../names.ts'
import type { PaletteContext } from '../palette/command-palette.ts'
import type { FoundActions } from '../palette/found-rows.ts'
import { ownCommands } from './own-commands.ts'

type Sheet = 'palette' | 'keys' | 'preferences'

/** Palette, sheet of keys and settings are chunks of their own. */
const FETCH: Record<Sheet, () => Promise<unknown>> = {
  palette: () => import('../palette/command-palette.define.ts'),
  keys: () => import('../keys/key-sheet.define.ts'),
  preferences: () => import('../preferences/preferences-sheet.define.ts'),
}

/**
 * @event deskbell-open-conversation - a conversation was chosen.
 * @event deskbell-insert-text - an article goes into the composer.
 */
export class DeskOverlay extends DeskElement {
  static override properties = {
    view: { attribute: false },
    shown: { state: true },
  }
  static override styles = [deskStyles]

  /** The open conversation. */
  declare view: AgentConversationView | null
  declare shown: { sheet: Sheet; list: DeskCommand | null } | null

  #life: AbortController | undefined
  #ends: (() => void)[] = []
  #actions: FoundActions = {
    openConversation: (id, eventId) => this.#openConversation(id, eventId),
    openArticle: (id) => this.dispatchEvent(new OpenArticleEvent(id)),
  }

  constructor() {
    super()
    this.view = null
    this.shown = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life?.abort()
    this.#life = undefined
    for (const end of this.#ends) end()
    this.#ends = []
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.desk || this.#life || !this.isConnected) return
    const { commands } = this.desk
    this.#life = new AbortController()
    this.#ends = [
      commands.register(() =>
        ownCommands({
          desk: this.desk!,
          view: this.view,
          show: (sheet) => void this.show(sheet),
          host: this,
        }),
      ),
      commands.onList((command) => void this.show('palette', command)),
    ]
    const shortcuts = createShortcuts({
      commands,
      single: () => this.desk?.preferences.state.get()?.shortcuts !== false,
    })
    const console = (this.getRootNode() as ShadowRoot).host
    // With the focus nowhere, as on a fresh page, keys go to the body and not to what stands in it.
    const isOurs = (path: EventTarget[]): boolean => path.includes(console) || path[0] === document.body
    document.addEventListener('keydown', (event) => isOurs(event.composedPath()) && shortcuts.press(event), {
      signal: this.#life.signal,
    })
  }

  async show(sheet: Sheet, list: DeskCommand | null = null): Promise<void> {
    const { desk } = this
    if (!desk) return
    if (sheet === 'palette')
      for (const each of [desk.lists.macros])
        each.load().then(
          () => this.requestUpdate(),
          () => {},
        )
    try {
      await Promise.all([FETCH[sheet](), sheet === 'preferences' && desk.loadTexts('preferences')])
    } catch {
      desk.undo.fail({ what: desk.t(`overlay.${sheet}`), reason: desk.t('overlay.not_fetched') })
      return
    }
    // One sheet gives way to the next.
    this.shown = null
    await this.updateComplete
    this.shown = { sheet, list }
  }

  protected override render() {
    return html`<deskbell-undo-line></deskbell-undo-line>${this.#sheet()}`
  }

  #sheet() {
    const close = (): void => {
      this.shown = null
    }
    switch (this.shown?.sheet) {
      case 'palette': {
        const actions = this.view ? { ...this.#actions, insertArticle: this.#insertArticle } : this.#actions
        return html`<deskbell-command-palette .context=${this.#context()} .actions=${actions} .list=${this.shown.list}
          @deskbell-palette-closed=${close}></deskbell-command-palette>`
      }
      case 'keys':
        return html`<deskbell-key-sheet @deskbell-sheet-closed=${close}></deskbell-key-sheet>`
      case 'preferences':
        return html`<deskbell-preferences-sheet @deskbell-sheet-closed=${close}></deskbell-preferences-sheet>`
      default:
        return nothing
    }
  }

  #context(): PaletteContext | null {
    const conversation = this.view?.state.get().conversation
    if (!conversation || !this.desk) return null
    const { t } = this.desk
    const name = customerName(conversation.contact, t)
    return {
      actor: { kind: 'contact', id: conversation.contact.id, name },
      label: t(conversation.channel === 'chat' ? 'palette.chat_of' : 'palette.ticket_of', { name }),
    }
  }

  #openConversation(id: string, eventId?: string): void {
    if (eventId) this.desk?.go(`/open/${id}/${eventId}`)
    else this.dispatchEvent(new OpenConversationEvent(id))
  }

  /** Where the article stands for this customer is the server's to say: the copilot knows its address. */
  #insertArticle: NonNullable<FoundActions['insertArticle']> = ({ slug, title }) => {
    const { desk, view } = this
    if (!desk || !view) return
    view.copilot.articles(title).then(
      ({ articles }) => {
        const found =
          articles.find((each) => each.url.includes(slug)) ?? articles.find((each) => each.title === title)
        if (found) this.dispatchEvent(new InsertTextEvent(`${found.title}: ${found.url}`))
        else desk.undo.fail({ what: title, reason: desk.t('overlay.no_address') })
      },
      () => desk.undo.fail({ what: title, reason: desk.t('overlay.not_fetched') }),
    )
  }
}
