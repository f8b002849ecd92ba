// The customer's clock, whatever the season and wherever the reader sits.

import { expect } from '@open-wc/testing'
import { englishTexts } from '../locales/console-locale.ts'
import { localTime, utcOffset } from './local-time.ts'

const summer = Date.parse('2026-07-01T12:00:00Z')
const winter = Date.parse('2026-01-15T12:00:00Z')
const desk = englishTexts('en')

describe('localTime', () => {
  it('knows summer time, half hours and the other side of Greenwich', () => {
    expect(utcOffset('Europe/Oslo', summer)).to.equal(120)
    expect(utcOffset('Europe/Oslo', winter)).to.equal(60)
    expect(utcOffset('Asia/Kolkata', winter)).to.equal(330)
    expect(utcOffset('America/St_Johns', winter)).to.equal(-210)
    expect(utcOffset('UTC', winter)).to.equal(0)
  })

  it('says how far it is from here, and nothing of a zone there is not', () => {
    expect(localTime('Europe/Oslo', summer, desk, 120)).to.equal('14:00, Oslo')
    expect(localTime('Asia/Kolkata', summer, desk, 120)).to.equal('17:30, Kolkata, 3 h 30 min ahead')
    expect(localTime('America/New_York', summer, desk, 120)).to.equal('08:00, New York, 6 h behind')
    expect(localTime('Fjord/Nowhere', summer, desk, 120)).to.equal('')
  })
})
