// Puts a box of the top layer beside what opened it, wherever there is room. CSSOM only: no style attribute.

const GAP = 4
const EDGE = 8

export function placeBeside(box: HTMLElement, anchor: Element | null): void {
  // A phone's comes from below; its styles place it.
  if (!anchor || matchMedia('(max-width: 479.98px)').matches) {
    box.style.removeProperty('top')
    box.style.removeProperty('left')
    return
  }
  const at = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const isRtl = getComputedStyle(box).direction === 'rtl'
  const below = at.bottom + GAP
  const top = below + height + EDGE <= innerHeight ? below : Math.max(EDGE, at.top - GAP - height)
  // From the edge where there is room for it, beginning with the one reading begins at.
  const start = isRtl ? at.right - width : at.left
  const left = Math.min(Math.max(EDGE, start), innerWidth - width - EDGE)
  box.style.setProperty('top', `${top}px`)
  box.style.setProperty('left', `${left}px`)
}
