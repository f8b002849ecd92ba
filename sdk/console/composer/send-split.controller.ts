// The send button's other half: send and resolve, send and snooze, send later; with a picker for the time.

import { html, nothing, type ReactiveController, type ReactiveElement } from 'lit'
import { consoleIcon } from '../console-icon.ts'
import type { Desk } from '../desk.context.ts'
import { fetchedPart } from '../fetched-part.ts'
import type { ChooseEvent, MenuItem } from '../menu/console-menu.ts'
import type { PickEvent } from '../picker/desk-picker.events.ts'
import type { DeskPicker } from '../picker/desk-picker.ts'
import { loadChoices } from '../picker/load-choices.ts'
import type { SendAnd } from './reply.events.ts'

export interface SendWish {
  and?: SendAnd
  sendAt?: string
  /** Not where the customer writes first. */
  unlessReply?: boolean
}

interface Options {
  desk: () => Desk | undefined
  send: (wish: SendWish) => void
}

const MOD = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘⇧↵' : 'Ctrl ⇧ ↵'

export class SendSplit implements ReactiveController {
  readonly #host: ReactiveElement
  readonly #options: Options
  #picker: DeskPicker | null = null
  #wanted: 'snooze' | 'later' = 'later'

  constructor(host: ReactiveElement, options: Options) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#picker?.remove()
    this.#picker = null
  }

  render(disabled: boolean) {
    const desk = this.#options.desk()
    if (!desk) return nothing
    const { t } = desk
    const items: MenuItem[] = [
      { id: 'resolve', label: t('send.resolve'), icon: 'check', key: MOD },
      { id: 'snooze', label: t('send.snooze'), icon: 'moon' },
      { id: 'later', label: t('send.later'), icon: 'clock' },
    ]
    return html`<deskbell-console-menu class="split" place="above-end" .items=${items} .label=${t('send.more')} ?disabled=${disabled}
      @deskbell-choose=${this.#onChoose}>${consoleIcon('down')}</deskbell-console-menu>`
  }

  #onChoose = ({ id }: ChooseEvent): void => {
    if (id === 'resolve') this.#options.send({ and: { do: 'resolve' } })
    else void this.#pickTime(id as 'snooze' | 'later')
  }

  async #pickTime(wanted: 'snooze' | 'later'): Promise<void> {
    const desk = this.#options.desk()!
    const { t } = desk
    const label = t(wanted === 'snooze' ? 'pick.snooze' : 'pick.later')
    const choices = await fetchedPart(desk, label, loadChoices)
    if (!choices) return
    this.#wanted = wanted
    this.#picker ??= this.#make()
    this.#picker.label = label
    this.#picker.time = true
    this.#picker.tick = wanted === 'later' ? t('send.unless_reply') : ''
    this.#picker.items = choices.snoozeChoices(desk.now(), desk.locale, t)
    this.#picker.show(this.#host.renderRoot.querySelector('.send') ?? this.#host)
  }

  #make(): DeskPicker {
    const picker = document.createElement('deskbell-desk-picker')
    picker.addEventListener('deskbell-pick', (event) => {
      const { id: at, ticked } = event as PickEvent
      this.#options.send(
        this.#wanted === 'later' ? { sendAt: at, unlessReply: ticked } : { and: { do: 'snooze', until: at } },
      )
    })
    this.#host.renderRoot.append(picker)
    return picker
  }
}
