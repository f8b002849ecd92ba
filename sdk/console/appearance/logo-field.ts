// <deskbell-logo-field>: choose or drop a picture, see it, take it away. It draws into the form, whose look it has.

import { html, nothing, type PropertyValues } from 'lit'
import { watchDrop } from '../../elements/attachments/file-drop.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { blobOf, drawLogo, LOGO_TYPES } from './logo-picture.ts'

/** A picture was chosen, or taken away. */
export class LogoEvent extends Event {
  readonly picture: string | null

  constructor(picture: string | null) {
    super('deskbell-logo')
    this.picture = picture
  }
}

/** @event deskbell-logo - another picture, or none */
export class LogoField extends DeskElement {
  static override properties = {
    picture: { attribute: false },
    fault: { state: true },
    over: { state: true },
  }

  /** A `data:` URL. */
  declare picture: string | null
  protected declare fault: 'large' | 'wrong' | null
  /** A file is held over it. */
  protected declare over: boolean

  #life: AbortController | undefined
  #address: string | null = null
  #choice = 0

  constructor() {
    super()
    this.picture = null
    this.fault = null
    this.over = false
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#life = new AbortController()
    this.#show()
    watchDrop(this.closest<HTMLElement>('.row') ?? this, {
      takes: () => !this.closest('fieldset')?.disabled,
      onOver: (over) => {
        this.over = over
      },
      onFiles: ([file]) => void this.#take(file),
      signal: this.#life.signal,
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life?.abort()
    this.#choice += 1
    this.#forget()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('picture')) this.#show()
  }

  #forget(): void {
    if (this.#address) URL.revokeObjectURL(this.#address)
    this.#address = null
  }

  #show(): void {
    this.#forget()
    this.#address = this.picture && URL.createObjectURL(blobOf(this.picture))
    this.requestUpdate()
  }

  /** The last one counts. */
  async #take(file: File | undefined): Promise<void> {
    if (!file) return
    this.#choice += 1
    const choice = this.#choice
    const drawn = await drawLogo(file)
    if (choice !== this.#choice) return
    this.fault = 'fault' in drawn ? drawn.fault : null
    if ('picture' in drawn) this.dispatchEvent(new LogoEvent(drawn.picture))
  }

  #remove = (): void => {
    this.#choice += 1
    this.fault = null
    this.dispatchEvent(new LogoEvent(null))
    this.querySelector('button')?.focus()
  }

  #onChosen = (event: Event): void => {
    const input = event.target as HTMLInputElement
    void this.#take(input.files?.[0])
    // The same file may be chosen again after it was taken away.
    input.value = ''
  }

  protected override render() {
    if (!this.desk) return nothing
    const { t } = this.desk
    return html`<div class="line wraps"><span class="tile ${this.over ? 'over' : ''}">${
      this.#address
        ? html`<img src=${this.#address} alt=${t('look.logo.picture')} width="24" height="24">`
        : consoleIcon('plus')
    }</span>
      <button class="button" type="button" aria-describedby="f-logo-hint" @click=${() => this.querySelector('input')!.click()}>${t('look.logo.choose')}</button>
      ${
        this.picture
          ? html`<button class="button bare" type="button" @click=${this.#remove}>${t('look.logo.remove')}</button>`
          : nothing
      }
      <input type="file" hidden accept=${LOGO_TYPES} @change=${this.#onChosen}></div>
      ${this.fault ? html`<p class="fault" role="alert">${t(`look.logo.${this.fault}`)}</p>` : nothing}`
  }
}
