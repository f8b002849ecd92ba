// Whether the customer looks, in words and as the dot at their mark. Announced to nobody: it comes and goes.

import { html, nothing } from 'lit'
import type { AttentionChange } from '../../protocol/visit.ts'
import { clockTime, dayAndMonth, daysAgo } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'

type Seen = Pick<AttentionChange, 'attention' | 'since'>

/** Empty while nobody knows. */
export function attentionWords(
  seen: Seen | undefined,
  { t, locale, now }: Pick<Desk, 't' | 'locale' | 'now'>,
): string {
  if (!seen) return ''
  if (seen.attention !== 'gone') return t(seen.attention === 'reading' ? 'customer.reading' : 'customer.here')
  if (!seen.since) return t('customer.not_here')
  const today = daysAgo(seen.since, now()) <= 0
  return t('customer.left', { time: (today ? clockTime : dayAndMonth)(seen.since, locale) })
}

export const attentionDot = (seen: Seen | undefined) =>
  seen && seen.attention !== 'gone' ? html`<span class="presence ${seen.attention}"></span>` : nothing
