// What is wrong with an address is said in words that help.

import { expect } from '@open-wc/testing'
import { emailFault } from './email-fault.ts'

describe('emailFault', () => {
  it('takes ordinary addresses, with blanks around them', () => {
    for (const email of [
      'nora@example.com',
      ' nora@example.com ',
      'a.b+c@mail.example.co.uk',
      "o'neil@example.no",
    ]) {
      expect(emailFault(email), email).to.equal(null)
    }
  })

  it('names what is missing', () => {
    expect(emailFault('  ')).to.equal('fault.email')
    expect(emailFault('nora')).to.equal('fault.email_at')
    expect(emailFault('nora@example')).to.equal('fault.email_ending')
  })

  it('refuses what cannot be an address', () => {
    for (const email of [
      'nora@',
      '@example.com',
      'a@b@c.com',
      'no ra@example.com',
      'nora@.com',
      'nora@example.c',
    ]) {
      expect(emailFault(email), email).to.equal('fault.email_form')
    }
  })
})
