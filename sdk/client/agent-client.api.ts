// What the agent console can do: the public interface of the agent client.

import type { Agent, Availability, Department, Me } from '../protocol/agent.ts'
import type { DiscardReason } from '../protocol/assistant-event.ts'
import type { Attachment } from '../protocol/attachment.ts'
import type { AgentCommand, CommandInput, CommandResult } from '../protocol/command.ts'
import type { AgentConversation, InboxView } from '../protocol/conversation.ts'
import type { ServerFrameOf, ServerFrameType } from '../protocol/frame.ts'
import type { ContactDetail } from '../protocol/identity.ts'
import type { InboxFilter, InboxSort, SavedView, WriteSavedView } from '../protocol/triage.ts'
import type { AttachmentClient } from './attachment-client.ts'
import type { ConnectionState } from './connection-state.ts'
import type { ConversationState } from './conversation-state.ts'
import type { CopilotClient } from './copilot-client.ts'
import type { MessageEdits } from './message-edits.ts'
import type { RawRequest } from './raw-request.ts'
import type { Rest } from './rest.ts'
import type { Store } from './store.ts'

export interface AgentClientOptions {
  /** Origin of the server; the hosted console passes its own. */
  server: string
  /**
   * For a page of another origin: a fresh host token, signed by its own server. Asked for at the start and whenever the
   * session has ended. Left out, the cookie of the server's own pages says who is there.
   */
  token?: () => Promise<string>
}

/** What the list shows: a view, what it is narrowed by, and in which order. */
export interface InboxQuery {
  view: InboxView
  filter?: InboxFilter
  /** Without one: waiting longest first in `waiting` and `drafts`, newest first elsewhere. */
  sort?: InboxSort
  /** Id of the saved view this is; its filter and sort hold where none are given. */
  saved?: string
}

export interface InboxState {
  /** The query's own. */
  view: InboxView
  query: InboxQuery
  /** `gone`: there is no such saved view any more. */
  phase: 'loading' | 'ready' | 'failed' | 'gone'
  /** In the query's order, updated live, at most once a frame. */
  conversations: readonly AgentConversation[]
  /** These end at 1000, which means "as many or more". */
  counts: Readonly<Record<InboxView, number>>
  /** What is open, by department. */
  teams: Readonly<Record<string, number>>
  /** What is open, by saved view. */
  saved: Readonly<Record<string, number>>
  hasMore: boolean
}

export interface AgentClient {
  /** Origin of the server: help pages and the hosted console stand there, wherever this one is. */
  readonly server: string
  readonly connection: Store<ConnectionState>
  readonly clockOffset: () => number
  /** False where the browser's storage is blocked: a reload would lose unsent text. */
  readonly durable: Store<boolean>
  /** Null when nobody is signed in. */
  readonly me: Store<Me | null>
  readonly agents: Store<readonly Agent[]>
  readonly departments: Store<readonly Department[]>
  /** Reads the session; resolves to whether somebody is signed in. Opens the socket if so. */
  resume(): Promise<boolean>
  /** @throws ApiError `login-failed` */
  login(email: string, password: string): Promise<void>
  /** @throws ApiError `link-used` */
  redeemLink(token: string): Promise<void>
  /** `email` is for an agent who has none yet: the first administrator. */
  setPassword(password: string, email?: string): Promise<void>
  logout(): Promise<void>
  setAvailability(availability: Availability): Promise<void>
  readonly inbox: {
    readonly state: Store<InboxState>
    /** Another view, or the same again. The promise is of its first page. */
    show(query: InboxView | Partial<InboxQuery>): Promise<void>
    /** The next rows of the list; asked twice at once it loads once. */
    loadMore(): Promise<void>
    /** Fires once for each conversation that begins to wait for a person. */
    onWaiting(
      listener: (conversation: AgentConversation) => void,
      options?: { signal?: AbortSignal },
    ): () => void
    /** Fires once for each new customer message in a conversation assigned to me. */
    onReply(
      listener: (conversation: AgentConversation) => void,
      options?: { signal?: AbortSignal },
    ): () => void
  }
  /** Saved views: those of the team, and one's own. */
  readonly views: {
    readonly state: Store<readonly SavedView[]>
    load(): Promise<void>
    /** A new one, or with an id another state of that one. @throws ApiError `forbidden`, `invalid-request` */
    save(view: WriteSavedView, id?: string): Promise<SavedView>
    remove(id: string): Promise<void>
  }
  /** A request under `/api/v1` as this agent; for what no command does. @throws ApiError */
  readonly rest: Rest
  /** The same where the body or the answer is a file. @throws ApiError */
  readonly raw: RawRequest
  /** A command as this agent, by socket or else by REST: at once or not at all. @throws ApiError */
  call<N extends AgentCommand>(name: N, input: CommandInput<N>): Promise<CommandResult<N>>
  /** Hears what the server tells by itself; frames that only concern one conversation come where it is open. */
  listen<T extends ServerFrameType>(
    type: T,
    listener: (data: ServerFrameOf<T>['data']) => void,
    options?: { signal?: AbortSignal },
  ): () => void
  /** Files: uploading them, and where they can be fetched. */
  files(): Promise<AttachmentClient>
  open(conversationId: string): AgentConversationView
  close(): void
}

