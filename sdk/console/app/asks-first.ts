// Pages on which something is typed and not saved ask before somebody goes elsewhere, whichever way that is.

interface Page extends Element {
  /** Asks, where something would be lost by going there. @returns whether it asks */
  keeps?(path: string): boolean
}

/** @param path where somebody wants to go; whoever stays goes nowhere, whoever leaves goes there then */
export const asksFirst = (root: ParentNode, path: string): boolean =>
  root.querySelector<Page>('.page > *')?.keeps?.(path) ?? false
