// Times as the console writes them.

import { expect } from '@open-wc/testing'
import { age, clockTime, daysAgo, duration, elapsed } from './console-time.ts'
import { at, fakeNow } from './demo/fake-desk.ts'
import type { ConsoleTranslate } from './desk.context.ts'
import { englishTexts } from './locales/console-locale.ts'

const t: ConsoleTranslate = englishTexts().t
const now = fakeNow()

describe('console-time', () => {
  it('says now, then minutes, then hours', () => {
    expect(elapsed(at(14, 7, 30), now, t)).to.equal('now')
    expect(elapsed(at(14, 2), now, t)).to.equal('6 min')
    expect(elapsed(at(12, 50), now, t)).to.equal('1 h')
  })

  it('says now for a time ahead of the clock', () => {
    expect(elapsed(at(14, 9), now, t)).to.equal('now')
  })

  it('names yesterday, and dates what is older', () => {
    expect(age(at(23, 59, 0, 19), now, t, 'en-GB')).to.equal('Yesterday')
    expect(age(at(9, 0, 0, 4), now, t, 'en-GB')).to.equal('4 Nov')
  })

  it('counts calendar days, not stretches of 24 hours', () => {
    expect(daysAgo(at(23, 59, 0, 19), Date.parse(at(0, 1)))).to.equal(1)
    expect(daysAgo(at(0, 1), Date.parse(at(23, 59)))).to.equal(0)
  })

  it('writes durations with at most two units', () => {
    expect(duration(9, t)).to.equal('9 s')
    expect(duration(72, t)).to.equal('1 min 12 s')
    expect(duration(120, t)).to.equal('2 min')
    expect(duration(3660, t)).to.equal('1 h 1 min')
  })

  it('writes clock times with 24 hours', () => {
    expect(clockTime(at(14, 5), 'en-US')).to.equal('14:05')
    expect(clockTime(at(0, 5), 'en-US')).to.equal('00:05')
  })
})
