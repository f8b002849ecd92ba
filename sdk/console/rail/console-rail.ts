// The rail: workspace, what there is to do, views with their counts, teams, the desk's pages, and myself.

import { html, nothing, type PropertyValues } from 'lit'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { mark } from '../../elements/mark/mark.ts'
import type { InboxView } from '../../protocol/conversation.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { ASSISTANT_MARK, VIEWS, viewIcon } from '../inbox/inbox-view.ts'
import type { ChooseEvent, MenuItem } from '../menu/console-menu.ts'
import { presenceStyles } from '../presence.styles.ts'
import { railStyles } from './console-rail.styles.ts'
import { railRow } from './rail-row.ts'
import { savedRows } from './saved-rows.ts'
import { selfFoot, selfStyles } from './self-foot.ts'
import { chooseSelf } from './self-menu.ts'

/** From so many rows on a list of views or teams shows the first of them, until all are asked for. */
const MANY = 12
const SHOWN = 8

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
 * @event deskbell-sign-out - sign out was chosen.
 * @event deskbell-sound - the sound was turned on or off.
 */
export class ConsoleRail extends DeskElement {
  static override properties = {
    path: {},
    narrow: { type: Boolean, reflect: true },
    sound: { attribute: false },
    renaming: { state: true },
    whole: { state: true },
  }
  static override styles = [deskStyles, markStyles, presenceStyles, selfStyles, railStyles]

  /** Where one is, as the address says it. */
  declare path: string
  /** Icons only. */
  declare narrow: boolean
  declare sound: 'on' | 'off' | 'blocked'
  declare renaming: string | null
  /** Of long lists all rows are shown. */
  declare whole: ReadonlySet<string>

  #me = this.watch((desk) => desk.client.me)
  #inbox = this.watch((desk) => desk.client.inbox.state)
  #views = this.watch((desk) => desk.client.views.state)
  #departments = this.watch((desk) => desk.client.departments)

