// What a customer thinks of how it went.

export type Score = 1 | 2 | 3 | 4 | 5

/** Gives a rating. */
export class RateEvent extends Event {
  readonly score: Score
  readonly comment: string

  constructor(score: Score, comment: string) {
    super('deskbell-rate')
    this.score = score
    this.comment = comment
  }
}

/** Wants what was said as a file. */
export class TranscriptEvent extends Event {
  constructor() {
    super('deskbell-transcript')
  }
}
