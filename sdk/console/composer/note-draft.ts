// A half-written note, kept for this tab and this agent only: the client's draft is for the reply, and the two must
// never mix; nor must two agents' who sign in here one after the other.

const key = (agentId: string, conversationId: string): string => `deskbell:note:${agentId}:${conversationId}`

export function readNoteDraft(agentId: string, conversationId: string): string {
  try {
    return sessionStorage.getItem(key(agentId, conversationId)) ?? ''
  } catch {
    return ''
  }
}

export function writeNoteDraft(agentId: string, conversationId: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key(agentId, conversationId), text)
    else sessionStorage.removeItem(key(agentId, conversationId))
  } catch {
    // Blocked storage costs only the draft over a reload.
  }
}
