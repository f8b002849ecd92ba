// What a customer's widget can do: the public interface of the visitor client.

import type { Attachment } from '../protocol/attachment.ts'
import type { VisitorConversation } from '../protocol/conversation.ts'
import type {
  Article,
  ArticleCategories,
  ArticleCategory,
  ArticleSearchResult,
} from '../protocol/help-article.ts'
import type { ProblemBody } from '../protocol/problem-body.ts'
import type { WidgetConfig } from '../protocol/site.ts'
import type { FieldValues } from '../protocol/site-settings.ts'
import type {
  NewTicket,
  RedeemTicketCode,
  RequestTicketCode,
  TicketAccess,
  TicketCodeRequested,
  TicketCreated,
  TicketReply,
  TicketStatus,
} from '../protocol/ticket.ts'
import type { AttachmentClient } from './attachment-client.ts'
import type { ConnectionState } from './connection-state.ts'
import type { ConversationState } from './conversation-state.ts'
import type { MessageEdits } from './message-edits.ts'
import type { PageToolDefinition } from './page-tools.ts'
import type { Store } from './store.ts'

/** A token the owner's system has signed, or a way to get one: asked whenever a session needs it; null: nobody. */
export type IdentityToken = string | (() => string | null | Promise<string | null>)

export type IdentityState =
  /** The page has named nobody. */
  | { state: 'none' }
  /** It has; the server is told with the first session. */
  | { state: 'waiting' }
  | { state: 'known' }
  /** The server does not believe the token, and its problem says why. */
  | { state: 'refused'; problem: ProblemBody | null }

/** Whether something may be stored in this browser: without being asked, not yet, yes, no. */
export type Consent = 'implied' | 'asked' | 'granted' | 'denied'

/** Null takes an attribute away. A date is its ISO 8601 text. */
export type AttributeValue = string | number | boolean | null

/** `page` is left out where pages are not to be told. */
export interface Visit {
  timeZone?: string
  touch?: boolean
  page?: { url: string; title: string }
}

export interface VisitorClientOptions {
  /** Origin of the Deskbell server, such as `https://support.example.com`. */
  server: string
  /** The site's public key, the tag's `data-site`. */
  site: string
  /** BCP 47, asked of articles and told to agents. */
  locale?: string
  /** `ask`: nothing is stored before the visitor agrees. */
  consent?: 'implied' | 'ask' | undefined
}

export interface StartInput {
  message: string
  want?: 'assistant' | 'person'
  departmentId?: string
  page?: { url: string; title: string }
  /** Answers to the site's form before a chat. */
  fields?: FieldValues
  /** Id of the site's proactive message this answers. */
  proactive?: string
  /** UUIDv7 chosen beforehand, where files have been uploaded for it. */
  conversationId?: string
  attachments?: readonly Attachment[]
}

/** What a visitor sets for themselves, for all tabs; absent means no. */
export interface Preferences {
  /** No sound when somebody answers. */
  muted?: boolean
  /** A notification of the browser when somebody answers. */
  notify?: boolean
}

