// Waits for a state in an element test: a busy machine may need seconds for what a fast one does in no time.

import { waitUntil as poll } from '@open-wc/testing'

/** Longer than any chunk takes to arrive, shorter than a test may take, ms. */
const PATIENCE = 8000

export const waitUntil = (predicate: () => unknown, message?: string): Promise<void> =>
  poll(predicate, message, { timeout: PATIENCE })
