// <deskbell-settings-audit>: who changed what, newest first, in plain words.

import { html, nothing } from 'lit'
import type { AuditEntryView, AuditPage } from '../../protocol/team-admin.ts'
import { consoleIcon } from '../console-icon.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import type { ConsoleKey } from '../locales/console-texts.ts'
import { type Fact, factsOf } from './audit-facts.ts'
import { AUDITED } from './audited-actions.ts'
import { settingsPageStyles } from './settings-page.styles.ts'
import { formatWhen } from './settings-when.ts'

const wordOf = (action: string): ConsoleKey => `audit.${action}` as ConsoleKey

export class AuditLog extends DeskElement {
  static override properties = {
    entries: { state: true },
    failure: { state: true },
    action: { state: true },
    agentId: { state: true },
    since: { state: true },
    until: { state: true },
    cursor: { state: true },
  }
  static override styles = [deskStyles, settingsPageStyles]

  protected declare entries: readonly AuditEntryView[] | null
  protected declare failure: string
  protected declare action: string
  protected declare agentId: string
  /** Days, as the date fields say them; empty is open. */
  protected declare since: string
  protected declare until: string
  protected declare cursor: string | null

  #asked = 0

  constructor() {
    super()
    this.entries = null
    this.failure = ''
    this.action = ''
    this.agentId = ''
    this.since = ''
    this.until = ''
    this.cursor = null
  }

  protected override willUpdate(): void {
    if (this.desk && this.#asked === 0) void this.#read(null)
  }

  async #read(cursor: string | null): Promise<void> {
    const turn = ++this.#asked
    this.failure = ''
    try {
      const page = await this.desk!.client.rest<AuditPage>('GET', '/admin/audit', {
        query: {
          action: this.action || null,
          agent_id: this.agentId || null,
          // The reader's own days.
          since: this.since ? new Date(`${this.since}T00:00`).toISOString() : null,
          until: this.until ? new Date(`${this.until}T24:00`).toISOString() : null,
          cursor,
        },
      })
      if (turn !== this.#asked) return
      this.entries = cursor ? [...(this.entries ?? []), ...page.entries] : page.entries
      this.cursor = page.next_cursor
    } catch (error) {
      if (turn === this.#asked) this.failure = reasonOf(error, this.desk!.t)
    }
  }

  protected override render() {
    const { desk, entries } = this
    if (!desk) return nothing
    const { t, go, client } = desk
    const choose = (name: 'action' | 'agentId' | 'since' | 'until') => (event: Event) => {
      this[name] = (event.target as HTMLInputElement).value
      this.entries = null
      void this.#read(null)
    }
    const agents = client.agents.get().filter(({ kind }) => kind === 'human')
    return html`<header class="head">
        <button class="button bare square back up" type="button" aria-label=${t('settings.all')} @click=${() => go('/settings')}>${consoleIcon('back')}</button>
        <div class="grow"><h1 tabindex="-1">${t('settings.audit')}</h1><p class="muted">${t('settings.audit.lead')}</p></div>
      </header>
      <div class="filters">
        <select class="input site" aria-label=${t('settings.audit.action')} @change=${choose('action')}>
          <option value="">${t('settings.audit.every_action')}</option>
          ${AUDITED.map((action) => html`<option value=${action}>${t(wordOf(action))}</option>`)}</select>
        <select class="input site" aria-label=${t('settings.audit.who')} @change=${choose('agentId')}>
          <option value="">${t('settings.audit.everybody')}</option>
          ${agents.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select>
        <label class="day">${t('settings.audit.since')}<input class="input site" type="date" .value=${this.since} max=${this.until || nothing} @change=${choose('since')}></label>
        <label class="day">${t('settings.audit.until')}<input class="input site" type="date" .value=${this.until} min=${this.since || nothing} @change=${choose('until')}></label>
      </div>
      <div class="body">${entries?.length === 0 ? html`<p class="empty">${t('settings.audit.empty')}</p>` : nothing}
        <ul class="records">${entries?.map((entry) => this.#entry(entry))}</ul>
        ${
          this.failure
            ? html`<p class="danger" role="alert">${t('settings.load_failed', { reason: this.failure })}</p>
              <button class="button" type="button" @click=${() => void this.#read(this.cursor)}>${t('app.again')}</button>`
            : entries === null
              ? html`<p class="muted awaited" role="status">${t('settings.loading')}</p>`
              : this.cursor
                ? html`<button class="button" type="button" @click=${() => void this.#read(this.cursor)}>${t('settings.audit.more')}</button>`
                : nothing
        }</div>`
  }

  #entry(entry: AuditEntryView) {
    const { t, locale } = this.desk!
    const { at, agent, action } = entry
    const facts = factsOf(entry, t)
    // An action this release knows nothing of is told by its name.
    const words = (AUDITED as readonly string[]).includes(action) ? t(wordOf(action)) : action
    return html`<li class="entry"><span class="what"><span><bdi class="name">${agent?.name ?? t('settings.audit.nobody')}</bdi> · ${words}</span>
      ${facts.length > 0 ? html`<span class="muted facts">${facts.map((fact) => this.#fact(fact))}</span>` : nothing}</span>
      <time class="muted" datetime=${at}>${formatWhen(at, locale)}</time></li>`
  }

  #fact({ label, from, to }: Fact) {
    const { t } = this.desk!
    return html`<bdi>${from === null ? t('audit.fact', { label, value: to }) : t('audit.change', { label, from, to })}</bdi> `
  }
}
