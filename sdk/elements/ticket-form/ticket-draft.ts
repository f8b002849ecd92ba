// What was typed into the form, kept for this tab over a reload. Nothing is touched before something was typed.

export interface TicketDraft {
  name: string
  email: string
  subject: string
  description: string
  department_id: string
}

export const emptyDraft: TicketDraft = {
  name: '',
  email: '',
  subject: '',
  description: '',
  department_id: '',
}

const KEY = 'deskbell-ticket'

/** Blocked or full storage costs the reload-proofness only, so it is never an error. */
export const ticketDraft = {
  read(): TicketDraft {
    try {
      return { ...emptyDraft, ...JSON.parse(sessionStorage.getItem(KEY) ?? '{}') }
    } catch {
      return { ...emptyDraft }
    }
  },
  write(draft: TicketDraft): void {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(draft))
    } catch {
      // The text is still in the form.
    }
  },
  clear(): void {
    try {
      sessionStorage.removeItem(KEY)
    } catch {
      // There was nothing to remove then.
    }
  },
}
