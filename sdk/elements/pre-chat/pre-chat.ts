// The site's questions before a chat. It only asks: who starts the chat with the answers is the chat itself.

import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { FieldValues, FormField } from '../../protocol/site-settings.ts'
import type { FieldTexts } from '../form-fields/field-fault.ts'
import type { DeskbellFormFields, FieldsEvent } from '../form-fields/form-fields.ts'
import { formDraft } from '../panel/form-draft.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { mayStore } from '../provider/may-store.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { preChatStyles } from './pre-chat.styles.ts'

/** Asked and answered, or passed over where nothing was needed: `values` is empty then. */
export class PreChatEvent extends Event {
  readonly values: FieldValues

  constructor(values: FieldValues) {
    super('deskbell-pre-chat')
    this.values = values
  }
}

/** @event deskbell-pre-chat - the answers, once */
export class DeskbellPreChat extends LitElement {
  static override properties = { fields: { attribute: false }, texts: { state: true } }
  static override styles = [...panelStyles, preChatStyles]

  declare fields: readonly FormField[]
  protected declare texts: FieldTexts

  #widget = consumeWidget(this)
  #draft = formDraft<Record<string, string | boolean>>('deskbell-pre-chat', () =>
    mayStore(this.#widget.client),
  )

  constructor() {
    super()
    this.fields = []
    this.texts = {}
  }

  override focus(): void {
    this.#form?.focus()
  }

  protected override firstUpdated(): void {
    const contact = this.#widget.client?.conversations.list
      .get()
      .map((conversation) => conversation.contact)
      .find(({ name, email }) => name || email)
    const known = {
      ...(contact?.name && { name: contact.name }),
      ...(contact?.email && { email: contact.email }),
    }
    this.texts = { ...known, ...(this.#draft.read() as FieldTexts) }
  }

  get #form(): DeskbellFormFields | null {
    return this.renderRoot.querySelector('deskbell-form-fields')
  }

  protected override render(): TemplateResult {
    const { t } = this.#widget.tr
    const canSkip = !this.fields.some(({ required }) => required)
    return html`<form class="ask" novalidate @submit=${this.#onSubmit}>
      <div class="body">
        <h2 class="big">${t('prechat.title')}</h2>
        <p class="small">${t('prechat.more')}</p>
        <deskbell-form-fields .fields=${this.fields} .texts=${this.texts}
          @deskbell-fields=${this.#onFields}></deskbell-form-fields>
      </div>
      <div class="foot">
        ${canSkip ? html`<button class="button" type="button" @click=${() => this.#done({})}>${t('prechat.skip')}</button>` : nothing}
        <button class="button solid" type="submit">${t('prechat.start')}</button>
      </div>
    </form>`
  }

  #onFields = ({ texts }: FieldsEvent): void => {
    this.texts = texts
    this.#draft.write(texts)
  }

  #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = this.#form
    // Not before the fields are there.
    if (await form?.check?.()) this.#done(form!.values)
  }

  /** The draft stays until the chat has begun: a reload in between loses nothing. */
  #done(values: FieldValues): void {
    this.dispatchEvent(new PreChatEvent(values))
  }
}
