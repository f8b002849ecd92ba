// What was done is taken back newest first, done again, and what fails is said.

import { expect } from '@open-wc/testing'
import { createDeskUndo } from './desk-undo.ts'

function stage() {
  const log: string[] = []
  const undo = createDeskUndo({ reason: (error) => (error as Error).message })
  const offer = (label: string): void =>
    undo.offer({
      label,
      undo: async () => void log.push(`-${label}`),
      redo: async () => void log.push(`+${label}`),
    })
  return { undo, log, offer }
}

describe('undo', () => {
  it('takes back the newest first and does it again', async () => {
    const { undo, log, offer } = stage()
    offer('a')
    offer('b')
    await undo.undo()
    await undo.undo()
    await undo.redo()
    expect(log).to.deep.equal(['-b', '-a', '+a'])
    expect(undo.line.get()).to.deep.equal({ kind: 'done', what: 'a' })
    expect(undo.next().redo?.label).to.equal('b')
  })

  it('forgets what was taken back once something else is done', async () => {
    const { undo, log, offer } = stage()
    offer('a')
    await undo.undo()
    offer('b')
    await undo.redo()
    expect(log).to.deep.equal(['-a'])
  })

  it('still takes back what its line no longer shows, up to twenty', async () => {
    const { undo, log, offer } = stage()
    for (let n = 1; n <= 25; n++) offer(String(n))
    undo.dismiss()
    for (let n = 1; n <= 25; n++) await undo.undo()
    expect(log).to.have.length(20)
    expect(log.at(-1)).to.equal('-6')
  })

  it('says what it could not take back, and does not offer it again', async () => {
    const { undo } = stage()
    undo.offer({ label: 'a', undo: () => Promise.reject(new Error('too late')) })
    await undo.undo()
    expect(undo.line.get()).to.deep.equal({ kind: 'undo-failed', what: 'a', reason: 'too late' })
    expect(undo.next().undo).to.equal(undefined)
  })

  it('waits for one step before the next', async () => {
    const { undo, log } = stage()
    const ends: (() => void)[] = []
    for (const label of ['a', 'b'])
      undo.offer({ label, undo: () => new Promise((resolve) => ends.push(() => resolve(log.push(label)))) })
    const both = [undo.undo(), undo.undo()]
    await Promise.resolve()
    await Promise.resolve()
    expect(ends).to.have.length(1)
    ends[0]!()
    await both[0]
    await Promise.resolve()
    ends[1]!()
    await both[1]
    expect(log).to.deep.equal(['b', 'a'])
  })
})
