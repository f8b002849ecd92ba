// What Tab stops at inside a view, through its shadow roots, in order.

const FOCUSABLE = 'a[href], button, input, textarea, select, [tabindex]'

export function tabStops(within: ParentNode | null): HTMLElement[] {
  if (!within) return []
  const stops: HTMLElement[] = []
  const root = (within as Element).shadowRoot ?? within
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.shadowRoot) stops.push(...tabStops(element))
    else if (element.matches(FOCUSABLE) && element.tabIndex >= 0 && !element.matches(':disabled')) {
      if (element.checkVisibility()) stops.push(element)
    }
  }
  return stops
}
