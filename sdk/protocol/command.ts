// Every command: its name, who may send it, its input and result. A command is one handler, reached by
// a frame on the socket or by its REST path alike; both are mounted from this table.

import * as z from 'zod'
import { Availability } from './agent.ts'
import { Appended } from './appended.ts'
import { ASSIGNMENT_COMMANDS } from './assignment-command.ts'
import { AttachmentIds, hasContent, NO_CONTENT } from './attachment.ts'
import { InboxCounts, InboxPage, InboxView, VisitorConversation } from './conversation.ts'
import { DRAFT_COMMANDS } from './draft-command.ts'
import { LogStretch } from './event.ts'
import { ContactDetail, SetAttributes, TrackEvent } from './identity.ts'
import { LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'
import { Choice, FieldValues, SettingKey } from './site-settings.ts'
import { PageTools, TOOL_LIMITS } from './tool.ts'
import { InboxFilter, InboxSort } from './triage.ts'
import { TRIAGE_COMMANDS } from './triage-command.ts'
import { TellLooking, TellVisit } from './visit.ts'
import { WHISPER_COMMANDS } from './whisper.ts'

const conversation_id = z.uuid()
const body = plainText().trim().min(1).max(LIMITS.message)
/** A text, files, or both. Files are absent where there are none, so that a repeat of an old command is the same. */
const written = { body: plainText().trim().max(LIMITS.message), attachments: AttachmentIds.optional() }
const name = plainText().trim().max(LIMITS.name)
const email = z.string().trim().toLowerCase().max(LIMITS.email).pipe(z.email())
const page = z.strictObject({ url: z.url().max(2000), title: plainText().max(300) })

export { Appended }

function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

const Done = z.object({ ok: z.literal(true) })

/** Where the socket's `conversation.subscribe` leaves the caller: all events after its cursor, or a fresh start. */
export const Subscribed = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('delta'), conversation: z.unknown(), ...LogStretch.shape }),
  /** Too much was missed: forget what you hold and begin with these latest events. */
  z.object({ mode: z.literal('reset'), conversation: z.unknown(), ...LogStretch.shape }),
])

type Side = 'visitor' | 'agent'
interface CommandSpec {
  side: readonly Side[]
  input: z.ZodType
  result: z.ZodType
  /** Durable commands need a `cid` and are idempotent by it for ever. */
  durable: boolean
  /** REST twin for a side: method and path, `:conversation_id` taken from the path. */
  rest: Partial<Record<Side, readonly ['GET' | 'POST', string]>>
}

