// The conversation as a model reads it: redacted, harmless, and no longer than it needs.

import type { Turn as ModelTurn } from '../model/language-model.ts'
import type { Asked } from './asked.ts'
import { neutralised } from './neutralise.ts'
import { redact, redactUrl } from './redact.ts'
import { redactTurns } from './redact-turns.ts'

const TURNS = 8
const LONGEST = 4000

/** The model never sees a file, and is told so: their names are all it has of them. */
export function modelTurns({
  turns,
  settings,
  pageUrl,
}: Pick<Asked, 'turns' | 'settings' | 'pageUrl'>): ModelTurn[] {
  const safe = (text: string): string => neutralised(redact(text, settings.redact)).slice(0, LONGEST)
  const page = pageUrl ? safe(redactUrl(pageUrl, settings.redact)) : ''
  const recent = redactTurns(turns, settings.redact).slice(-TURNS)
  return recent.map(({ by, body, files = [] }, at): ModelTurn => {
    const names = files.map((name) => JSON.stringify(safe(name))).join(', ')
    const lines = [
      neutralised(body).slice(0, LONGEST),
      names && `[Attached, and not visible to you: ${names}]`,
    ]
    if (by === 'customer' && at === recent.length - 1 && page) lines.push(`[The page they are on: ${page}]`)
    const content = lines.filter(Boolean).join('\n')
    return by === 'customer' ? { role: 'user', content } : { role: 'assistant', content }
  })
}
