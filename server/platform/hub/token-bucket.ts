// A bucket that fills steadily and is emptied by the piece: so many a second, so many at once.

export interface Rate {
  perSecond: number
  burst: number
}

/** Two numbers, since every socket has one. */
export class TokenBucket {
  private tokens: number
  private at: number

  constructor({ burst }: Rate, now: number) {
    this.tokens = burst
    this.at = now
  }

  /** True while there is a token; takes it. Times in milliseconds. */
  take({ perSecond, burst }: Rate, now: number): boolean {
    // A clock that was set back must not empty the bucket.
    this.tokens = Math.min(burst, this.tokens + (Math.max(0, now - this.at) * perSecond) / 1000)
    this.at = now
    if (this.tokens < 1) return false
    this.tokens -= 1
    return true
  }
}
