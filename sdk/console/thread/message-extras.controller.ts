// What an agent has unfolded under single messages: quotations, former texts, translations. Kept while the conversation
// is open; nothing of it is sent or stored.

import type { ReactiveControllerHost } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { LogEvent } from '../../protocol/event.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import type { Desk } from '../desk.context.ts'

export interface Translation {
  state: 'working' | 'done' | 'failed'
  text: string
  /** The original stands beside it. */
  original: boolean
}

export class MessageExtras {
  readonly #host: ReactiveControllerHost
  readonly #quoted = new Set<string>()
  readonly #former = new Set<string>()
  readonly #translations = new Map<string, Translation>()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  reset(): void {
    this.#quoted.clear()
    this.#former.clear()
    this.#translations.clear()
  }

  showsQuoted = (id: string): boolean => this.#quoted.has(id)
  showsFormer = (id: string): boolean => this.#former.has(id)
  translation = (id: string): Translation | undefined => this.#translations.get(id)

  toggleQuoted(id: string): void {
    this.#toggle(this.#quoted, id)
  }

  toggleFormer(id: string): void {
    this.#toggle(this.#former, id)
  }

  toggleOriginal(id: string): void {
    const held = this.#translations.get(id)
    if (held) this.#set(id, { ...held, original: !held.original })
  }

  async translate(
    view: AgentConversationView,
    id: string,
    body: string,
    { locale, t }: Pick<Desk, 'locale' | 't'>,
  ): Promise<void> {
    if (this.#translations.get(id)?.state === 'working') return
    this.#set(id, { state: 'working', text: '', original: true })
    try {
      const { text } = await view.copilot.translate(body, locale)
      this.#set(id, { state: 'done', text, original: false })
    } catch (error) {
      this.#set(id, { state: 'failed', text: reasonOf(error, t), original: true })
    }
  }

  #toggle(set: Set<string>, id: string): void {
    if (!set.delete(id)) set.add(id)
    this.#host.requestUpdate()
  }

  #set(id: string, translation: Translation): void {
    this.#translations.set(id, translation)
    this.#host.requestUpdate()
  }
}

/** The texts a message had before its present one, oldest first, as far as the log at hand goes. */
export function formerTexts(events: readonly LogEvent[], id: string): { at: string; body: string }[] {
  return events
    .filter(
      (event) =>
        ((event.type === 'message.created' || event.type === 'note.created') && event.id === id) ||
        (event.type === 'message.edited' && event.data.message_id === id),
    )
    .map(({ at, data }) => ({ at, body: (data as { body: string }).body }))
    .slice(0, -1)
}
