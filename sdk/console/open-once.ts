// A dialog that an element draws is opened when it first stands there, and never again: between its closing and the
// element's end something may still be drawn, and what was closed would come back.

const opened = new WeakSet<HTMLDialogElement>()

/** @returns whether it has been opened by this call */
export function openOnce(element: { renderRoot: ParentNode }): boolean {
  const dialog = element.renderRoot.querySelector('dialog')
  if (!dialog?.isConnected || opened.has(dialog)) return false
  opened.add(dialog)
  dialog.showModal()
  return true
}
