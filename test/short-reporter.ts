// node:test's events as few lines: nothing of what passed, file and message of what did not, then the counts. What was
// skipped for something this machine lacks is named and counted apart; skipped without a reason is failed.

import path from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'

const LINES = 14

function messageOf(error: unknown): string {
  const cause = (error as { cause?: unknown } | undefined)?.cause ?? error
  const text =
    cause instanceof Error
      ? (cause.stack ?? cause.message)
      : typeof cause === 'string'
        ? cause
        : inspect(cause)
  return text
    .split('\n')
    .filter((line) => !line.includes('node:internal'))
    .slice(0, LINES)
    .map((line) => `      ${line}`)
    .join('\n')
}

export default async function* shortReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0
  let failed = 0
  let skipped = 0
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const { data } = event
    // A file counts only as its tests; but one that could not run at all has failed.
    if (data.details.type === 'suite') continue
    const isFile = data.nesting === 0 && data.file !== undefined && path.resolve(data.name) === data.file
    if (event.type === 'test:pass') {
      if (typeof data.skip === 'string') {
        skipped += 1
        yield `– ${path.relative('.', data.file ?? '')}\n    ${data.name}\n      skipped: ${data.skip}\n`
      } else if (data.skip !== undefined || data.todo !== undefined) {
        failed += 1
        yield `✖ ${path.relative('.', data.file ?? '')}\n    ${data.name}\n      a skipped test is no passed one\n`
      } else if (!isFile) passed += 1
      continue
    }
    const { error } = event.data.details
    if ((error as { failureType?: string }).failureType === 'subtestsFailed') continue
    failed += 1
    yield `✖ ${path.relative('.', data.file ?? '')}\n    ${data.name}\n${messageOf(error)}\n`
  }
  yield `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`
}
