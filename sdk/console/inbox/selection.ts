// Which rows are chosen to be acted on together. Values, never changed in place.

export interface Selection {
  readonly ids: ReadonlySet<string>
  /** All that the list finds, also what is not loaded. */
  readonly all: boolean
  /** Where a range begins: the row chosen last. */
  readonly anchor: string | null
}

export const noSelection: Selection = { ids: new Set(), all: false, anchor: null }

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, all: false, anchor: id }
}

/** Adds everything from the row chosen last to this one. */
export function extended(selection: Selection, id: string, order: readonly string[]): Selection {
  const to = order.indexOf(id)
  const from = selection.anchor === null ? to : order.indexOf(selection.anchor)
  if (to < 0 || from < 0) return toggled(selection, id)
  const [first, last] = from < to ? [from, to] : [to, from]
  const ids = new Set([...selection.ids, ...order.slice(first, last + 1)])
  return { ids, all: false, anchor: selection.anchor ?? id }
}

export const everything = (order: readonly string[]): Selection => ({
  ids: new Set(order),
  all: false,
  anchor: order[0] ?? null,
})

/** Without those that have left the list; the same value when none has. */
export function pruned(selection: Selection, has: (id: string) => boolean): Selection {
  const left = [...selection.ids].filter(has)
  return left.length === selection.ids.size ? selection : { ...selection, ids: new Set(left) }
}
