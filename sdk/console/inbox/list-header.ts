// The head of the list: what is listed, its order, its filter; or, while rows are chosen, what can be done with them.

import { html, nothing } from 'lit'
import type { InboxState } from '../../client/agent-client.api.ts'
import { mark } from '../../elements/mark/mark.ts'
import { consoleIcon } from '../console-icon.ts'
import type { Desk } from '../desk.context.ts'
import type { ChooseEvent, MenuItem } from '../menu/console-menu.ts'
import { ShowViewEvent } from '../rail/console-rail.ts'
import { chooseSelf, selfMenu } from '../rail/self-menu.ts'
import { NarrowEvent } from './inbox-list.events.ts'
import type { InboxList } from './inbox-list.ts'
import { SORTS } from './inbox-sort.ts'
import { VIEWS, viewIcon } from './inbox-view.ts'
import { placeName } from './list-place.ts'

/** Of a sort menu: the order the view has by itself. */
const OWN = 'own'

export function listHeader(list: InboxList, inbox: InboxState, desk: Desk) {
  const { t, client } = desk
  if (list.selection.ids.size > 0)
    return html`<header class="acting"><deskbell-bulk-bar class="grow" .list=${list} .count=${list.selection.ids.size}></deskbell-bulk-bar></header>`
  const gone = inbox.phase === 'gone'
  const saved = client.views.state.get()
  const title = gone
    ? t('saved.title')
    : placeName(list.place, { saved, departments: client.departments.get(), t })
  return html`<header>
    ${list.phone ? phoneTitle(list, inbox, title, desk) : html`<h1 class="grow cut">${title}</h1>`}
    ${list.phone || gone ? nothing : sortMenu(inbox, desk)}
    ${gone ? nothing : html`<deskbell-filter-button .inbox=${inbox} .place=${list.place}></deskbell-filter-button>`}
    ${list.phone ? html`<deskbell-bell></deskbell-bell>${self(list, desk)}` : nothing}
  </header>`
}

function sortMenu({ query }: InboxState, { t }: Desk) {
  const items: MenuItem[] = [
    { id: OWN, label: t('sort.own'), checked: query.sort === undefined },
    ...SORTS.map((sort, index) => ({
      id: sort,
      label: t(`sort.${sort}`),
      checked: query.sort === sort,
      apart: index === 0,
    })),
  ]
  const choose = (event: ChooseEvent): void => {
    const sort = event.id === OWN ? undefined : (event.id as (typeof SORTS)[number])
    event.target!.dispatchEvent(new NarrowEvent(query.filter ?? {}, sort))
  }
  return html`<deskbell-console-menu class="tool" place="end" .items=${items} .label=${t('sort.label')}
    @deskbell-choose=${choose}>${consoleIcon('sort')}</deskbell-console-menu>`
}

/** On a phone the tabs have no room for every view: the title opens the others. */
function phoneTitle(list: InboxList, inbox: InboxState, title: string, { t }: Desk) {
  const views: MenuItem[] = VIEWS.map((view) => ({
    id: view,
    label: t(`view.${view}`),
    icon: viewIcon[view],
    count: inbox.counts[view],
    checked: list.place.kind === 'view' && view === list.place.view,
  }))
  const choose = ({ id }: ChooseEvent): void =>
    void list.dispatchEvent(new ShowViewEvent(id as InboxState['view']))
  return html`<h1 class="grow"><deskbell-console-menu class="views" .items=${views} .label=${t('rail.views')}
    @deskbell-choose=${choose}><span class="cut">${title}</span>${consoleIcon('down')}</deskbell-console-menu></h1>`
}

function self(list: InboxList, desk: Desk) {
  const { t, client } = desk
  const me = client.me.get()?.agent
  if (!me) return nothing
  return html`<deskbell-console-menu class="self" place="end" .items=${selfMenu(me, t)} .label=${t('me.menu')}
      @deskbell-choose=${(event: ChooseEvent) => chooseSelf(list, desk, event.id)}>
    <span class="face">${mark(me, 32)}<span class="presence ${me.availability}"></span></span>
    <span class="hidden-text">${me.name}, ${t(`availability.${me.availability}`)}</span>
  </deskbell-console-menu>`
}
