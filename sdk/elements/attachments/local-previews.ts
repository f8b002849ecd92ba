// Pictures that were sent from this page, so that they need not be fetched to be shown in it. Of the last few only.

const MOST = 20
const kept = new Map<string, string>()

/** Takes the address over: it is let go of when it is no longer kept here. */
export function keepPreview(id: string, url: string): void {
  kept.set(id, url)
  for (const [oldest, address] of kept) {
    if (kept.size <= MOST) break
    kept.delete(oldest)
    URL.revokeObjectURL(address)
  }
}

export const previewOf = (id: string): string | undefined => kept.get(id)
