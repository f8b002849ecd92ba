// Under which names the client keeps what it keeps.

export const SESSION_KEY = 'session'
/** Whom the session is of, where the page has said so. */
export const IDENTITY_KEY = 'identity'
/** Followed by the cid, so that the outbox reads in the order written. */
export const OUTBOX_PREFIX = 'outbox:'
/** Followed by the conversation's id. */
export const DRAFT_PREFIX = 'draft:'
/** What the visitor has set for themselves. */
export const PREFERENCES_KEY = 'preferences'
/** The draft of a chat not begun yet. */
export const NEW_DRAFT_KEY = `${DRAFT_PREFIX}new`
