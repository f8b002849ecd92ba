// A half-written note, kept for this tab only: the client's draft is for the reply, and the two must never mix.

const key = (conversationId: string): string => `deskbell:note:${conversationId}`

export function readNoteDraft(conversationId: string): string {
  try {
    return sessionStorage.getItem(key(conversationId)) ?? ''
  } catch {
    return ''
  }
}

export function writeNoteDraft(conversationId: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key(conversationId), text)
    else sessionStorage.removeItem(key(conversationId))
  } catch {
    // Blocked storage costs only the draft over a reload.
  }
}
