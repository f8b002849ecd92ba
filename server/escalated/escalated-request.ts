// What a request of Escalated's widget tells besides its body: the visitor's language, and the page it comes from.

import type { Request, Response } from 'express'
import type { ConversationRow } from '../conversations/conversation-row.ts'
import { Problem } from '../platform/problem.ts'
import type { Site } from '../sites/site.service.ts'

/** The site as the CORS middleware found it. */
export const siteHere = (response: Response): Site => response.locals.site as Site

/** The browser's, as the widget does not say. */
export function localeOf(request: Request): string | null {
  const [first = '*'] = request.acceptsLanguages()
  return first === '*' ? null : first.slice(0, 35)
}

/** The page, as far as the browser tells: across origins mostly its origin alone. */
export function pageOf(request: Request): ConversationRow['page'] {
  const url = request.get('referer')
  return url && url.length <= 2000 && URL.canParse(url) ? { url, title: '' } : null
}

/** @throws Problem `forbidden`: the owner has switched this part off */
export function demand(isOn: boolean, detail: string): void {
  if (!isOn) throw new Problem('forbidden', detail)
}
