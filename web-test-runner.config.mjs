// How element tests run: in a real browser, with axe. Node tests (sdk/client, server) are not its business.

import { esbuildPlugin } from '@web/dev-server-esbuild'
import { chromeLauncher } from '@web/test-runner-chrome'
import { chromiumOptions } from './test/helpers/chromium.ts'

const launchOptions = await chromiumOptions()

const errorsOf = (suite, path = []) => [
  ...(suite?.tests ?? [])
    .filter((test) => !test.passed && !test.skipped)
    .map((test) => ({ name: [...path, test.name].join(' › '), error: test.error })),
  ...(suite?.suites ?? []).flatMap((child) => errorsOf(child, [...path, child.name])),
]

const countOf = (suite) =>
  [...(suite?.tests ?? [])].filter((test) => test.passed).length +
  (suite?.suites ?? []).reduce((sum, child) => sum + countOf(child), 0)

const indent = (text, lines) =>
  text
    .split('\n')
    .slice(0, lines)
    .map((line) => `      ${line}`)
    .join('\n')

/** Says nothing of what passed; names the file of whatever did not; ends with the counts. */
const shortReporter = () => ({
  stop({ sessions }) {
    let passed = 0
    let failed = 0
    for (const session of sessions) {
      const ran = countOf(session.testResults)
      passed += ran
      const file = session.testFile.replace(`${process.cwd()}/`, '')
      const failures = [
        ...errorsOf(session.testResults),
        ...(session.errors ?? []).map((error) => ({ name: 'did not run', error })),
      ]
      if (ran === 0 && failures.length === 0) failures.push({ name: 'ran no test' })
      failed += failures.length
      if (failures.length > 0) console.log(`✖ ${file}`)
      for (const { name, error } of failures) {
        console.log(`    ${name}`)
        if (error?.message) console.log(indent(error.message, 12))
        const at = error?.stack?.split('\n').find((line) => line.includes('.test.ts'))
        if (at) console.log(`      ${at.trim()}`)
      }
    }
    console.log(`elements: ${passed} passed, ${failed} failed`)
    // The runner itself counts a file without tests as passed.
    if (failed > 0)
      process.on('exit', () => {
        process.exitCode = 1
      })
  },
})

export default {
  rootDir: '.',
  files: ['sdk/elements/**/*.test.ts', 'sdk/console/**/*.test.ts', 'widget/**/*.test.ts'],
  nodeResolve: { exportConditions: ['production'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  browsers: [chromeLauncher({ launchOptions, concurrency: 2 })],
  reporters: [shortReporter()],
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  testFramework: { config: { timeout: 20_000 } },
}
