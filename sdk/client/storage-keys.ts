// Under which keys the client keeps what it keeps.

export const SESSION_KEY = 'session'
/** Followed by the cid, so that the outbox reads in the order written. */
export const OUTBOX_PREFIX = 'outbox:'
/** Followed by the conversation's id. */
export const DRAFT_PREFIX = 'draft:'
