// What the composer is told and what it holds, as properties. What it does with them is in reply-composer.ts.

import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { Channel } from '../../protocol/conversation.ts'
import type { Block } from '../../protocol/rich-text-tree.ts'
import { DeskElement } from '../desk.context.ts'
import type { Aside } from '../thread/conversation-aside.controller.ts'
import type { ReplyKind as Kind } from './reply.events.ts'

/** A message that was sent, while its text is being changed. */
interface Edited {
  id: string
  kind: Kind
  text: string
  /** It is no message yet, but a draft of the AI agent's. */
  isDraft?: true
  /** What was being written before; it goes on afterwards. */
  before: Kind
}

export abstract class ComposerState extends DeskElement {
  static override properties = {
    view: { attribute: false },
    customer: {},
    channel: {},
    takes: { type: Boolean },
    noteOnly: { type: Boolean },
    unsent: { type: Boolean },
    phone: { type: Boolean, reflect: true },
    kind: { reflect: true },
    text: { state: true },
    edited: { state: true },
    copilot: { type: Boolean },
    busy: { state: true },
    kept: { attribute: false },
    preview: { state: true },
  }

  declare view: AgentConversationView | null
  declare customer: string
  declare channel: Channel
  /** Sending a reply takes the conversation first. */
  declare takes: boolean
  declare noteOnly: boolean
  /** Something written earlier is not sent yet. */
  declare unsent: boolean
  declare phone: boolean
  declare kind: Kind
  declare text: Record<Kind, string>
  declare edited: Edited | null
  /** A model is there to reword what stands here. */
  declare copilot: boolean
  declare busy: boolean
  /** What the server held for this agent when the conversation was opened. */
  declare kept: Aside['replies']
  /** The text as it will look; null while it is written. */
  protected declare preview: Block[] | null

  constructor() {
    super()
    this.view = null
    this.customer = ''
    this.channel = 'chat'
    this.takes = false
    this.noteOnly = false
    this.unsent = false
    this.phone = false
    this.kind = 'message'
    this.text = { message: '', note: '' }
    this.edited = null
    this.copilot = false
    this.busy = false
    this.kept = []
    this.preview = null
  }
}
