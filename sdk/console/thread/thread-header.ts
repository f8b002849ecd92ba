// A thread's head: what it is about, who answers, and the two things one does with it. Draws; its owner acts.

import { html, nothing } from 'lit'
import { mark } from '../../elements/mark/mark.ts'
import type { Agent } from '../../protocol/agent.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import { consoleIcon } from '../console-icon.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import type { ChooseEvent, MenuItem } from '../menu/console-menu.ts'
import { actorName, conversationTitle, customerName } from '../names.ts'
import { assignItems, NOBODY } from './assign-menu.ts'
import { isOver } from './thread-rule.ts'

export interface ThreadHeader {
  conversation: AgentConversation
  me: Agent
  agents: readonly Agent[]
  phone: boolean
  /** The sidebar is not in sight, so offer it. */
  detailsHidden: boolean
  t: ConsoleTranslate
  back: () => void
  details: () => void
  assign: (assigneeId: string | null) => void
  resolve: () => void
  reopen: () => void
}

export function threadHeader(header: ThreadHeader) {
  const { conversation, phone, t } = header
  const { reference, channel, department } = conversation
  const name = customerName(conversation.contact, t)
  const place = phone ? [name, reference] : [reference, t(`channel.${channel}`), department?.name]
  return html`<header>
    ${
      phone
        ? html`<button class="button bare square back" type="button" aria-label=${t('thread.back')}
          @click=${header.back}>${consoleIcon('back')}</button>`
        : nothing
    }
    <div class="grow titles">
      <h2 class="cut"><bdi>${conversationTitle(conversation, t)}</bdi></h2>
      <p class="cut tabular">${place.filter(Boolean).join(' · ')}</p>
    </div>
    ${holder(header)} ${ending(header)}
    ${
      header.detailsHidden
        ? html`<button class="button bare square" type="button" aria-label=${t('thread.details', { name })}
          @click=${header.details}>${consoleIcon('details')}</button>`
        : nothing
    }
  </header>`
}

/** Who answers, and to whom it can be given instead. */
function holder({ conversation, agents, me, assign, t }: ThreadHeader) {
  const { assignee } = conversation
  const items: MenuItem[] = assignItems(conversation, agents, me, t)
  const choose = ({ id }: ChooseEvent): void => assign(id === NOBODY ? null : id)
  return html`<deskbell-console-menu place="end" .items=${items} .label=${t('assign.label')}
      .heading=${t('assign.title')} ?disabled=${isOver(conversation)} @deskbell-choose=${choose}>
    ${assignee ? mark(assignee, 20) : html`<span class="nobody">${consoleIcon('waiting')}</span>`}
    <span class="wide cut">${assignee ? actorName(assignee, t) : t('nobody')}</span
    ><span class="wide">${consoleIcon('down')}</span>
  </deskbell-console-menu>`
}

function ending({ conversation, resolve, reopen, t }: ThreadHeader) {
  if (conversation.status === 'closed') return nothing
  const over = isOver(conversation)
  const words = t(over ? 'thread.reopen' : 'thread.resolve')
  return html`<button class="button resolve" type="button" aria-label=${words} @click=${over ? reopen : resolve}
    >${consoleIcon(over ? 'reopen' : 'check')}<span class="wide">${words}</span></button>`
}
