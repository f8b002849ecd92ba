// A conversation that went into this one, folded to one line under the event that says so. Draws; its owner acts.

import { html, nothing, type TemplateResult } from 'lit'
import type { LogEventOf } from '../../protocol/event.ts'
import { consoleIcon } from '../console-icon.ts'
import type { LogItem } from './log-item.ts'
import { logItems } from './log-item.ts'
import type { LineContext } from './thread-line.ts'

export function mergedFold(
  { data }: LogEventOf<'conversation.merged'>,
  context: LineContext,
  draw: (item: LogItem, context: LineContext) => TemplateResult | typeof nothing,
) {
  const { other, direction, merged } = data
  const count = context.merged.get(other.id)
  // Only of what is still part of it, and there where it went.
  if (direction !== 'from' || !merged || count === undefined) return nothing
  const { t, now } = context.desk
  const { open, events, failed } = context.fold(other.id)
  return html`<div class="fold">
    <button class="more-toggle" type="button" aria-expanded=${open} @click=${() => context.toggleFold(other.id)}
      >${consoleIcon(open ? 'down' : 'chevron')}${t('merged.messages', { n: count, reference: other.reference })}</button>
    ${failed ? html`<p class="state failed" role="alert">${t('merged.failed')}</p>` : nothing}
    ${
      open && events
        ? html`<div class="folded" role="group" aria-label=${other.reference}>${logItems(events, {
            now: now(),
          }).map((item) =>
            draw(item, { ...context, events, tools: () => nothing, chosen: null, merged: new Map() }),
          )}</div>`
        : nothing
    }
  </div>`
}