/** What a reply may bring with it. */
export interface ReplyOptions {
  /** Resolved or snoozed in the same step: either both happen, or neither. */
  and?: { do: 'resolve' } | { do: 'snooze'; until: string }
  /**
   * The last number its writer has surely seen: what a colleague has answered after it holds the reply. Left out, it
   * is what has been held for three seconds or more. Null: nothing holds it.
   */
  afterSeq?: number | null
}

export interface AgentConversationView extends MessageEdits {
  readonly id: string
  readonly state: Store<ConversationState<AgentConversation>>
  /**
   * Where a colleague has answered meanwhile it is held: a pending message that has `failed`, of which `crossedBy` (in
   * held-reply.ts) says who it was. Then `sendAnyway`, or `discard` to take it back into the composer.
   */
  send(body: string, attachments?: readonly Attachment[], options?: ReplyOptions): Promise<void>
  /** `mentionIds`: agents it calls for. */
  addNote(body: string, attachments?: readonly Attachment[], mentionIds?: readonly string[]): Promise<void>
  /** Sends a held reply whatever a colleague has said; what was to come with it comes with it. */
  sendAnyway(cid: string): Promise<void>
  retry(cid: string): Promise<void>
  /** Takes a message back that was not sent; its text, for the composer, or null when it is on its way already. */
  discard(cid: string): Promise<string | null>
  readonly draft: { get(): Promise<string>; set(text: string): void }
  typing(text: string): void
  read(): void
  /** A command about this conversation; its row of the log is in the state when this resolves. @throws ApiError */
  act<N extends AgentCommand>(
    name: N,
    input: Omit<CommandInput<N>, 'conversation_id'>,
  ): Promise<CommandResult<N>>
  /** @throws ApiError `conversation-taken`, whose `context.by` names who has it. */
  accept(): Promise<void>
  assign(assigneeId: string | null): Promise<void>
  move(departmentId: string | null): Promise<void>
  resolve(): Promise<void>
  reopen(): Promise<void>
  /** The AI agent's draft that waits: it is on the log. @throws ApiError `draft-decided`, whose `context.by` was first */
  readonly drafts: {
    /** Sent in my name; with a text, that instead. */
    approve(draftId: string, body?: string): Promise<void>
    discard(draftId: string, reason: DiscardReason, comment?: string): Promise<void>
    /** @throws ApiError `draft-gone` once something has happened since */
    restore(draftId: string): Promise<void>
    /** Another one comes on the log. @throws ApiError `model-required` */
    regenerate(draftId: string, instruction: string): Promise<void>
  }
  readonly copilot: CopilotClient
  /** Older rows of the log: 50, or so many, at most 200. */
  loadEarlier(limit?: number): Promise<void>
  /** Yes or no to what the AI agent asks the team. @throws ApiError `action-decided`, `action-expired` */
  decide(actionId: string, approve: boolean): Promise<void>
  /** What is known of the customer: who vouches for them, what the page tells, what they did there of late. */
  contact(): Promise<ContactDetail>
  close(): void
}