export const COMMANDS = {
  'conversation.start': {
    side: ['visitor'],
    durable: true,
    rest: { visitor: ['POST', '/chat/start'] },
    input: z
      .strictObject({
        /** Chosen by the client (UUIDv7), so that a start made offline can be repeated safely. */
        conversation_id,
        message: written.body,
        attachments: written.attachments,
        department_id: z.uuid().nullish(),
        /** `person` skips the AI agent altogether. */
        want: z.enum(['assistant', 'person']).default('assistant'),
        name: name.optional(),
        email: email.optional(),
        locale: z.string().max(35).optional(),
        page: page.optional(),
        /** Answers to the site's `chat.pre_chat`. Absent from clients that know no such form; they are not asked then. */
        fields: FieldValues.optional(),
        /** Id of the site's proactive message this answers: it becomes the first message of the log. */
        proactive: SettingKey.optional(),
      })
      .refine(({ message, attachments }) => hasContent({ body: message, attachments }), {
        ...NO_CONTENT,
        path: ['message'],
      }),
    result: z.object({ conversation: VisitorConversation, ...Appended.shape }),
  },
  'message.send': {
    side: ['visitor', 'agent'],
    durable: true,
    rest: {
      visitor: ['POST', '/chat/:conversation_id/messages'],
      agent: ['POST', '/conversations/:conversation_id/messages'],
    },
    input: z
      .strictObject({
        conversation_id,
        ...written,
        /** What the customer may answer with one tap. Refused from customers. */
        choices: z.array(Choice).min(1).max(10).optional(),
        /**
         * The agent's last number when this was written. Where a colleague has answered since, it is held:
         * `reply-crossed`, whose context names them. Without it nothing is held. Refused from customers.
         */
        after_seq: z.int().min(0).optional(),
        /** What comes with it, in one step. Refused from customers. */
        and: z
          .discriminatedUnion('do', [
            z.strictObject({ do: z.literal('resolve') }),
            z.strictObject({ do: z.literal('snooze'), until: z.iso.datetime() }),
          ])
          .optional(),
      })
      .refine(hasContent, NO_CONTENT),
    result: Appended,
  },
  'note.add': {
    side: ['agent'],
    durable: true,
    rest: { agent: ['POST', '/conversations/:conversation_id/notes'] },
    input: z
      .strictObject({
        conversation_id,
        ...written,
        /** Agents it calls for; each is told. */
        mention_ids: z.array(z.uuid()).max(20).optional(),
      })
      .refine(hasContent, NO_CONTENT),
    result: Appended,
  },
  /** Of a message or note of one's own; a customer has 15 minutes. Unchanged text is refused. */
  'message.edit': {
    side: ['visitor', 'agent'],
    durable: true,
    rest: {
      visitor: ['POST', '/chat/:conversation_id/messages/edit'],
      agent: ['POST', '/conversations/:conversation_id/messages/edit'],
    },
    input: z.strictObject({ conversation_id, message_id: z.uuid(), body }),
    result: Appended,
  },
  /** Takes the text away for everybody. Agents may also delete the AI agent's, administrators the whole team's. */
  'message.delete': {
    side: ['visitor', 'agent'],
    durable: true,
    rest: {
      visitor: ['POST', '/chat/:conversation_id/messages/delete'],
      agent: ['POST', '/conversations/:conversation_id/messages/delete'],
    },
    input: z.strictObject({ conversation_id, message_id: z.uuid() }),
    result: Appended,
  },
  'person.request': {
    side: ['visitor'],
    durable: true,
    rest: { visitor: ['POST', '/chat/:conversation_id/person'] },
    input: z.strictObject({ conversation_id }),
    result: z.object({ conversation: VisitorConversation, ...Appended.shape }),
  },
  /** Leaves the queue again; the AI agent answers as before. */
  'person.cancel': {
    side: ['visitor'],
    durable: true,
    rest: { visitor: ['POST', '/chat/:conversation_id/person/cancel'] },
    input: z.strictObject({ conversation_id }),
    result: z.object({ conversation: VisitorConversation, ...Appended.shape }),
  },
  'conversation.end': {
    side: ['visitor'],
    durable: true,
    rest: { visitor: ['POST', '/chat/:conversation_id/end'] },
    input: z.strictObject({ conversation_id }),
    result: Appended,
  },
  'conversation.rate': {
    side: ['visitor'],
    durable: true,
    rest: { visitor: ['POST', '/chat/:conversation_id/rate'] },
    input: z.strictObject({
      conversation_id,
      rating: z.int().min(1).max(5),
      comment: plainText().trim().max(LIMITS.comment).default(''),
    }),
    result: Appended,
  },
  'contact.update': {
    side: ['visitor'],
    durable: true,
    rest: { visitor: ['POST', '/chat/:conversation_id/contact'] },
    input: z.strictObject({ conversation_id, name: name.optional(), email: email.optional() }),
    result: Appended,
  },
  /** What the page tells of the customer: unsigned, so a hint for agents and no more. */
  'attributes.set': {
    side: ['visitor'],
    durable: false,
    rest: { visitor: ['POST', '/contact/attributes'] },
    input: SetAttributes,
    result: Done,
  },
  'event.track': {
    side: ['visitor'],
    durable: false,
    rest: { visitor: ['POST', '/contact/events'] },
    input: TrackEvent,
    result: Done,
  },
  /** Of the browser and the page it shows: told once a page. */
  'visit.tell': {
    side: ['visitor'],
    durable: false,
    rest: { visitor: ['POST', '/contact/visit'] },
    input: TellVisit,
    result: Done,
  },
  /** Kept nowhere; ends with the line. */
  'looking.tell': {
    side: ['visitor'],
    durable: false,
    rest: {},
    input: TellLooking,
    result: Done,
  },
  /** What this visitor's page offers the AI agent; replaces what it offered before. */
  'tools.register': {
    side: ['visitor'],
    durable: false,
    rest: { visitor: ['POST', '/contact/tools'] },
    input: PageTools,
    result: Done,
  },
  /** Yes or no to a call the AI agent wants to make. Nothing anybody writes is one. */
  'action.decide': {
    side: ['visitor', 'agent'],
    durable: true,
    rest: {
      visitor: ['POST', '/chat/:conversation_id/actions/decide'],
      agent: ['POST', '/conversations/:conversation_id/actions/decide'],
    },
    input: z.strictObject({ conversation_id, action_id: z.uuid(), approve: z.boolean() }),
    result: Appended,
  },
  /** What a tool of the page came to. `error`: its handler failed. */
  'action.result': {
    side: ['visitor'],
    durable: true,
    rest: { visitor: ['POST', '/chat/:conversation_id/actions/result'] },
    input: z.strictObject({
      conversation_id,
      action_id: z.uuid(),
      result: plainText().max(TOOL_LIMITS.result),
      error: z.boolean().default(false),
    }),
    result: Done,
  },
  /** What is known of a conversation's customer. */
  'contact.show': {
    side: ['agent'],
    durable: false,
    rest: { agent: ['GET', '/conversations/:conversation_id/contact'] },
    input: z.strictObject({ conversation_id }),
    result: ContactDetail,
  },
  'conversation.list': {
    side: ['visitor'],
    durable: false,
    rest: { visitor: ['GET', '/chat'] },
    input: z.strictObject({}),
    result: z.object({ conversations: z.array(VisitorConversation) }),
  },
  /** On a socket: live from here on. Over REST: the same stretch once, which is what polling repeats. */
  'conversation.subscribe': {
    side: ['visitor', 'agent'],
    durable: false,
    rest: {
      visitor: ['GET', '/chat/:conversation_id/events'],
      agent: ['GET', '/conversations/:conversation_id/events'],
    },
    input: z.strictObject({ conversation_id, after: z.coerce.number().int().min(0).default(0) }),
    result: Subscribed,
  },
  'conversation.unsubscribe': {
    side: ['visitor', 'agent'],
    durable: false,
    rest: {},
    input: z.strictObject({ conversation_id }),
    result: Done,
  },
  /** Older events than the client holds, newest last. */
  'conversation.history': {
    side: ['visitor', 'agent'],
    durable: false,
    rest: {
      visitor: ['GET', '/chat/:conversation_id/history'],
      agent: ['GET', '/conversations/:conversation_id/history'],
    },
    input: z.strictObject({
      conversation_id,
      before: z.coerce.number().int().min(1),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    result: LogStretch,
  },
  'read.mark': {
    side: ['visitor', 'agent'],
    durable: false,
    rest: {
      visitor: ['POST', '/chat/:conversation_id/read'],
      agent: ['POST', '/conversations/:conversation_id/read'],
    },
    input: z.strictObject({ conversation_id, seq: z.int().min(0) }),
    result: Done,
  },
  'typing.start': {
    side: ['visitor', 'agent'],
    durable: false,
    rest: {
      visitor: ['POST', '/chat/:conversation_id/typing'],
      agent: ['POST', '/conversations/:conversation_id/typing'],
    },
    /** `text` is what the customer has typed so far; only agents ever get it. */
    input: z.strictObject({ conversation_id, text: z.string().max(LIMITS.typingPreview).optional() }),
    result: Done,
  },
  'typing.stop': {
    side: ['visitor', 'agent'],
    durable: false,
    rest: {},
    input: z.strictObject({ conversation_id }),
    result: Done,
  },
  /** Stops the AI agent's running answer; what it has written so far is not kept. */
  'answer.stop': {
    side: ['visitor'],
    durable: false,
    rest: { visitor: ['POST', '/chat/:conversation_id/answer/stop'] },
    input: z.strictObject({ conversation_id }),
    result: Done,
  },
  'inbox.list': {
    side: ['agent'],
    durable: false,
    rest: { agent: ['GET', '/conversations'] },
    input: z.strictObject({
      view: InboxView.default('waiting'),
      /** Narrows the view. Over REST as JSON. */
      filter: z.preprocess(readJson, InboxFilter).optional(),
      /** Each view has its own where none is named. */
      sort: InboxSort.optional(),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    result: InboxPage,
  },
  'inbox.counts': {
    side: ['agent'],
    durable: false,
    rest: { agent: ['GET', '/inbox/counts'] },
    input: z.strictObject({}),
    result: InboxCounts,
  },
  ...ASSIGNMENT_COMMANDS,
  ...DRAFT_COMMANDS,
  ...TRIAGE_COMMANDS,
  ...WHISPER_COMMANDS,
  'availability.set': {
    side: ['agent'],
    durable: false,
    rest: { agent: ['POST', '/availability'] },
    input: z.strictObject({ availability: Availability }),
    result: Done,
  },
} as const satisfies Record<string, CommandSpec>

export type CommandName = keyof typeof COMMANDS
/** What a client passes; defaults may be left out. */
export type CommandInput<N extends CommandName> = z.input<(typeof COMMANDS)[N]['input']>
/** What a handler gets, after parsing. */
export type CommandParsed<N extends CommandName> = z.output<(typeof COMMANDS)[N]['input']>
export type CommandResult<N extends CommandName> = z.output<(typeof COMMANDS)[N]['result']>
export type VisitorCommand = {
  [N in CommandName]: 'visitor' extends (typeof COMMANDS)[N]['side'][number] ? N : never
}[CommandName]
export type AgentCommand = {
  [N in CommandName]: 'agent' extends (typeof COMMANDS)[N]['side'][number] ? N : never
}[CommandName]
