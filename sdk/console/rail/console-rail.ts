// The rail: workspace, views with their counts, and myself. Says what was chosen; changes nothing but sound and presence.

import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { mark } from '../../elements/mark/mark.ts'
import type { InboxView } from '../../protocol/conversation.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { ASSISTANT_MARK, VIEWS, viewIcon } from '../inbox/inbox-view.ts'
import type { ChooseEvent } from '../menu/console-menu.ts'
import { presenceStyles } from '../presence.styles.ts'
import { railStyles } from './console-rail.styles.ts'
import { chooseSelf, selfMenu } from './self-menu.ts'

/** Somebody wants to see another view of the inbox. */
export class ShowViewEvent extends Event {
  readonly view: InboxView

  constructor(view: InboxView) {
    super('deskbell-show-view', { bubbles: true, composed: true })
    this.view = view
  }
}

/** Somebody turned the sound on or off. */
export class SoundEvent extends Event {
  readonly on: boolean

  constructor(on: boolean) {
    super('deskbell-sound', { bubbles: true, composed: true })
    this.on = on
  }
}

/**
 * @event deskbell-show-view - a view was chosen.
 * @event deskbell-sign-out - sign out was chosen.
 * @event deskbell-sound - the sound was turned on or off.
 */
export class ConsoleRail extends DeskElement {
  static override properties = {
    view: {},
    narrow: { type: Boolean, reflect: true },
    sound: { attribute: false },
  }
  static override styles = [deskStyles, markStyles, presenceStyles, railStyles]

  declare view: InboxView
  /** Icons only. */
  declare narrow: boolean
  declare sound: 'on' | 'off' | 'blocked'

  #me = this.watch((desk) => desk.client.me)
  #inbox = this.watch((desk) => desk.client.inbox.state)

  constructor() {
    super()
    this.view = 'mine'
    this.narrow = false
    this.sound = 'on'
  }

  protected override render() {
    const me = this.#me.value
    const desk = this.desk
    if (!desk || !me) return nothing
    return html`
      <div class="workspace" title=${me.workspace.name}>
        <span class="bell">${consoleIcon('bell')}</span>
        <span class="name cut">${me.workspace.name}</span>
      </div>
      <nav aria-label=${desk.t('rail.label')}>
        <ul>${repeat(
          VIEWS,
          (view) => view,
          (view) => this.#row(view),
        )}</ul>
        <ul class="pages">${this.#pages()}</ul>
      </nav>
      ${this.sound === 'blocked' ? html`<p class="hint" title=${desk.t('sound.blocked')}>${consoleIcon('silent')}<span>${desk.t('sound.blocked')}</span></p>` : nothing}
      ${this.#self()}`
  }

  #pages() {
    const { t } = this.desk!
    const pages = [
      ['knowledge', 'book'],
      ...(this.#me.value!.agent.role === 'agent' ? [] : [['assistant', 'bell'] as const]),
    ] as const
    return pages.map(
      ([page, icon]) => html`<li><a class="row" href="/console/${page}" title=${t(`rail.${page}`)}>
        <span class="icon-slot">${consoleIcon(icon)}</span><span class="label cut">${t(`rail.${page}`)}</span></a></li>`,
    )
  }

  #row(view: InboxView) {
    const { t } = this.desk!
    const count = this.#inbox.value?.counts[view] ?? 0
    const active = view === this.view
    const urgent = view === 'waiting' && count > 0
    const shown = view === 'resolved' ? 0 : count
    return html`<li><button class="row ${active ? 'active' : ''}" type="button" aria-current=${active ? 'page' : nothing}
        title=${t(`view.${view}`)}
        @click=${() => this.dispatchEvent(new ShowViewEvent(view))}>
      <span class="icon-slot">${view === 'assistant' ? mark(ASSISTANT_MARK, 18) : consoleIcon(viewIcon[view])}</span>
      <span class="label cut">${t(`view.${view}`)}</span>
      ${shown > 0 ? html`<span class="count tabular ${urgent ? 'urgent' : ''}">${shown}</span>` : nothing}
    </button></li>`
  }

  #self() {
    const me = this.#me.value!.agent
    const { t } = this.desk!
    const silent = this.sound === 'off'
    return html`<div class="self">
      <deskbell-console-menu place="above" .items=${selfMenu(me, t)} .label=${t('me.menu')}
          @deskbell-choose=${this.#onChoose}>
        <span class="face">${mark(me, 28)}<span class="presence ${me.availability}"></span></span>
        <span class="who"><span class="cut">${me.name}</span
          ><span class="state cut">${t(`availability.${me.availability}`)}</span></span>
      </deskbell-console-menu>
      <button class="button bare square" type="button" aria-pressed=${!silent} aria-label=${t('me.sound')}
        title=${t('me.sound')} @click=${() => this.dispatchEvent(new SoundEvent(silent))}
        >${consoleIcon(silent ? 'silent' : 'sound')}</button>
    </div>`
  }

  #onChoose(event: ChooseEvent): void {
    chooseSelf(this, this.desk!.client, event.id)
  }
}