  constructor() {
    super()
    this.path = '/mine'
    this.narrow = false
    this.sound = 'on'
    this.renaming = null
    this.whole = new Set()
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('renaming')) return
    const before = changed.get('renaming')
    if (this.renaming) this.renderRoot.querySelector<HTMLInputElement>('.rename')?.select()
    // The field had the focus, unless somebody has pressed elsewhere.
    else if (document.activeElement === document.body)
      this.renderRoot.querySelector<HTMLElement>(`[data-path="/saved/${before}"]`)?.focus()
  }

  protected override render() {
    const me = this.#me.value
    const desk = this.desk
    if (!desk || !me) return nothing
    const { t } = desk
    return html`
      ${this.#head()}
      <button class="find" type="button" title=${t('rail.find')} @click=${() => desk.commands.run('palette.open')}>
        ${consoleIcon('search')}<span class="label grow cut">${t('rail.find')}</span>
        <span class="keys" aria-hidden="true"><kbd>${isApple() ? '⌘' : 'Ctrl'}</kbd><kbd>K</kbd></span></button>
      <nav aria-label=${t('rail.label')}>
        <ul>${VIEWS.map((view) => this.#view(view))}</ul>
        ${this.#saved()} ${this.#teams()} ${this.#pages()}
      </nav>
      ${this.sound === 'blocked' ? html`<p class="hint" title=${t('sound.blocked')}>${consoleIcon('silent')}<span>${t('sound.blocked')}</span></p>` : nothing}
      ${this.#self()}`
  }

  #head() {
    const { t, go } = this.desk!
    const me = this.#me.value!
    const isAdmin = me.agent.role !== 'agent'
    const items: MenuItem[] = [
      { id: '/board', label: t('rail.board'), icon: 'board' },
      ...(isAdmin
        ? [
            { id: '/settings', label: t('rail.settings'), icon: 'sliders' } as const,
            { id: '/settings/team', label: t('rail.teams'), icon: 'people' } as const,
          ]
        : []),
      { id: 'out', label: t('me.sign_out'), icon: 'out', apart: true },
    ]
    const choose = ({ id }: ChooseEvent): void => {
      if (id === 'out') chooseSelf(this, this.desk!, id)
      else go(id)
    }
    return html`<div class="workspace"><deskbell-console-menu class="grow" .items=${items}
        .label=${t('rail.workspace')} @deskbell-choose=${choose}>
      <span class="bell">${consoleIcon('bell')}</span>
      <span class="name grow cut" title=${me.workspace.name}>${me.workspace.name}</span>
      <span class="down">${consoleIcon('down')}</span></deskbell-console-menu>
      <slot name="bell"></slot></div>`
  }

  #view(view: InboxView) {
    const count = this.#inbox.value?.counts[view] ?? 0
    const path = `/${view}`
    return railRow(
      {
        path,
        label: this.desk!.t(`view.${view}`),
        icon: view === 'assistant' ? mark(ASSISTANT_MARK, 18) : consoleIcon(viewIcon[view]),
        count: view === 'resolved' || view === 'spam' ? 0 : count,
        urgent: view === 'waiting',
        active: this.#isAt(path),
      },
      this.desk!,
    )
  }

  #saved() {
    const views = this.#views.value ?? []
    const desk = this.desk!
    const add = desk.t('saved.add')
    return html`<div class="title"><h2 id="saved" class="grow">${desk.t('saved.title')}</h2>
      <button class="button bare square add" type="button" aria-label=${add} title=${add}
        @click=${() => this.dispatchEvent(new Event('deskbell-add-view', { bubbles: true, composed: true }))}>${consoleIcon('plus')}</button></div>
      <ul aria-labelledby="saved">${savedRows({
        views,
        shown: this.#bounded('saved', views, ({ id }) => this.#isAt(`/saved/${id}`) || id === this.renaming),
        counts: this.#inbox.value?.saved ?? {},
        path: this.path,
        renaming: this.renaming,
        rename: (id) => {
          this.renaming = id
        },
        desk,
      })}${this.#rest('saved', views.length)}</ul>`
  }

  /** What runs the desk stands below: it is not to be looked for behind a hundred views. */
  #bounded<T>(list: string, rows: readonly T[], isKept: (row: T) => boolean): readonly T[] {
    if (this.whole.has(list) || rows.length <= MANY) return rows
    return rows.filter((row, at) => at < SHOWN || isKept(row))
  }

  #rest(list: string, count: number) {
    if (this.whole.has(list) || count <= MANY) return nothing
    const more = async (event: Event): Promise<void> => {
      const rows = (event.target as Element).closest('ul')!
      this.whole = new Set([...this.whole, list])
      await this.updateComplete
      rows.children[SHOWN]?.querySelector('button')?.focus()
    }
    return html`<li><button class="row more" type="button" @click=${more}><span class="icon-slot">${consoleIcon('down')}</span>
      <span class="label cut">${this.desk!.t('list.more')}</span></button></li>`
  }

  #teams() {
    const teams = this.#departments.value ?? []
    if (teams.length === 0) return nothing
    const desk = this.desk!
    const row = ({ id, name }: { id: string; name: string }) => {
      const path = `/team/${id}`
      const count = this.#inbox.value?.teams[id]
      return railRow(
        { path, label: name, icon: consoleIcon('people'), count, active: this.#isAt(path) },
        desk,
      )
    }
    return html`<div class="title"><h2 id="teams">${desk.t('rail.teams')}</h2></div>
      <ul aria-labelledby="teams">${this.#bounded('teams', teams, ({ id }) => this.#isAt(`/team/${id}`)).map(row)}${this.#rest('teams', teams.length)}</ul>`
  }

  #pages() {
    const desk = this.desk!
    const { t } = desk
    const isAdmin = this.#me.value!.agent.role !== 'agent'
    const page = (path: string, label: string, icon: ReturnType<typeof consoleIcon>, href?: string) =>
      railRow({ path, label, icon, active: this.#isAt(path), ...(href && { href }) }, desk)
    return html`<div class="title"><h2 id="run">${t('rail.run')}</h2></div>
      <ul aria-labelledby="run">
        ${page('/board', t('rail.board'), consoleIcon('board'))}
        ${page('/articles', t('rail.knowledge'), consoleIcon('book'))}
        ${
          isAdmin
            ? html`${page('/settings/assistant', t('rail.assistant'), mark(ASSISTANT_MARK, 18))}
              ${page('/settings', t('rail.settings'), consoleIcon('sliders'))}`
            : nothing
        }
      </ul>`
  }

  #isAt(path: string): boolean {
    return path !== '' && (this.path === path || new RegExp(`^${path}[/?]`).test(this.path))
  }

  #self() {
    const { t } = this.desk!
    const silent = this.sound === 'off'
    return selfFoot(
      {
        host: this,
        me: this.#me.value!.agent,
        mine: this.#inbox.value?.counts.mine ?? 0,
        desk: this.desk!,
      },
      html`<button class="button bare square" type="button" aria-pressed=${!silent} aria-label=${t('me.sound')}
        title=${t('me.sound')} @click=${() => this.dispatchEvent(new SoundEvent(silent))}
        >${consoleIcon(silent ? 'silent' : 'sound')}</button>`,
    )
  }
}

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)
