// What stands where no row does: grey blocks for a moment, what failed, what an empty list means, and the end of one.

import { html, nothing } from 'lit'
import type { InboxState } from '../../client/agent-client.api.ts'
import type { InboxView } from '../../protocol/conversation.ts'
import type { Desk } from '../desk.context.ts'
import type { ConsoleKey } from '../locales/console-texts.ts'
import { NarrowEvent } from './inbox-list.events.ts'
import type { ListPlace } from './list-place.ts'

const way = (path: string, name: string, { t, go }: Desk) =>
  html`<button class="button" type="button" @click=${() => go(path)}>${t('go.to', { name })}</button>`
const leadTo = (view: InboxView, desk: Desk) => way(`/${view}`, desk.t(`view.${view}`), desk)

export function emptyList(inbox: InboxState, place: ListPlace, desk: Desk) {
  const { client, t } = desk
  if (inbox.phase === 'loading')
    return html`<div class="blocks" aria-hidden="true"><i></i><i></i><i></i></div>`
  if (inbox.phase === 'failed') {
    const again = (): void => void client.inbox.show(inbox.query).catch(() => {})
    return html`<div class="empty" role="alert"><h2>${t('list.failed')}</h2><p>${t('list.failed.detail')}</p>
      <button class="button" type="button" @click=${again}>${t('app.again')}</button></div>`
  }
  if (inbox.phase === 'gone')
    return html`<div class="empty" role="alert"><h2>${t('saved.gone')}</h2><p>${t('saved.gone.detail')}</p>${(['mine', 'open'] as const).map((view) => leadTo(view, desk))}</div>`
  const narrowed = place.kind === 'view' && inbox.query.filter && Object.keys(inbox.query.filter).length > 0
  const key = (
    narrowed
      ? 'list.filtered.empty'
      : place.kind === 'team'
        ? 'team.empty'
        : place.kind === 'saved'
          ? 'saved.empty'
          : `empty.${inbox.view}`
  ) as ConsoleKey
  const clear = (event: Event): void =>
    void event.target!.dispatchEvent(new NarrowEvent({}, inbox.query.sort))
  const next = inbox.view === 'mine' && inbox.counts.waiting > 0 ? 'waiting' : 'open'
  // On a desk's first day there is nothing anywhere, but a tag to be put into a page.
  const { role } = client.me.get()?.agent ?? {}
  const isFirst = role && role !== 'agent' && Object.values(inbox.counts).every((count) => count === 0)
  const elsewhere = !narrowed && inbox.view !== next && inbox.counts[next] > 0
  return html`<div class="empty"><h2>${t(key)}</h2><p>${t(`${key}.detail` as ConsoleKey)}</p>
    ${elsewhere ? leadTo(next, desk) : ''}
    ${isFirst && !narrowed ? way('/settings/site', t('rail.settings'), desk) : ''}
    ${narrowed ? html`<button class="button" type="button" @click=${clear}>${t('filter.clear')}</button>` : ''}</div>`
}

/** Below the last row that is there: more is on its way, or did not come. */
export function listEnd(failed: boolean, hasMore: boolean, more: () => void, { t }: Desk) {
  if (failed) return html`<button class="button more" type="button" @click=${more}>${t('list.more')}</button>`
  return hasMore ? html`<p class="hidden-text" role="status">${t('list.loading_more')}</p>` : nothing
}
