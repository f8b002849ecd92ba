// The Dockerfile's own commands, in its order, in a clean folder with a plain shell: proof where no container
// engine is to be had. Installs twice from the registry, so it is run by `npm run test:container` alone.

import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { promisify } from 'node:util'
import { freePort } from '../server/platform/database/postgres-cluster.ts'
import { eventually } from './helpers/bounded-wait.ts'
import { type DockerStage, parseDockerfile } from './helpers/dockerfile.ts'

const run = promisify(execFile)
const ROOT = path.resolve(import.meta.dirname, '..')
/** Whoever the image's `node` is: some account that is not root. */
const SOMEBODY = 65_534

/** What `COPY . .` may see: the project's files, less what .dockerignore names. */
async function makeContext(target: string): Promise<void> {
  const ignored = (await readFile(path.join(ROOT, '.dockerignore'), 'utf8')).split('\n').filter(Boolean)
  const { stdout } = await run('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT })
  const isIgnored = (file: string) =>
    ignored.some((pattern) => path.matchesGlob(file, pattern) || file.startsWith(`${pattern}/`))
  for (const file of stdout.split('\n').filter((name) => name && !isIgnored(name)))
    await cp(path.join(ROOT, file), path.join(target, file))
}

/** A stage's folder stands for its root; its `chown` has no `node` to give files to here. */
async function buildStage(stage: DockerStage, root: string, context: string, bin: string) {
  const env: Record<string, string> = {}
  const command = new Map<string, string>()
  let folder = path.join(root, stage.name)
  const inside = (file: string) =>
    file.startsWith('/') ? path.join(root, stage.name, file) : path.join(folder, file)
  for (const { instruction, text } of stage.steps) {
    if (instruction === 'WORKDIR') {
      folder = inside(text)
      await mkdir(folder, { recursive: true })
    } else if (instruction === 'ENV') Object.assign(env, Object.fromEntries([text.split('=')]))
    else if (instruction === 'COPY') await copy(text)
    else if (instruction === 'RUN')
      await run('/bin/sh', ['-c', text], {
        cwd: folder,
        env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, ...env },
      })
    else command.set(instruction, text)
  }
  return { folder, env, command }

  async function copy(text: string): Promise<void> {
    const [, from, list = text] = /^--from=(\w+) (.*)$/.exec(text) ?? []
    const names = list.split(' ')
    const to = names.pop()!
    for (const name of names) {
      const source = path.join(from ? path.join(root, from) : context, name)
      const target =
        names.length > 1 || to.endsWith('/') ? path.join(inside(to), path.basename(name)) : inside(to)
      await cp(source, name === '.' ? inside(to) : target, { recursive: true, verbatimSymlinks: true })
    }
  }
}

async function makeRoot(t: TestContext): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'deskbell-container-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  await chmod(root, 0o755)
  return root
}

test('the image: its commands build it, it becomes healthy as an ordinary user, serves, and stops', async (t) => {
  const root = await makeRoot(t)
  const [context, bin] = [path.join(root, 'context'), path.join(root, 'bin')]
  await mkdir(bin)
  await writeFile(path.join(bin, 'chown'), '#!/bin/sh\n', { mode: 0o755 })
  await makeContext(context)
  const stages = parseDockerfile(await readFile(path.join(ROOT, 'Dockerfile'), 'utf8'))
  // As a builder does: at once what does not copy from another.
  const built = new Map<string, ReturnType<typeof buildStage>>()
  for (const stage of stages) {
    const sources = stage.steps.map(({ text }) => /^--from=(\w+) /.exec(text)?.[1] ?? '')
    const before = Promise.all(sources.map((name) => built.get(name)))
    built.set(
      stage.name,
      before.then(() => buildStage(stage, root, context, bin)),
    )
  }
  const { folder, env, command } = (await Promise.all(built.values())).at(-1)!

  const asRoot = process.getuid?.() === 0
  const as = asRoot ? { uid: SOMEBODY, gid: SOMEBODY } : {}
  if (asRoot) await chown(path.join(folder, 'data'), SOMEBODY, SOMEBODY)
  // The first word of each command is `node`: this one, as the machine's own may be too old.
  const words = (name: string) =>
    JSON.parse(command.get(name)!.replace(/^.*?CMD (?=\[)/, '')).slice(1) as string[]
  const port = await freePort()
  const options = { cwd: folder, env: { ...env, PORT: String(port), HOST: '127.0.0.1' }, ...as }
  const server = spawn(process.execPath, words('CMD'), options)
  t.after(() => server.kill('SIGKILL'))
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const ended = once(server, 'exit')
  const exited = ended.then(([code]) => assert.fail(`It ended with ${code}: ${said}`))
  await Promise.race([exited, eventually(() => said.includes('Ctrl-C stops it'), { within: 120_000 })])

  await run(process.execPath, words('HEALTHCHECK'), options)
  for (const url of ['/readyz', '/console', '/support/widget/embed.js'])
    assert.equal((await fetch(`http://127.0.0.1:${port}${url}`)).status, 200, url)
  assert.match(said, /First login +\S+#login=/)
  exited.catch(() => {})
  server.kill('SIGTERM')
  assert.deepEqual(await ended, [0, null])
  await assert.rejects(run(process.execPath, words('HEALTHCHECK'), options))
})
