// What a site asks and says before a conversation begins: its own fields, and the message of its own that a chat answers.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { AnsweredField, FieldValues, SiteSettings } from '../../sdk/protocol/site-settings.ts'
import { formAnswers } from '../sites/form-answers.ts'
import type { Cause, ConversationLog, NewEvent } from './conversation-log.ts'
import { plainMessage } from './message.service.ts'

export interface SiteQuestionsDeps {
  log: Pick<ConversationLog, 'holds'>
  siteOf: (siteId: string) => Promise<{ name: string; settings: SiteSettings } | null>
}

/** A command about to open a conversation. */
interface Opening {
  siteId: string
  conversationId: string
  cause: Cause
}

export function createSiteQuestions({ log, siteOf }: SiteQuestionsDeps) {
  /** Null from clients that know no such form. What has had its effect already is not asked about again. */
  async function answers(
    { siteId, conversationId, cause }: Opening,
    form: 'chat' | 'ticket',
    values: FieldValues | undefined,
  ): Promise<AnsweredField[] | null> {
    if (!values) return null
    const settings = (await siteOf(siteId))?.settings
    const fields = form === 'chat' ? settings?.chat.pre_chat : settings?.ticket.fields
    try {
      return formAnswers(fields ?? [], values)
    } catch (error) {
      if (await log.holds(conversationId, cause)) return null
      throw error
    }
  }

  return {
    /** @throws Problem `invalid-request` with a pointer for every answer that is wrong */
    ofTicket: (opening: Opening, values: FieldValues | undefined): Promise<AnsweredField[] | null> =>
      answers(opening, 'ticket', values),

    /**
     * Answers under `name` and `email` are the customer's own; the rest goes with the conversation.
     * @throws Problem `invalid-request` with a pointer for every answer that is wrong
     */
    async ofChat(opening: Opening, values: FieldValues | undefined) {
      const given = await answers(opening, 'chat', values)
      const own = (key: string): string | undefined => {
        const value = given?.find((answer) => answer.key === key)?.value
        return typeof value === 'string' ? value : undefined
      }
      const rest = given?.filter(({ key }) => key !== 'name' && key !== 'email') ?? []
      return { name: own('name'), email: own('email'), fields: rest.length > 0 ? rest : null }
    },

    /** The site's message that is answered, to stand first in the log; none where the owner has taken it away. */
    async message(siteId: string, id: string | undefined): Promise<NewEvent[]> {
      const site = id === undefined ? null : await siteOf(siteId)
      const message = site?.settings.proactive.find((candidate) => candidate.id === id)
      if (!site || !message) return []
      // Nobody sat there and wrote it, so it is no person's.
      const actor: Actor = { kind: 'bot', id: null, name: site.name }
      return [
        { type: 'message.created', actor, public: true, data: plainMessage(message.text, message.choices) },
      ]
    },
  }
}

export type SiteQuestions = ReturnType<typeof createSiteQuestions>
