// The filter: every field a list can be narrowed by, in plain words, with how much it finds; and how it becomes a view.

import { html, nothing, type PropertyValues } from 'lit'
import type { InboxState } from '../../client/agent-client.api.ts'
import type { InboxFilter, SavedView } from '../../protocol/triage.ts'
import { consoleIcon } from '../console-icon.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { NarrowEvent } from '../inbox/inbox-list.events.ts'
import type { ListPlace } from '../inbox/list-place.ts'
import type { PickEvent } from '../picker/desk-picker.events.ts'
import type { DeskPicker } from '../picker/desk-picker.ts'
import { placeBeside } from '../picker/place-beside.ts'
import { filterBuilderStyles } from './filter.styles.ts'
import { filterChoices, withChoice, without } from './filter-choices.ts'
import { filterFields } from './filter-fields.ts'
import { type FilterNames, filterChips, type ListKey } from './filter-words.ts'

/** As many are counted as one page holds. */
const COUNTED = 100
/** Typing is counted and shown once it pauses, ms. */
const PAUSE = 250

/** @event deskbell-filter-closed - it is to go away. */
export class FilterBuilder extends DeskElement {
  static override properties = {
    inbox: { attribute: false },
    place: { attribute: false },
    saving: { type: Boolean },
    anchor: { attribute: false },
    filter: { state: true },
    hits: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, filterBuilderStyles]

  declare inbox: InboxState | null
  declare place: ListPlace | null
  /** The name of a new view is to be filled in. */
  declare saving: boolean
  declare anchor: Element | null
  declare filter: InboxFilter
  /** How many it finds; null while nobody knows. */
  declare hits: number | null
  declare fault: string

  #tags = this.watch((desk) => desk.lists.tags.store)
  #topics = this.watch((desk) => desk.lists.topics.store)
  #sites = this.watch((desk) => desk.lists.sites.store)
  #fields = this.watch((desk) => desk.lists.fields.store)
  #picker: DeskPicker | null = null
  #picking: ListKey = 'status'
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0
  #life = new AbortController()

  constructor() {
    super()
    this.inbox = null
    this.place = null
    this.saving = false
    this.anchor = null
    this.filter = {}
    this.hits = null
    this.fault = ''
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
    this.#life.abort()
  }

  protected override firstUpdated(): void {
    const { lists, client } = this.desk!
    const { query } = this.inbox!
    const saved = client.views.state.get().find(({ id }) => id === query.saved)
    this.filter = query.filter ?? saved?.filter ?? {}
    // What does not come leaves its field without choices; the others work.
    for (const each of [lists.tags, lists.topics, lists.sites, lists.fields]) each.load().catch(() => {})
    void this.#count()
    const box = this.#box!
    const { signal } = this.#life
    const outside = (event: Event): void => {
      const path = event.composedPath()
      if (!path.includes(this) && !(this.anchor && path.includes(this.anchor))) this.#close()
    }
    document.addEventListener('pointerdown', outside, { signal, capture: true })
    window.addEventListener('resize', () => placeBeside(box, this.anchor), { signal })
    box.showPopover()
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#box) placeBeside(this.#box, this.anchor)
    if (changed.has('saving') && this.saving)
      this.renderRoot.querySelector<HTMLInputElement>('.view-name')?.focus()
    else if (changed.has('saving')) this.renderRoot.querySelector<HTMLElement>('[name="text"]')?.focus()
  }

