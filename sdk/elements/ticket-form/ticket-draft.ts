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

/** Blocked or full storage costs the reload-proofness only, so it is never an error. */
export const ticketDraft = (site: string) => {
  const key = `deskbell-ticket-${site}`
  return {
    read(): TicketDraft {
      try {
        return { ...emptyDraft, ...JSON.parse(sessionStorage.getItem(key) ?? '{}') }
      } catch {
        return { ...emptyDraft }
      }
    },
    write(draft: TicketDraft): void {
      try {
        sessionStorage.setItem(key, JSON.stringify(draft))
      } catch {
        // The text is still in the form.
      }
    },
    clear(): void {
      try {
        sessionStorage.removeItem(key)
      } catch {
        // There was nothing to remove then.
      }
    },
  }
}
