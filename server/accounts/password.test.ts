// Hashes of the right kind, and never too many of them at once.

import assert from 'node:assert/strict'
import test from 'node:test'
import { verify } from '@node-rs/argon2'
import { Problem } from '../platform/problem.ts'
import { createPasswords } from './password.ts'

test('a password is kept as argon2id with 19 MiB, two passes, and known again', async () => {
  const passwords = createPasswords()
  const hash = await passwords.hash('correct horse')
  assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.equal(await passwords.verify(hash, 'correct horse'), true)
  assert.equal(await passwords.verify(hash, 'correct horsE'), false)
  assert.notEqual(await passwords.hash('correct horse'), hash)
})

test('no hash is never right, not even with the decoy’s own password', async () => {
  assert.equal(await createPasswords().verify(null, 'nobody has this password'), false)
})

test('without a hash the same work is done as with one: one comparison, at the same cost', async () => {
  const compared: string[] = []
  const passwords = createPasswords({
    compare(hash, ...rest) {
      compared.push(String(hash).split('$').slice(0, 4).join('$'))
      return verify(hash, ...rest)
    },
  })
  await passwords.verify(await passwords.hash('correct horse'), 'wrong')
  await passwords.verify(null, 'wrong')
  assert.deepEqual(compared, Array(2).fill('$argon2id$v=19$m=19456,t=2,p=1'))
})

test('two at work and twenty waiting are served in the end, the next is told to come back', async () => {
  const passwords = createPasswords()
  const results = await Promise.allSettled(Array.from({ length: 25 }, () => passwords.hash('x')))
  const refused = results.filter((result) => result.status === 'rejected')
  assert.equal(refused.length, 3)
  for (const { reason } of refused) {
    assert.ok(reason instanceof Problem && reason.code === 'busy' && reason.retryable)
    assert.equal(reason.extras.retryAfter, 1)
  }
  await passwords.hash('y')
})
