// Signatures of the installation.

import assert from 'node:assert/strict'
import test from 'node:test'
import { testDatabase } from '../../test/helpers/test-database.ts'
import { createSigning } from './signing.ts'

test('signing: a signature holds on every node of a desk, for its own purpose and text, and for no other desk', async (t) => {
  const [{ db }, other] = [await testDatabase(t), await testDatabase(t)]
  const signing = createSigning({ db })
  const signature = await signing.sign('attachment', 'a')
  assert.equal(await createSigning({ db }).verify('attachment', 'a', signature), true)
  assert.equal(await signing.verify('attachment', 'b', signature), false)
  assert.equal(await signing.verify('transcript', 'a', signature), false)
  assert.equal(await signing.verify('attachment', 'a', signature.slice(1)), false)
  await other.db.query('update instance set secret = sha256($1::bytea) returning id', [
    Buffer.from('another'),
  ])
  assert.equal(await createSigning({ db: other.db }).verify('attachment', 'a', signature), false)
})
