// Every rate limit, once: how many, in how long, counted by what. Numbers only; who enforces them is elsewhere.

export interface RatePolicy {
  /** As the `RateLimit` headers call it. */
  label: string
  points: number
  seconds: number
  /** What the key must be; callers pass it, so this is for the reader. */
  by: 'ip' | 'ip+site' | 'visitor' | 'account' | 'agent' | 'address' | 'ip+address'
  /** A second, short window: what may come at once. Not shown in headers. */
  burst?: { points: number; seconds: number }
  /** Rare and worth guarding: counted over all nodes even where that takes a statement in the database. */
  shared?: boolean
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const RATE_POLICIES = {
  /** Widget settings: once a page view, cached by the browser. */
  load: { label: 'load', points: 200, seconds: HOUR, by: 'ip' },
  /** Opening a visitor session. */
  session: { label: 'session', points: 60, seconds: HOUR, by: 'ip+site', shared: true },
  search: { label: 'search', points: 60, seconds: MINUTE, by: 'ip+site' },
  article: { label: 'article', points: 120, seconds: MINUTE, by: 'ip+site' },
  /** Pages of the help centre, which crawlers read too. */
  help: { label: 'help', points: 600, seconds: MINUTE, by: 'ip' },
  feedback: { label: 'feedback', points: 30, seconds: HOUR, by: 'ip+site' },
  /** Votes on one article that teach search what was looked for; the others are only counted. */
  teaching: { label: 'teaching', points: 1, seconds: DAY, by: 'ip+site' },
  /** Starting a chat or sending the ticket form: both of these. */
  conversation: { label: 'conv', points: 5, seconds: 10 * MINUTE, by: 'visitor', shared: true },
  conversationSite: { label: 'conv-site', points: 30, seconds: MINUTE, by: 'ip+site', shared: true },
  message: {
    label: 'msg',
    points: 60,
    seconds: MINUTE,
    by: 'visitor',
    burst: { points: 10, seconds: 1 },
  },
  /** Reading, typing and marks over REST, where no socket bounds them; polling takes 15 to 60. */
  poll: { label: 'poll', points: 240, seconds: MINUTE, by: 'visitor' },
  /** What the page tells of its visitor. */
  page: { label: 'page', points: 60, seconds: MINUTE, by: 'visitor' },
  /** Looks at the status view that found nothing. */
  statusMiss: { label: 'status', points: 10, seconds: HOUR, by: 'ip+site', shared: true },
  /** Codes asked for an address: from one place, and in all. */
  code: { label: 'code', points: 3, seconds: HOUR, by: 'ip+address', shared: true },
  codeMailbox: { label: 'code-mailbox', points: 10, seconds: HOUR, by: 'address', shared: true },
  /** Clients that poll instead of holding a socket. */
  escalated: { label: 'widget', points: 60, seconds: MINUTE, by: 'ip+site' },
  escalatedOpen: { label: 'open', points: 5, seconds: MINUTE, by: 'ip+site', shared: true },
  escalatedMessage: { label: 'msg', points: 30, seconds: MINUTE, by: 'visitor' },
  upload: { label: 'upload', points: 20, seconds: HOUR, by: 'visitor', shared: true },
  /** Files put and fetched, by whoever holds a ticket or a signed address: an office looks from one address. */
  files: { label: 'files', points: 1200, seconds: MINUTE, by: 'ip' },
  /** Counted in bytes. */
  uploadBytes: { label: 'upload-bytes', points: 100 * 1024 * 1024, seconds: DAY, by: 'visitor' },
  /** Identity tokens: refused ones by address, good ones by customer. */
  identify: { label: 'identify', points: 60, seconds: HOUR, by: 'ip+site', shared: true },
  /** Downloads; each reads the whole log. */
  transcriptFile: { label: 'transcript-file', points: 20, seconds: HOUR, by: 'visitor' },
  transcript: { label: 'transcript', points: 5, seconds: HOUR, by: 'visitor', shared: true },
  /** Turns of the AI agent. */
  assistant: { label: 'ai', points: 20, seconds: HOUR, by: 'visitor', shared: true },
  login: { label: 'login', points: 5, seconds: 15 * MINUTE, by: 'account', shared: true },
  loginIp: { label: 'login-ip', points: 20, seconds: 15 * MINUTE, by: 'ip', shared: true },
  /** Exchanging host tokens. */
  hostToken: { label: 'host-token', points: 60, seconds: MINUTE, by: 'ip' },
  reset: { label: 'reset', points: 3, seconds: HOUR, by: 'account', shared: true },
  /** What an agent asks of the copilot: each may ask a model. */
  copilot: { label: 'copilot', points: 30, seconds: MINUTE, by: 'agent' },
  /** The team's search, asked anew while somebody types. */
  teamSearch: {
    label: 'team-search',
    points: 120,
    seconds: MINUTE,
    by: 'agent',
    burst: { points: 15, seconds: 1 },
  },
  /** The live board, which counts much. */
  board: { label: 'board', points: 60, seconds: MINUTE, by: 'agent', burst: { points: 8, seconds: 1 } },
  /** An agent's own bell. */
  bell: { label: 'bell', points: 240, seconds: MINUTE, by: 'agent', burst: { points: 30, seconds: 1 } },
  /** All articles as one file. */
  export: { label: 'export', points: 10, seconds: 10 * MINUTE, by: 'agent' },
  /** Agents and API keys. */
  api: { label: 'api', points: 600, seconds: MINUTE, by: 'agent' },
  autoReply: { label: 'auto-reply', points: 1, seconds: DAY, by: 'address', shared: true },
} as const satisfies Record<string, RatePolicy>

export type RatePolicyName = keyof typeof RATE_POLICIES
