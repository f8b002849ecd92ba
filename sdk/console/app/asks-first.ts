// Pages on which something is typed and not saved ask before somebody goes elsewhere, whichever way that is.

export interface Keeper {
  /**
   * Asks, where something would be lost by going there; whoever stays goes nowhere.
   * @param path null to leave the console
   * @param leave what whoever leaves does then
   * @returns whether it asks
   */
  keeps(path: string | null, leave: () => void): boolean
}

export const asksFirst = (root: ParentNode, path: string | null, leave: () => void): boolean =>
  root.querySelector<Element & Partial<Keeper>>('.page > *')?.keeps?.(path, leave) ?? false
