// A node with a make-believe app, for tests of starting and stopping: real process, real PostgreSQL, no rooms.
// argv: the folder with the bundles, and what the app shall do: run | fail | hang | stuck.

import http from 'node:http'
import { runProcess } from '../../server/process.ts'

const [dist = '', behaviour = 'run'] = process.argv.slice(2)

await runProcess({
  bundles: { dist, build: false },
  async createApp({ db }) {
    if (behaviour === 'fail') throw new Error('the app is broken')
    if (behaviour === 'hang') {
      process.stdout.write('creating the app\n')
      await new Promise(() => setInterval(() => {}, 1000))
    }
    await db.query('create table if not exists starts (at timestamptz default now())')
    await db.query('insert into starts default values')
    const starts = (await db.query('select * from starts')).length
    const server = http.createServer((_req, res) => res.end('the server'))
    return {
      server,
      demo: null,
      adminLink: `http://localhost/start-${starts}`,
      close: () =>
        behaviour === 'stuck' ? new Promise(() => {}) : new Promise((done) => server.close(() => done())),
    }
  },
})
