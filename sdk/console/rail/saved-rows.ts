// Saved views in the rail: where they lead, and the menu that renames, shares, moves and deletes them.

import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { SavedView, WriteSavedView } from '../../protocol/triage.ts'
import { consoleIcon } from '../console-icon.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import type { Desk } from '../desk.context.ts'
import type { ChooseEvent, MenuItem } from '../menu/console-menu.ts'
import { railRow } from './rail-row.ts'

interface SavedRows {
  views: readonly SavedView[]
  /** Those of them that have a row. */
  shown: readonly SavedView[]
  counts: Readonly<Record<string, number>>
  path: string
  /** The view whose name is being written. */
  renaming: string | null
  rename: (id: string | null) => void
  desk: Desk
}

const writable = ({ name, shared, filter, sort, position }: SavedView): WriteSavedView => ({
  name,
  shared,
  filter,
  sort,
  position,
})

export function savedRows(rows: SavedRows) {
  const { shown, counts, path, renaming, desk } = rows
  return repeat(
    shown,
    ({ id }) => id,
    (view) =>
      view.id === renaming
        ? nameField(view, rows)
        : railRow(
            {
              path: `/saved/${view.id}`,
              label: view.name,
              icon: consoleIcon('filter'),
              count: counts[view.id],
              active: path.startsWith(`/saved/${view.id}`),
              tool: menu(view, rows),
            },
            desk,
          ),
  )
}

function nameField(view: SavedView, { rename, desk }: SavedRows) {
  const done = (event: Event): void => {
    const name = (event.target as HTMLInputElement).value.trim()
    rename(null)
    if (name && name !== view.name) save(desk, { ...view, name })
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') (event.target as HTMLInputElement).blur()
    else if (event.key === 'Escape') {
      event.stopPropagation()
      ;(event.target as HTMLInputElement).value = view.name
      ;(event.target as HTMLInputElement).blur()
    }
  }
  return html`<li><input class="rename" type="text" maxlength="60" .value=${view.name}
    aria-label=${desk.t('filter.name')} @blur=${done} @keydown=${key}></li>`
}

function menu(view: SavedView, rows: SavedRows) {
  const { desk, views } = rows
  const { t, client } = desk
  const me = client.me.get()?.agent
  // What is shared, its maker and those who run the desk may change; what is one's own is nobody else's.
  if (view.owner_id !== me?.id && me?.role === 'agent') return nothing
  const at = views.indexOf(view)
  const items: MenuItem[] = [
    { id: 'rename', label: t('saved.rename'), icon: 'pen' },
    {
      id: 'share',
      label: t(view.shared ? 'saved.unshare' : 'saved.share'),
      icon: view.shared ? 'lock' : 'people',
    },
    ...(at > 0 ? [{ id: 'up', label: t('saved.up'), apart: true }] : []),
    ...(at < views.length - 1 ? [{ id: 'down', label: t('saved.down'), apart: at === 0 }] : []),
    { id: 'delete', label: t('saved.delete'), icon: 'close', apart: true },
  ]
  const choose = ({ id }: ChooseEvent): void => {
    if (id === 'rename') rows.rename(view.id)
    else if (id === 'share') save(desk, { ...view, shared: !view.shared })
    else if (id === 'delete') remove(rows, view)
    else reorder(desk, views, at, id === 'up' ? at - 1 : at + 1)
  }
  return html`<deskbell-console-menu class="tool" place="end" .items=${items} .label=${t('saved.menu', { name: view.name })}
    @deskbell-choose=${choose}>${consoleIcon('more')}</deskbell-console-menu>`
}

function save({ client, undo, t }: Desk, view: SavedView): void {
  client.views
    .save(writable(view), view.id)
    .catch((error: unknown) =>
      undo.fail({ what: view.name || t('saved.rename'), reason: reasonOf(error, t) }),
    )
}

function remove({ desk: { client, undo, t, go }, path }: SavedRows, view: SavedView): void {
  const what = t('saved.deleted', { name: view.name })
  client.views.remove(view.id).then(
    () => {
      undo.offer({
        label: what,
        // It comes back as another view of the same name, filter and place.
        undo: async () => go(`/saved/${(await client.views.save(writable(view))).id}`),
      })
      if (path.startsWith(`/saved/${view.id}`)) go('/mine')
    },
    (error: unknown) => undo.fail({ what: t('saved.delete'), reason: reasonOf(error, t) }),
  )
}

/** Positions are numbered anew, so that two that were alike part. */
function reorder(desk: Desk, views: readonly SavedView[], from: number, to: number): void {
  const order = [...views]
  order.splice(to, 0, ...order.splice(from, 1))
  order.forEach((view, position) => {
    if (view.position !== position) save(desk, { ...view, position })
  })
}
