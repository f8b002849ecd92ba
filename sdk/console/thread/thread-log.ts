// The scrolling part of a thread: chunks of the log, what is on its way, what happens right now. Draws.

import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ConversationState } from '../../client/conversation-state.ts'
import { crossedBy } from '../../client/held-reply.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import { consoleIcon } from '../console-icon.ts'
import type { LogChunk } from './log-window.controller.ts'
import { answerLine, type PendingActions, pendingLine, typingLine } from './pending-line.ts'
import { type LineContext, threadLine } from './thread-line.ts'

export interface ThreadLog {
  state: ConversationState<AgentConversation>
  chunks: readonly LogChunk[]
  context: LineContext
  self: Actor
  pinned: boolean
  actions: PendingActions
  earlier: () => void
  toEnd: () => void
}

export function threadLog({ state, chunks, context, self, pinned, actions, earlier, toEnd }: ThreadLog) {
  const { t } = context.desk
  // A held reply is asked about above the composer.
  const pending = state.pending.filter((message) => !crossedBy(message))
  // A colleague's typing is told above the composer, too.
  const typing = state.typing.filter(({ actor }) => actor.kind !== 'human')
  return html`<div class="scroll-frame"><div class="scroller" tabindex="0" role="region" aria-label=${t('thread.log')}>
      ${
        state.hasEarlier
          ? html`<button class="button earlier" type="button" @click=${earlier}>${t('thread.earlier')}</button>`
          : nothing
      }
      <div class="log" role="log" aria-live=${pinned ? 'polite' : 'off'} aria-label=${t('thread.label', { name: context.customer })}>
        ${repeat(
          chunks,
          ({ key }) => key,
          ({ items, shown }) =>
            html`<div class="chunk">${
              shown
                ? repeat(
                    items,
                    ({ key }) => key,
                    (item) => threadLine(item, context),
                  )
                : nothing
            }</div>`,
        )}
        ${repeat(
          pending,
          ({ cid }) => cid,
          (each) => pendingLine(each, self, context, actions),
        )}
      </div>
      <div class="now">
        ${state.answer ? answerLine(state.answer, context) : nothing}
        ${typing.map((each) => typingLine(each, context))}
      </div>
    </div>
    ${
      pinned
        ? nothing
        : html`<button class="button jump" type="button" @click=${toEnd}>${consoleIcon('down')}${t('thread.jump')}</button>`
    }
  </div>`
}
