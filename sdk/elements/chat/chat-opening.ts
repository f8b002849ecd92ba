// What comes before the first message of a new chat: the site's questions, and the message of the site it answers.

import type { ReactiveControllerHost } from 'lit'
import type { WidgetConfig } from '../../protocol/site.ts'
import type { FieldValues, FormField } from '../../protocol/site-settings.ts'
import { formDraft } from '../panel/form-draft.ts'
import type { ViewParams } from '../provider/widget-context.ts'

export class ChatOpening {
  #host: ReactiveControllerHost
  #fields: FieldValues | undefined
  #drawn: 'not yet' | 'asked for' | 'failed' = 'not yet'

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** The questions still to be asked, or null. Fetches what draws them; a chat must not fail for want of that. */
  questions(config: WidgetConfig | null): readonly FormField[] | null {
    const asked = config?.settings?.chat?.pre_chat as readonly FormField[] | undefined
    if (!asked?.length || this.#fields || this.#drawn === 'failed') return null
    if (this.#drawn === 'not yet') {
      this.#drawn = 'asked for'
      Promise.all([
        import('../pre-chat/pre-chat.define.ts'),
        import('../form-fields/form-fields.define.ts'),
      ]).catch(() => {
        this.#drawn = 'failed'
        this.#host.requestUpdate()
      })
    }
    return asked
  }

  answer(fields: FieldValues): void {
    this.#fields = fields
    this.#host.requestUpdate()
  }

  /** What goes with the first message. */
  with(proactive: ViewParams['chat']['proactive']): { fields?: FieldValues; proactive?: string } {
    return {
      ...(this.#fields && { fields: this.#fields }),
      ...(proactive && { proactive: proactive.id }),
    }
  }

  /** The chat has begun; the next one asks anew. */
  begun(): void {
    if (this.#fields) formDraft('deskbell-pre-chat', () => true).clear()
    this.#fields = undefined
  }
}
