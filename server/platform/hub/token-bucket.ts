// A bucket that fills steadily and is emptied by the piece: so many a second, so many at once.

export interface TokenBucketOptions {
  perSecond: number
  burst: number
  /** Milliseconds. */
  clock: () => number
}

/** Returns `take`: true while there is a token. */
export function createTokenBucket({ perSecond, burst, clock }: TokenBucketOptions): () => boolean {
  let tokens = burst
  let at = clock()
  return function take() {
    const now = clock()
    // A clock that was set back must not empty the bucket.
    tokens = Math.min(burst, tokens + (Math.max(0, now - at) * perSecond) / 1000)
    at = now
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}
