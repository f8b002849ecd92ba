// A phone's five tabs below the list: the views used most, the board, and search.

import { html, nothing } from 'lit'
import type { InboxState } from '../../client/agent-client.api.ts'
import { type ConsoleIcon, consoleIcon } from '../console-icon.ts'
import type { Desk } from '../desk.context.ts'
import { numberFormat } from '../kept-formats.ts'

const TABS = [
  ['mine', 'person'],
  ['waiting', 'waiting'],
  ['drafts', 'pen'],
  ['board', 'board'],
  ['search', 'search'],
] as const satisfies readonly (readonly [string, ConsoleIcon])[]

/** @param path where one is now */
export function phoneTabs(
  path: string,
  counts: InboxState['counts'] | undefined,
  { t, go, locale }: Pick<Desk, 't' | 'go' | 'locale'>,
) {
  const first = path.split(/[/?]/)[1]
  return html`<nav aria-label=${t('rail.label')}>${TABS.map(([tab, icon]) => {
    const count = tab === 'waiting' || tab === 'drafts' ? (counts?.[tab] ?? 0) : 0
    return html`<button type="button" aria-current=${tab === first ? 'page' : nothing} @click=${() => go(`/${tab}`)}>
      <span class="tab-icon">${consoleIcon(icon)}${
        count > 0 ? html`<b class="tabular">${numberFormat(locale).format(count)}</b>` : nothing
      }</span>${t(`tab.${tab}`)}</button>`
  })}</nav>`
}
