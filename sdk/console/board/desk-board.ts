// <deskbell-board>: the desk as it is now. Reads it every few seconds and when something moves; draws and acts.

import { html, nothing, type PropertyValues } from 'lit'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { intlLocale } from '../../locales/messages.ts'
import type { Board } from '../../protocol/board.ts'
import { consoleIcon } from '../console-icon.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { OpenConversationEvent } from '../inbox/inbox-list.events.ts'
import { KeepFocus } from '../keep-focus.controller.ts'
import type { ChooseEvent, MenuItem } from '../menu/console-menu.ts'
import type { PickEvent } from '../picker/desk-picker.events.ts'
import type { DeskPicker } from '../picker/desk-picker.ts'
import { assignChoices, assignmentOf } from '../picker/picker-choices.ts'
import { presenceStyles } from '../presence.styles.ts'
import { Tick } from '../tick.controller.ts'
import { boardNumbers } from './board-numbers.ts'
import { boardStyles } from './desk-board.styles.ts'
import { peopleTable } from './people-table.ts'
import { solvedBars } from './solved-bars.ts'
import { waitPlot } from './wait-plot.ts'
import { chatName, type WaitingChat, waitingTable } from './waiting-table.ts'

const EVERY_MS = 5000
/** After a frame that something has moved; many of one moment are one reading. */
const SOON_MS = 400
const ALL = 'all'

/** @event deskbell-open-conversation - one of the chats is to be opened. */
export class DeskBoard extends DeskElement {
  static override properties = {
    board: { state: true },
    failed: { state: true },
    departmentId: { state: true },
    shown: { state: true },
    chosen: { state: true },
    busy: { state: true },
    fault: { state: true },
    worded: { state: true },
  }
  static override styles = [deskStyles, markStyles, presenceStyles, ...boardStyles]

  protected declare board: Board | null
  /** The last reading did not come. */
  protected declare failed: boolean
  protected declare departmentId: string | null
  /** Whose chats are shown. */
  protected declare shown: string | null
  /** While several are being assigned: which. */
  protected declare chosen: ReadonlySet<string> | null
  protected declare busy: string | null
  protected declare fault: string
  protected declare worded: boolean

  #departments = this.watch((desk) => desk.client.departments)
  #agents = this.watch((desk) => desk.client.agents)
  #life: AbortController | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #reading = 0
  #picking: readonly string[] = []
  #stands = false

  constructor() {
    super()
    this.board = null
    this.failed = false
    this.departmentId = null
    this.shown = null
    this.chosen = null
    this.busy = null
    this.fault = ''
    this.worded = false
    new Tick(this, 1000)
    new KeepFocus(this, () => this.#next()?.focus())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life?.abort()
    this.#life = null
    clearTimeout(this.#timer)
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { desk } = this
    if (!desk || this.#life || !this.isConnected) return
    this.#life = new AbortController()
    const { signal } = this.#life
    desk.loadTexts('board').then(
      () => {
        this.worded = true
      },
      () => {},
    )
    desk.client.listen('conversation.changed', () => this.#soon(SOON_MS), { signal })
    desk.client.listen('agent.changed', () => this.#soon(SOON_MS), { signal })
    void this.#read()
  }

  /** What had the focus has gone with the page before: a reader goes on from the heading. */
  protected override updated(): void {
    const heading = this.#stands ? null : this.renderRoot.querySelector<HTMLElement>('.page h1')
    if (!heading) return
    this.#stands = true
    if (document.activeElement === document.body) heading.focus({ preventScroll: true })
  }

  /** Where one goes on when what had the focus is gone. */
  #next(): HTMLElement | null {
    const first = (css: string) => this.renderRoot.querySelector<HTMLElement>(css)
    return first(this.chosen ? '.choose input' : '.several:enabled') ?? first('h1')
  }

  protected override render() {
    const { desk, board } = this
    if (!desk || !this.worded) return nothing
    const { t } = desk
    if (!board)
      return this.failed
        ? html`<div class="alone" role="alert"><h1>${t('board.failed')}</h1><p>${t('board.failed.detail')}</p>
          <button class="button" type="button" @click=${() => this.#read()}>${t('app.again')}</button></div>`
        : html`<div class="alone" role="status"><p class="awaited">${t('board.loading')}</p></div>`
    return html`<main class="page">
      ${this.#head(board)}
      ${boardNumbers(board, desk)}
      <div class="columns">
        <div class="lists">
          ${this.fault ? html`<p class="fault" role="alert">${consoleIcon('alert')}${t('board.action_failed', { reason: this.fault })}</p>` : nothing}
          ${waitingTable({
            board,
            desk,
            chosen: this.chosen,
            busy: this.busy,
            open: ({ id }) => this.dispatchEvent(new OpenConversationEvent(id)),
            take: (chat) => void this.#take(chat),
            assign: (chat, anchor) => this.#pick([chat.id], chatName(chat, desk), anchor),
            choose: (chat, on) => this.#choose(chat, on),
          })}
          ${peopleTable({
            board,
            desk,
            shown: this.shown,
            show: ({ id }) => {
              this.shown = this.shown === id ? null : id
            },
          })}
        </div>
        <div class="plots">${waitPlot(board, desk)}${solvedBars(board, desk)}</div>
      </div>
      <deskbell-desk-picker @deskbell-pick=${this.#onPick}></deskbell-desk-picker>
    </main>`
  }

  #head(board: Board) {
    const { t, locale } = this.desk!
    const departments = this.#departments.value ?? []
    const team = departments.find(({ id }) => id === this.departmentId)?.name ?? t('board.all_teams')
    const time = new Intl.DateTimeFormat(intlLocale(locale), {
      timeStyle: 'medium',
      hourCycle: 'h23',
    }).format(this.failed ? Date.parse(board.at) : this.desk!.now())
    const items: MenuItem[] = [
      { id: ALL, label: t('board.all_teams'), checked: this.departmentId === null },
      ...departments.map(({ id, name }) => ({ id, label: name, checked: id === this.departmentId })),
    ]
    return html`<header>
      <div class="grow"><h1 tabindex="-1">${t('board.title')}</h1>
        <p class="tabular ${this.failed ? 'stale' : 'muted'}">${t(this.failed ? 'board.stale' : 'board.live', { team, time })}</p></div>
      <deskbell-console-menu place="end" .items=${items} .label=${t('board.pick_team')} @deskbell-choose=${this.#onTeam}
        ><span class="cut">${team}</span>${consoleIcon('chevron')}</deskbell-console-menu>
      ${this.#several(board)}
    </header>`
  }

  #several(board: Board) {
    const { t } = this.desk!
    if (!this.chosen)
      return html`<button class="button several" type="button" ?disabled=${board.waiting.count === 0}
        @click=${() => {
          this.chosen = new Set()
        }}>${consoleIcon('people')}${t('board.assign_several')}</button>`
    const ids = [...this.chosen]
    return html`<button class="button solid" type="button" ?disabled=${ids.length === 0}
        @click=${(event: Event) => this.#pick(ids, '', event.currentTarget as Element)}>${t('board.assign_chosen', { n: ids.length })}</button>
      <button class="button" type="button" @click=${() => {
        this.chosen = null
      }}>${t('board.assign_stop')}</button>`
  }

  #onTeam(event: ChooseEvent): void {
    this.departmentId = event.id === ALL ? null : event.id
    this.chosen = this.chosen && new Set()
    void this.#read()
  }

  #choose({ id }: WaitingChat, on: boolean): void {
    const chosen = new Set(this.chosen)
    if (on) chosen.add(id)
    else chosen.delete(id)
    this.chosen = chosen
  }

