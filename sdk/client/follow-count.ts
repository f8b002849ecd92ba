// Which tab follows which conversation on the one socket, so that one tab's leaving does not end another's view.

/** Counts by what passes: `conversation.subscribe` and `conversation.unsubscribe`. */
export function createFollowCount() {
  const tabs = new Map<string, Set<string>>()

  return {
    add(tab: string, id: string): void {
      tabs.set(id, (tabs.get(id) ?? new Set()).add(tab))
    },
    /** True when nobody follows it any more. */
    remove(tab: string, id: string): boolean {
      const followers = tabs.get(id)
      followers?.delete(tab)
      if (followers?.size) return false
      tabs.delete(id)
      return true
    },
    of: (tab: string): string[] => [...tabs].filter(([, followers]) => followers.has(tab)).map(([id]) => id),
    clear: (): void => tabs.clear(),
  }
}