  get #box(): HTMLElement | null {
    return this.renderRoot.querySelector('.box')
  }

  get #names(): FilterNames {
    const { client, t, locale } = this.desk!
    return {
      agents: client.agents.get(),
      departments: client.departments.get(),
      topics: this.#topics.value ?? [],
      tags: this.#tags.value ?? [],
      sites: this.#sites.value ?? [],
      fields: this.#fields.value ?? [],
      t,
      locale,
    }
  }

  protected override render() {
    const { desk } = this
    if (!desk) return nothing
    const { t } = desk
    const names = this.#names
    const chips = filterChips(this.filter, names)
    const fields = this.#fields.value ?? []
    return html`<div class="box" popover="manual" role="dialog" aria-label=${t('filter.title')} @keydown=${this.#onKey}>
      <div class="head"><h2 class="grow">${t('filter.title')}</h2>
        ${chips.length > 0 ? html`<button class="button bare" type="button" @click=${() => this.#set({})}>${t('filter.clear')}</button>` : nothing}
        <button class="button bare square" type="button" aria-label=${t('filter.close')} @click=${() => this.#close()}>${consoleIcon('close')}</button></div>
      ${
        chips.length > 0
          ? html`<div class="chips">${chips.map(
              ({
                key,
                label,
                words,
              }) => html`<span class="chip"><span class="cut" title="${label}: ${words}">${label}: ${words}</span>
                <button type="button" aria-label=${t('filter.remove', { what: label })} @click=${() => this.#set(without(this.filter, key))}>${consoleIcon('close')}</button></span>`,
            )}</div>`
          : nothing
      }
      <div class="fields">${filterFields(this.filter, {
        names,
        fields,
        set: (filter) => this.#set(filter),
        typed: (filter) => this.#set(filter, PAUSE),
        choose: (key, anchor) => this.#choose(key, anchor),
      })}</div>
      ${this.saving ? this.#form() : this.#foot(chips.length > 0)}
      <deskbell-desk-picker multiple></deskbell-desk-picker>
    </div>`
  }

  #foot(some: boolean) {
    const { t } = this.desk!
    const own = this.#ownView
    return html`<div class="foot"><span class="grow muted tabular" role="status">${this.#found()}</span>
      ${
        own && JSON.stringify(own.filter) !== JSON.stringify(this.filter)
          ? html`<button class="button solid" type="button" @click=${() => this.#update(own)}><span class="cut">${t('filter.update', { name: own.name })}</span></button>`
          : nothing
      }
      <button class="button" type="button" ?disabled=${!some} @click=${() => {
        this.saving = true
      }}>${t('filter.save')}</button></div>`
  }

  /** The saved view that is listed, if it is the reader's to change. */
  get #ownView(): SavedView | undefined {
    const { client } = this.desk!
    const { place } = this
    const me = client.me.get()?.agent
    const view =
      place?.kind === 'saved' ? client.views.state.get().find(({ id }) => id === place.id) : undefined
    return view && (view.owner_id === me?.id || me?.role !== 'agent') ? view : undefined
  }

  async #update({ id, name, shared, sort, position }: SavedView): Promise<void> {
    const { client, t, undo } = this.desk!
    try {
      await client.views.save({ name, shared, sort, position, filter: this.filter }, id)
      undo.say(t('saved.saved', { name }))
      this.#close()
    } catch (error) {
      undo.fail({ what: t('filter.update', { name }), reason: reasonOf(error, t) })
    }
  }

  #found(): string {
    const { t } = this.desk!
    if (this.hits === null) return t('filter.counting')
    return this.hits >= COUNTED ? t('filter.hits_many', { n: COUNTED }) : t('filter.hits', { n: this.hits })
  }

  #form() {
    const { t } = this.desk!
    return html`<form class="foot" novalidate @submit=${this.#save}>
      <input class="view-name grow" type="text" maxlength="60" aria-label=${t('filter.name')} placeholder=${t('filter.name')}
        aria-invalid=${this.fault !== ''} aria-describedby="fault">
      <label class="check"><input type="checkbox" name="shared">${t('filter.shared')}</label>
      <button class="button solid" type="submit">${t('filter.create')}</button>
      <p class="fault" id="fault" role="alert">${this.fault}</p></form>`
  }

  #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { client, t, go, undo } = this.desk!
    const input = this.renderRoot.querySelector<HTMLInputElement>('.view-name')!
    const name = input.value.trim()
    if (!name) {
      this.fault = t('filter.name_missing')
      input.focus()
      return
    }
    const shared = this.renderRoot.querySelector<HTMLInputElement>('[name="shared"]')!.checked
    const { sort } = this.inbox!.query
    try {
      const position = Math.min(1000, client.views.state.get().length)
      const view = await client.views.save({
        name,
        shared,
        filter: this.filter,
        position,
        ...(sort && { sort }),
      })
      undo.say(t('saved.saved', { name }))
      // The view it was made in is whole again.
      this.dispatchEvent(new NarrowEvent({}, sort))
      this.#close()
      go(`/saved/${view.id}`)
    } catch (error) {
      this.fault = reasonOf(error, t)
    }
  }

  #set(filter: InboxFilter, pause = 0): void {
    this.filter = filter
    this.hits = null
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.dispatchEvent(new NarrowEvent(this.filter, this.inbox?.query.sort))
      void this.#count()
    }, pause)
  }

  async #count(): Promise<void> {
    const ask = ++this.#asked
    const { client } = this.desk!
    const filter = JSON.stringify(this.filter)
    try {
      const { view } = this.inbox!.query
      const page = await client.call('inbox.list', { view, limit: COUNTED, filter } as never)
      if (ask === this.#asked) this.hits = (page as { conversations: unknown[] }).conversations?.length ?? 0
    } catch {
      // The list behind it says what failed.
    }
  }

  async #choose(key: ListKey, anchor: Element): Promise<void> {
    this.#picker = this.renderRoot.querySelector('deskbell-desk-picker')
    if (!this.#picker) return
    this.#picking = key
    this.#picker.label = this.desk!.t(`filter.${key}`)
    this.#picker.items = filterChoices(key, this.filter, this.#names)
    this.#picker.addEventListener('deskbell-pick', this.#onPick as EventListener, {
      signal: this.#life.signal,
    })
    this.#picker.show(anchor)
  }

  #onPick = ({ id, checked }: PickEvent): void => {
    this.#set(withChoice(this.filter, this.#picking, id, checked))
    this.#picker!.items = filterChoices(this.#picking, this.filter, this.#names)
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    if (this.saving) this.saving = false
    else this.#close()
  }

  #close(): void {
    this.dispatchEvent(new Event('deskbell-filter-closed'))
  }
}
