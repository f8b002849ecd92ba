// Every problem Deskbell can answer with: code → HTTP status and title. The one list for HTTP, sockets and jobs.

export const PROBLEMS = {
  'invalid-request': { status: 422, title: 'The request is not in the expected form' },
  'malformed-json': { status: 400, title: 'The body is not valid JSON' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'This content type is not accepted' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This method is not allowed here' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  'origin-not-allowed': { status: 403, title: 'This origin is not on the list of the site' },
  'site-not-found': { status: 404, title: 'No site has this key' },
  'quota-exceeded': { status: 429, title: 'Too many requests' },
  'conversation-not-found': { status: 404, title: 'No such conversation' },
  'conversation-closed': { status: 409, title: 'The conversation is closed' },
  'conversation-taken': { status: 409, title: 'Somebody else has taken the conversation' },
  'message-not-found': { status: 404, title: 'No such message' },
  'message-deleted': { status: 410, title: 'The message is deleted' },
  'message-unchanged': { status: 409, title: 'The message has this text already' },
  'edit-too-late': { status: 409, title: 'The message can no longer be changed' },
  'transition-refused': { status: 409, title: 'The conversation cannot go there from its present state' },
  'stale-assignment': { status: 409, title: 'The conversation has changed hands since' },
  'cid-reused': { status: 422, title: 'This client id was used for another command' },
  'agent-not-found': { status: 404, title: 'No such agent' },
  'department-not-found': { status: 404, title: 'No such department' },
  'article-not-found': { status: 404, title: 'No such article' },
  'ticket-not-found': { status: 404, title: 'No ticket matches this reference and e-mail' },
  'not-rateable': { status: 409, title: 'The conversation can be rated once it has ended' },
  'login-failed': { status: 401, title: 'The e-mail or the password is wrong' },
  'link-used': { status: 410, title: 'This link has been used or has run out' },
  'unknown-command': { status: 400, title: 'No command has this name' },
  'not-subscribed': { status: 409, title: 'Subscribe to the conversation first' },
  'hello-expected': { status: 401, title: 'The first frame must be hello' },
  'too-many-sockets': { status: 429, title: 'Too many open sockets' },
  busy: { status: 503, title: 'The server is busy, try again shortly' },
  unavailable: { status: 503, title: 'A part of the server does not answer at the moment' },
  internal: { status: 500, title: 'Something went wrong on the server' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof PROBLEMS

/** Codes after which the same request may succeed if sent again later. */
export const RETRYABLE: ReadonlySet<ProblemCode> = new Set([
  'quota-exceeded',
  'busy',
  'unavailable',
  'internal',
])
