// An agent's own settings. Each holds at once, here and on every other tab; there is nothing to save.

import { html, nothing, type PropertyValues } from 'lit'
import { live } from 'lit/directives/live.js'
import { LANGUAGES } from '../../locales/choose-locale.ts'
import type { AgentPreferences, NotificationKind } from '../../protocol/notification.ts'
import { consoleIcon } from '../console-icon.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { keyTexts } from '../keys/key-caps.ts'
import { openOnce } from '../open-once.ts'
import { preferencesStyles } from './preferences-sheet.styles.ts'

const AWAY = [5, 10, 15, 30, 60] as const
const SOUNDS = ['none', 'bell', 'knock', 'chime', 'drop'] as const
type Sound = (typeof SOUNDS)[number]
type Quiet = NonNullable<AgentPreferences['quiet']>

/** Somebody wants to hear a sound before choosing it. */
export class TrySoundEvent extends Event {
  readonly sound: Exclude<Sound, 'none'>

  constructor(sound: Exclude<Sound, 'none'>) {
    super('deskbell-try-sound', { bubbles: true, composed: true })
    this.sound = sound
  }
}

/**
 * @event deskbell-try-sound - a sound is to be heard.
 * @event deskbell-sheet-closed - it is closed.
 */
export class PreferencesSheet extends DeskElement {
  static override properties = { fault: { state: true } }
  static override styles = [deskStyles, preferencesStyles]

  declare fault: string
  #now = this.watch((desk) => desk.preferences.state)

  constructor() {
    super()
    this.fault = ''
  }

  protected override updated(_changed: PropertyValues): void {
    openOnce(this)
  }

  protected override render() {
    const now = this.#now.value
    if (!this.desk || !now) return nothing
    const { t } = this.desk
    return html`<dialog aria-labelledby="title" @keydown=${(event: Event) => event.stopPropagation()}
        @click=${(event: Event) => event.target === event.currentTarget && this.#close()}
        @close=${() => this.dispatchEvent(new Event('deskbell-sheet-closed'))}>
      <header><div class="grow"><h2 id="title">${t('preferences.title')}</h2><p class="muted">${t('preferences.detail')}</p>
          <p class="fault" role="alert">${this.fault}</p></div>
        <button class="button bare square" type="button" aria-label=${t('preferences.close')} @click=${this.#close}>${consoleIcon('close')}</button></header>
      <div class="body" tabindex="0" role="region" aria-label=${t('preferences.title')}>
        ${this.#look(now)}${this.#work(now)}${this.#notify(now)}${this.#quiet(now)}
      </div></dialog>`
  }