/** Nothing is stored and no socket opens before the first call that needs it. */
export interface VisitorClient {
  readonly connection: Store<ConnectionState>
  /** Server clock minus this device's, ms: add it to `Date.now()` to show times. */
  readonly clockOffset: () => number
  /** False where the browser's storage is blocked: a reload would lose unsent text. */
  readonly durable: Store<boolean>
  /** Whether anything may be stored; what is not stored is kept in memory, and a reload loses it. */
  readonly consent: Store<Consent>
  /** The visitor, or the page for them, agrees or takes it back. Nothing happens where the site does not ask. */
  setConsent(answer: 'granted' | 'denied'): Promise<void>
  /** Whom the page has named, and whether the server believes it. */
  readonly identity: Store<IdentityState>
  /** Raised whenever who sat here has left, in whichever tab: nothing of theirs is to be shown any more. */
  readonly departures: Store<number>
  /**
   * Names the customer by a signed token. Sent with the first session, as nothing is before the visitor acts; resolves
   * then at once. A way to get a token is asked again when one, or the session, has run out.
   * @throws ApiError `identity-rejected`
   */
  identify(token: IdentityToken): Promise<void>
  /** Ends the session; nothing of it stays in this browser, in any tab. */
  logout(): Promise<void>
  /** Facts about the visitor, for agents to see; like events, told with the first session. */
  setAttributes(attributes: Record<string, AttributeValue>): void
  track(name: string, data?: Record<string, string | number | boolean>): void
  /** What the browser and its page are, for agents to see; the last of it is told with the first session. */
  visit(visit: Visit): void
  /** What the AI agent may ask of this page while its visitor chats; a later tool of the same name takes its place. */
  readonly tools: {
    /** The returned function takes it back. */
    register(tool: PageToolDefinition): () => void
  }
  config(): Promise<WidgetConfig>
  /** Kept as all else is: in memory where nothing may be stored. Reads storage. */
  readonly preferences: { get(): Promise<Preferences>; set(change: Preferences): Promise<void> }
  readonly articles: {
    search(q: string, options?: { signal?: AbortSignal }): Promise<ArticleSearchResult>
    get(slug: string): Promise<Article>
    /** All topics, each with its most helpful articles. */
    categories(): Promise<ArticleCategories>
    /** One topic with all its articles. */
    category(id: string): Promise<ArticleCategory>
    /** The same `cid` again adds a comment to the vote; `query` is what led to the article, which search remembers. */
    feedback(
      slug: string,
      feedback: { helpful: boolean; comment?: string; cid?: string; query?: string },
    ): Promise<void>
  }
  readonly tickets: {
    create(ticket: Omit<NewTicket, 'site' | 'locale'>): Promise<TicketCreated>
    /** `code-required`: ask for a code first, and pass what it is exchanged for as `access`. */
    status(query: { reference: string; email: string; access?: string }): Promise<TicketStatus>
    reply(reply: Omit<TicketReply, 'site'>): Promise<TicketStatus>
    /** The same answer whether or not there is such a ticket. */
    requestCode(wanted: Omit<RequestTicketCode, 'site'>): Promise<TicketCodeRequested>
    redeemCode(given: Omit<RedeemTicketCode, 'site'>): Promise<TicketAccess>
  }
  /** Files: uploading them, and where they can be fetched. */
  files(): Promise<AttachmentClient>
  readonly conversations: {
    /** Text left in the composer of a chat not yet begun, kept over reloads and for all tabs. */
    readonly draft: { get(): Promise<string>; set(text: string): void }
    /** The visitor's own, newest first; empty until `resume` or `start`. */
    readonly list: Store<readonly VisitorConversation[]>
    /** True when this browser already holds a session: there may be conversations. Reads storage. */
    known(): Promise<boolean>
    /** Opens the socket and fetches the list, if this browser has a session. */
    resume(): Promise<void>
    /** Starts one with its first message; draws at once, sends when it can. */
    start(input: StartInput): Promise<VisitorConversationView>
    /** Opens one that exists; call `close` when it is no longer shown. */
    open(id: string): VisitorConversationView
  }
  /** Closes the socket and lets go of everything. Unsent messages stay stored. */
  close(): void
}

export interface VisitorConversationView extends MessageEdits {
  readonly id: string
  readonly state: Store<ConversationState<VisitorConversation>>
  send(body: string, attachments?: readonly Attachment[]): Promise<void>
  /** Sends a failed message again. */
  retry(cid: string): Promise<void>
  /** Takes a message back that was not sent; its text, for the composer, or null when it is on its way already. */
  discard(cid: string): Promise<string | null>
  /** Text left in the composer, kept over reloads. */
  readonly draft: { get(): Promise<string>; set(text: string): void }
  /** Call on every change of the composer; it sends what is needed and stops by itself. */
  typing(text: string): void
  /** Marks everything up to the newest event as read. */
  read(): void
  /** Call every second or so while it is drawn: whether it is before the customer's eyes. */
  look(looking: boolean): void
  requestPerson(): Promise<void>
  cancelPerson(): Promise<void>
  stopAnswer(): Promise<void>
  end(): Promise<void>
  rate(score: 1 | 2 | 3 | 4 | 5, comment?: string): Promise<void>
  setContact(contact: { name?: string; email?: string }): Promise<void>
  /** Yes or no to what the AI agent asks to do. @throws ApiError `action-decided`, `action-expired` */
  decide(actionId: string, approve: boolean): Promise<void>
  loadEarlier(): Promise<void>
  /** What the visitor sees of it, as a file. */
  transcript(format: 'text' | 'html'): Promise<Blob>
  mailTranscript(email: string): Promise<void>
  close(): void
}
