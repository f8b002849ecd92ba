// What a failing database is told as: by Sequelize's errors and by the driver's own alike.

import assert from 'node:assert/strict'
import test from 'node:test'
import { ConnectionError, DatabaseError } from 'sequelize'
import { Problem } from '../problem.ts'
import { asDatabaseProblem } from './database-problem.ts'

const driver = (code: string, message = 'x') => Object.assign(new Error(message), { code })
const sequelize = (code: string) => new DatabaseError(Object.assign(driver(code), { sql: '' }))
const codeOf = (error: unknown): unknown => (error instanceof Problem ? error.code : error)

test('database problem: busy and gone are retryable, whoever says so', () => {
  for (const make of [driver, sequelize]) {
    assert.equal(codeOf(asDatabaseProblem(make('57014'))), 'busy')
    assert.equal(codeOf(asDatabaseProblem(make('57P01'))), 'unavailable')
  }
  assert.equal(codeOf(asDatabaseProblem(new ConnectionError(driver('ECONNREFUSED')))), 'unavailable')
  assert.equal(codeOf(asDatabaseProblem(driver('ECONNRESET', 'read ECONNRESET'))), 'unavailable')
  assert.equal(codeOf(asDatabaseProblem(new Error('Connection terminated unexpectedly'))), 'unavailable')
})

test('database problem: everything else stays as it is', () => {
  for (const error of [driver('23505'), sequelize('42601'), new Error('x'), new Problem('forbidden')])
    assert.equal(asDatabaseProblem(error), error)
})