  #pick(ids: readonly string[], name: string, anchor: Element): void {
    const { t, client } = this.desk!
    const picker = this.renderRoot.querySelector('deskbell-desk-picker') as DeskPicker
    this.#picking = ids
    picker.items = assignChoices(
      {
        agents: this.#agents.value ?? [],
        departments: this.#departments.value ?? [],
        me: client.me.get()!.agent,
        assigneeId: undefined,
        loads: this.board!.agents,
      },
      t,
    )
    picker.label = name ? t('board.assign_of', { name }) : t('board.assign_chosen', { n: ids.length })
    picker.show(anchor)
  }

  async #onPick({ id }: PickEvent): Promise<void> {
    const { client, undo, t } = this.desk!
    const ids = this.#picking
    const { department_id, assignee_id } = assignmentOf(id)
    const named = assignee_id ? this.#agents.value : this.#departments.value
    const name = named?.find((each) => each.id === (assignee_id ?? department_id))?.name ?? ''
    const done = await this.#doing(ids[0]!, async () => {
      for (const conversation_id of ids) {
        if (department_id) await client.call('conversation.move', { conversation_id, department_id })
        // What waits here is in a queue already.
        if (assignee_id || !department_id)
          await client.call('conversation.assign', { conversation_id, assignee_id })
      }
    })
    if (!done) return
    this.chosen = null
    if (name)
      undo.say(
        ids.length > 1 ? t('board.assigned_several', { name, n: ids.length }) : t('board.assigned', { name }),
      )
  }

  async #take({ id }: WaitingChat): Promise<void> {
    const done = await this.#doing(id, () =>
      this.desk!.client.call('conversation.accept', { conversation_id: id }),
    )
    if (done) this.dispatchEvent(new OpenConversationEvent(id))
  }

  /** Resolves with whether it was done; why not is said on the page. */
  async #doing(id: string, work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy === id) return false
    this.busy = id
    this.fault = ''
    try {
      await work()
      return true
    } catch (error) {
      this.fault = reasonOf(error, this.desk!.t)
      return false
    } finally {
      this.busy = null
      this.#soon(0)
    }
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer)
    if (this.#life) this.#timer = setTimeout(() => void this.#read(), ms)
  }

  async #read(): Promise<void> {
    clearTimeout(this.#timer)
    const number = ++this.#reading
    const { departmentId, desk } = this
    try {
      const board = await desk!.client.rest<Board>('GET', '/board', {
        query: {
          department_id: departmentId ?? undefined,
          time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
      })
      if (number !== this.#reading) return
      this.board = board
      this.failed = false
    } catch {
      if (number !== this.#reading) return
      this.failed = true
    }
    // Nobody looks at a hidden page: it reads on when it is shown again.
    this.#soon(document.hidden ? 60_000 : EVERY_MS)
  }
}