  #look(now: AgentPreferences) {
    const { t } = this.desk!
    return html`<h3>${t('preferences.look')}</h3>
      ${this.#choices('theme', t('preferences.theme'), now.theme, ['auto', 'light', 'dark'], (each) => t(`preferences.theme.${each}`))}
      ${this.#choices('density', t('preferences.density'), now.density, ['comfortable', 'dense'], (each) => t(`preferences.density.${each}`))}
      <div class="setting"><label for="locale">${t('preferences.language')}</label>
        <select id="locale" @change=${(event: Event) => this.#save({ locale: chosenIn(event) })}>
          <option value="" ?selected=${!now.locale}>${t('preferences.language.auto')}</option>
          ${LANGUAGES.map((each) => html`<option value=${each} lang=${each} ?selected=${now.locale === each}>${nameOfLanguage(each)}</option>`)}
        </select><p>${t('preferences.language.detail')}</p></div>`
  }

  #work(now: AgentPreferences) {
    const { t } = this.desk!
    const minutes = [...new Set([...AWAY, ...(now.away_minutes ? [now.away_minutes] : [])])].sort(
      (a, b) => a - b,
    )
    return html`<h3>${t('preferences.work')}</h3>
      <div class="setting"><label for="away">${t('preferences.away')}</label>
        <select id="away" @change=${(event: Event) => this.#save({ away_minutes: Number(chosenIn(event)) || null })}>
          ${minutes.map((n) => html`<option value=${n} ?selected=${now.away_minutes === n}>${t('preferences.away.minutes', { n })}</option>`)}
          <option value="" ?selected=${now.away_minutes === null}>${t('preferences.away.never')}</option>
        </select><p>${t('preferences.away.detail')}</p></div>
      ${this.#choices('after_resolve', t('preferences.after_resolve'), now.after_resolve, ['next', 'list'], (each) => t(`preferences.after_resolve.${each}`))}
      <div class="setting"><label for="shortcuts">${t('preferences.shortcuts')}</label>
        <input id="shortcuts" type="checkbox" .checked=${live(now.shortcuts)} @change=${(event: Event) => this.#save({ shortcuts: isOn(event) })}>
        <p>${t('preferences.shortcuts.detail', { key: keyTexts('mod')[0]! })}</p></div>`
  }

  #choices<K extends 'theme' | 'density' | 'after_resolve'>(
    key: K,
    label: string,
    chosen: AgentPreferences[K],
    all: readonly AgentPreferences[K][],
    say: (each: AgentPreferences[K]) => string,
  ) {
    return html`<div class="setting"><span id=${`label-${key}`}>${label}</span>
      <div class="choices" role="radiogroup" aria-labelledby=${`label-${key}`}>${all.map(
        (each) => html`<label><input type="radio" name=${key} .checked=${live(each === chosen)}
          @change=${() => this.#save({ [key]: each } as Partial<AgentPreferences>)}>${say(each)}</label>`,
      )}</div></div>`
  }

  #notify(now: AgentPreferences) {
    const { t } = this.desk!
    const permission = typeof Notification === 'undefined' ? 'denied' : Notification.permission
    return html`<h3 id="notify">${t('preferences.notify')}</h3>
      <table aria-labelledby="notify"><thead><tr><th scope="col">${t('preferences.notify.kind')}</th><th scope="col">${t('preferences.notify.sound')}</th>
        <th scope="col">${t('preferences.notify.desktop')}</th><th scope="col">${t('preferences.notify.list')}</th></tr></thead>
      <tbody>${(Object.keys(now.notify) as NotificationKind[]).map((kind) => this.#kind(kind, now))}</tbody></table>
      ${
        permission === 'default'
          ? html`<p><button class="button" type="button" @click=${this.#askPermission}>${t('preferences.notify.ask')}</button></p>`
          : permission === 'denied'
            ? html`<p class="muted">${t('preferences.notify.blocked')}</p>`
            : nothing
      }`
  }

  #kind(kind: NotificationKind, now: AgentPreferences) {
    const { t } = this.desk!
    const way = now.notify[kind]
    const label = t(`preferences.kind.${kind}`)
    const save = (change: Partial<typeof way>): void =>
      this.#save({ notify: { ...now.notify, [kind]: { ...way, ...change } } })
    const box = (
      column: 'desktop' | 'list',
    ) => html`<td><input type="checkbox" aria-label=${`${label}: ${t(`preferences.notify.${column}`)}`}
      .checked=${live(way[column])} @change=${(event: Event) => save({ [column]: isOn(event) })}></td>`
    return html`<tr><th scope="row">${label}</th>
      <td><div class="sound"><select aria-label=${`${label}: ${t('preferences.notify.sound')}`} @change=${(
        event: Event,
      ) => {
        const sound = chosenIn(event) as Sound
        save({ sound })
        this.#try(sound)
      }}>${SOUNDS.map((each) => html`<option value=${each} ?selected=${each === way.sound}>${t(`preferences.sound.${each}`)}</option>`)}</select>
        <button class="button bare square" type="button" ?disabled=${way.sound === 'none'}
          aria-label=${t('preferences.notify.try', { sound: t(`preferences.sound.${way.sound}`) })} @click=${() => this.#try(way.sound)}>${consoleIcon('sound')}</button></div></td>
      ${box('desktop')}${box('list')}</tr>`
  }

  #quiet(now: AgentPreferences) {
    const { t, locale } = this.desk!
    const { quiet } = now
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const fresh: Quiet = { from: '22:00', to: '07:00', days: [0, 1, 2, 3, 4, 5, 6], time_zone: zone }
    const save = (change: Partial<Quiet>): void =>
      this.#save({ quiet: { ...(quiet ?? fresh), time_zone: zone, ...change } })
    const hour = (key: 'from' | 'to') => html`<label>${t(`preferences.quiet.${key}`)}
      <input type="time" .value=${quiet![key]} @change=${(event: Event) => chosenIn(event) && save({ [key]: chosenIn(event) })}></label>`
    return html`<h3>${t('preferences.quiet')}</h3>
      <div class="setting"><label for="quiet">${t('preferences.quiet.on')}</label>
        <input id="quiet" type="checkbox" .checked=${live(quiet !== null)} @change=${(event: Event) => (isOn(event) ? save({}) : this.#save({ quiet: null }))}></div>
      ${
        quiet
          ? html`<div class="setting"><div class="hours">${hour('from')}${hour('to')}</div><p>${t('preferences.quiet.zone', { zone: quiet.time_zone })}</p></div>
            <div class="setting"><fieldset class="days"><legend class="muted">${t('preferences.quiet.days')}</legend>${[
              1, 2, 3, 4, 5, 6, 0,
            ].map(
              (day) =>
                html`<label><input type="checkbox" .checked=${live(quiet.days.includes(day))} @change=${(
                  event: Event,
                ) =>
                  save({
                    days: isOn(event)
                      ? [...quiet.days, day].sort()
                      : quiet.days.filter((each) => each !== day),
                  })}>${nameOfDay(day, locale)}</label>`,
            )}</fieldset></div>`
          : nothing
      }`
  }

  #try(sound: Sound): void {
    if (sound !== 'none') this.dispatchEvent(new TrySoundEvent(sound))
  }

  async #askPermission(): Promise<void> {
    await Notification.requestPermission()
    this.requestUpdate()
  }

  #save(change: Partial<AgentPreferences>): void {
    this.fault = ''
    const { preferences, t } = this.desk!
    preferences.save(change).catch((error: unknown) => {
      this.fault = t('preferences.not_saved', { reason: reasonOf(error, t) })
      // The control goes back to what holds.
      this.requestUpdate()
    })
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close()
  }
}

const chosenIn = (event: Event): string => (event.target as HTMLInputElement).value
const isOn = (event: Event): boolean => (event.target as HTMLInputElement).checked

/** Each in its own words, as one looks for it. */
const nameOfLanguage = (code: string): string =>
  new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code

/** 0 is Sunday; the fourth of January 2026 was one. */
const nameOfDay = (day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 4 + day))
