// What can be picked: the times something is put off to.

import { expect } from '@open-wc/testing'
import type { ConsoleTranslate } from '../desk.context.ts'
import { englishTexts } from '../locales/console-locale.ts'
import { snoozeChoices } from './picker-choices.ts'

const t: ConsoleTranslate = englishTexts().t

/** By this device's clock: the 19th of November 2026 is a Thursday. */
const offered = (date: number, hour: number): string[] =>
  snoozeChoices(new Date(2026, 10, date, hour, 30).getTime(), 'en-GB', t).map(
    ({ label, hint }) => `${label}, ${hint}`,
  )

describe('what something is put off to', () => {
  it('is an hour, this evening, tomorrow, Monday or a week', () => {
    expect(offered(19, 14)).to.deep.equal([
      'In an hour, Thu 15:30',
      'Later today, Thu 18:00',
      'Tomorrow, Fri 09:00',
      'Monday, Mon 09:00',
      'In a week, Thu 09:00',
    ])
  })

  it('is not "later today" where that would be tomorrow', () => {
    expect(offered(19, 20)).to.include('Later today, Thu 23:30')
    expect(offered(19, 21).join()).not.to.contain('Later today')
  })

  it('is no time twice, by two names', () => {
    const [sunday, monday] = [offered(22, 14), offered(23, 14)]
    expect(sunday.filter((each) => each.endsWith('Mon 09:00'))).to.deep.equal(['Tomorrow, Mon 09:00'])
    expect(monday.filter((each) => each.endsWith('Mon 09:00'))).to.deep.equal(['Monday, Mon 09:00'])
  })
})
