// During a deploy the old release still works on the new shape: a migration may add, and takes away only what no
// release in use knows any more.

import assert from 'node:assert/strict'
import test from 'node:test'
import { readMigrations } from '../server/platform/database/migrate.ts'

/** Migrations that take away or narrow, each with the release from which on nobody needed what it takes. */
const CONTRACTING: Record<string, string> = {}

const RULES: [what: string, breaks: RegExp][] = [
  ['drops a column or a table', /\bdrop\s+(column|table)\b/],
  ['renames', /\brename\b/],
  ['changes a type', /\balter\s+(column\s+)?\S+\s+(set\s+data\s+)?type\b/],
  ['demands a value of old rows and old writers', /\bset\s+not\s+null\b/],
  [
    'adds a column old writers do not fill',
    /\badd\s+(column\s+)?(?!constraint)[^,]*\bnot\s+null\b(?![^,]*\b(default|generated)\b)/,
  ],
]

/** What of a migration the old release would stumble over. */
function breakages(sql: string): string[] {
  const statements = sql
    .replaceAll(/--.*$/gm, '')
    .toLowerCase()
    .split(';')
    .filter((statement) => /\b(alter|drop)\b/.test(statement))
  return RULES.filter(([, breaks]) => statements.some((statement) => breaks.test(statement))).map(
    ([what]) => what,
  )
}

test('migrations: none takes away what the release before it uses', async () => {
  for (const { name, sql } of await readMigrations())
    assert.deepEqual(
      CONTRACTING[name] ? [] : breakages(sql),
      [],
      `${name}: expand first, contract a release later`,
    )
})

for (const [sql, found] of [
  ['alter table cups drop column size;', 1],
  ['drop table cups;', 1],
  ['alter table cups rename column size to volume;', 1],
  ['alter table cups alter column size type bigint;', 1],
  ['alter table cups alter column size set not null;', 1],
  ['alter table cups add column size int not null;', 1],
  ['alter table cups add column size int not null default 1, add column name text;', 0],
  ['alter table cups add column full boolean not null generated always as (size > 1) stored;', 0],
  ['create table saucers (id int not null);', 0],
  ['drop index cups_size_idx; -- drop table later', 0],
] as const)
  test(`migrations: the rule ${found ? 'sees' : 'lets pass'} ${sql}`, () => {
    assert.equal(breakages(sql).length, found)
  })
