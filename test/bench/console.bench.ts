// The agent console over a hundred thousand conversations, in a real browser: how long until its inbox can be used, until
// a conversation is on screen, what frames are lost under two hundred changes a second, and how a long thread scrolls.

import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { WebSocket } from 'ws'
import { hashToken } from '../../server/platform/token.ts'
import type { BenchPostgres } from './bench-postgres.ts'
import { makeMessages } from './made-up-messages.ts'
import { countedFrames, countFrames, type FrameFigures, lateness, recordFrames } from './main-thread.ts'
import { type MeasuredServer, startServer } from './measured-server.ts'
import { median } from './percentile.ts'

/** All times in ms. */
export interface ConsoleFigures {
  conversations: number
  /** From the navigation to an inbox whose rows are on screen, with nothing cached; `blank` is an empty page of the same server. */
  usable: number
  blank: number
  /** From the click to the painted thread: never opened before, and opened again. */
  openCold: number
  openWarm: number
  /** Frames while so many changes a second arrive; and of the same page at rest. */
  updates: FramesBeside & { perSecond: number; restP95: number; rowsDrawn: number }
  /** Frames while a thread of so many messages is scrolled from its end to its beginning. */
  scroll: FramesBeside & { messages: number; linesDrawn: number }
  /** Brotli bytes until the inbox can be used. */
  bytes: number
}

export interface FramesBeside {
  page: FrameFigures
  /** An empty page in the same seconds, which does nothing but ask for frames: its late ones are the machine's. */
  control: { frameP95: number; late: number }
}

const AGENTS = ['Mika', 'Ana']

interface Seat {
  id: string
  token: string
}

async function seat(postgres: BenchPostgres, url: string, workspaceId: string): Promise<Seat[]> {
  const seats = AGENTS.map((name) => ({
    id: randomUUID(),
    name,
    token: randomBytes(32).toString('base64url'),
  }))
  for (const { id, name, token } of seats) {
    await postgres.query(
      url,
      `insert into agents (id, workspace_id, kind, name, email, role, password_hash)
       values ($1, $2, 'human', $3, $4, 'admin', 'none')`,
      [id, workspaceId, name, `${name.toLowerCase()}@bench.example`],
    )
    await postgres.query(
      url,
      `insert into agent_sessions (id, workspace_id, agent_id, token_hash, expires_at)
       values ($1, $2, $3, $4, now() + interval '1 day')`,
      [randomUUID(), workspaceId, id, hashToken(token)],
    )
  }
  return seats
}

async function freshPage<T>(
  browser: Browser,
  server: MeasuredServer,
  { token }: Seat,
  run: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([
    { name: 'deskbell_session', value: token, url: `http://localhost:${server.port}`, httpOnly: true },
  ])
  try {
    return await run(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

/** In the page: when a mark was set, ms since the navigation began. */
const marked = (page: Page, name: string, detail?: string): Promise<number> =>
  page.evaluate(
    ([name, detail]) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const mark = performance
            .getEntriesByName(name!, 'mark')
            .findLast((each) => detail === undefined || (each as PerformanceMark).detail === detail)
          if (mark) resolve(mark.startTime)
          else setTimeout(look, 4)
        }
        look()
      }),
    [name, detail],
  )

async function usable(
  browser: Browser,
  server: MeasuredServer,
  agent: Seat,
): Promise<{ at: number; bytes: number }> {
  return freshPage(browser, server, agent, async (page) => {
    await page.goto(`http://localhost:${server.port}/console#/open`)
    const at = await marked(page, 'deskbell:usable')
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\/console\/.*\.(js|css)$/.test(name))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    )
    return { at, bytes }
  })
}

const blank = (browser: Browser, server: MeasuredServer, agent: Seat): Promise<number> =>
  freshPage(browser, server, agent, async (page) => {
    await page.goto(`http://localhost:${server.port}/healthz`)
    return page.evaluate(
      () => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now()))),
    )
  })

/** Clicks a row of the list and waits for its thread; ms from the click. */
async function open(page: Page, index: number): Promise<number> {
  const row = page.locator('deskbell-inbox-list [data-id]').nth(index)
  const id = (await row.getAttribute('data-id'))!
  await page.evaluate(() => {
    performance.clearMarks('deskbell:opened')
    addEventListener('click', ({ timeStamp }) => Object.assign(window, { clickedAt: timeStamp }), {
      capture: true,
      once: true,
    })
  })
  await row.click()
  const at = await marked(page, 'deskbell:opened', id)
  return at - (await page.evaluate(() => (window as unknown as { clickedAt: number }).clickedAt))
}

/** Notes of a colleague, spread over conversations the console lists. */
async function write(
  server: MeasuredServer,
  { token }: Seat,
  ids: readonly string[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<void> {
  const socket = new WebSocket(`ws://localhost:${server.port}/support/live`)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const welcome = new Promise((resolve) => socket.once('message', resolve))
  socket.send(JSON.stringify({ type: 'hello', data: { role: 'agent', protocol: 1, token, streams: {} } }))
  await welcome
  for (let sent = 0; sent < perSecond * seconds; sent += perSecond / 20) {
    for (let n = 0; n < perSecond / 20; n++)
      socket.send(
        JSON.stringify({
          type: 'note.add',
          cid: randomUUID(),
          data: { conversation_id: ids[(sent + n) % ids.length], body: `Change ${sent + n}` },
        }),
      )
    await sleep(50)
  }
  socket.close()
}

async function besideControl(
  browser: Browser,
  page: Page,
  control: Page,
  name: string,
  run: () => Promise<void>,
): Promise<FramesBeside> {
  await countFrames(control)
  const figures = await recordFrames(browser, page, name, run)
  return { page: figures, control: lateness(await countedFrames(control)) }
}

export async function benchConsole(
  browser: Browser,
  postgres: BenchPostgres,
  { conversations, messages, repeats }: { conversations: number; messages: number; repeats: number },
  say: (line: string) => void,
): Promise<ConsoleFigures> {
  const url = await postgres.database()
  const server = await startServer('deskbell-server.ts', url)
  try {
    say(`console: ${conversations} conversations`)
    await makeMessages(postgres, url, { messages: conversations * 3, conversations })
    const [mika, ana] = (await seat(postgres, url, server.facts.workspaceId!)) as [Seat, Seat]
    const listed = await postgres.query<{ id: string }>(
      url,
      `update conversations set assignee_id = $1, unanswered_since = updated_at
        where id in (select id from conversations where is_open order by updated_at desc limit 300) returning id`,
      [mika.id],
    )
    const [longest] = await postgres.query<{ id: string }>(
      url,
      `update conversations set last_seq = $1, last_pub_seq = $1, updated_at = now()
        where id = $2 returning id`,
      [messages, listed[0]!.id],
    )
    await postgres.query(
      url,
      `insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type, actor_kind, actor_name, data)
       select e.conversation_id, n, n, e.workspace_id, gen_random_uuid(), 'message.created',
              case n % 2 when 0 then 'contact' else 'human' end, 'Somebody', e.data
         from (select * from conversation_events where conversation_id = $1 limit 1) e,
              generate_series((select max(seq) + 1 from conversation_events where conversation_id = $1), $2) n`,
      [longest!.id, messages],
    )
    await postgres.query(url, 'analyze')

    await usable(browser, server, mika)
    const loads: Awaited<ReturnType<typeof usable>>[] = []
    const blanks: number[] = []
    for (let i = 0; i < repeats; i++) {
      blanks.push(await blank(browser, server, mika))
      loads.push(await usable(browser, server, mika))
    }
    return await freshPage(browser, server, mika, async (page, context) => {
      await page.goto(`http://localhost:${server.port}/console#/open`)
      await marked(page, 'deskbell:usable')
      say('console: opening')
      const cold: number[] = []
      const warm: number[] = []
      for (let n = 1; n <= 5; n++) cold.push(await open(page, n))
      for (let n = 1; n <= 5; n++) warm.push(await open(page, n))

      say('console: two hundred changes a second')
      const control = await context.browser()!.newPage()
      await control.goto(`http://localhost:${server.port}/healthz`)
      const rest = await recordFrames(browser, page, 'rest', () => sleep(3000))
      const ids = listed.slice(0, 200).map(({ id }) => id)
      const busy = await besideControl(browser, page, control, 'updates', () =>
        write(server, ana, ids, { perSecond: 200, seconds: 5 }),
      )
      const rowsDrawn = await page.locator('deskbell-inbox-list .row').count()

      say(`console: a thread of ${messages} messages`)
      await page.goto(`http://localhost:${server.port}/console#/open/${longest!.id}`)
      await page.reload()
      await marked(page, 'deskbell:opened', longest!.id)
      const scroller = page.locator('deskbell-conversation-thread .scroller')
      await scroller.hover()
      let linesDrawn = 0
      const scroll = await besideControl(browser, page, control, 'scroll', async () => {
        for (let turn = 0; turn < 600; turn++) {
          await page.mouse.wheel(0, -4000)
          await sleep(16)
          if (turn % 100 === 50)
            linesDrawn = Math.max(linesDrawn, await scroller.locator('[data-event]').count())
        }
      })
      await control.close()
      return {
        conversations,
        usable: median(loads.map(({ at }) => at)),
        blank: median(blanks),
        openCold: median(cold),
        openWarm: median(warm),
        updates: { perSecond: 200, ...busy, restP95: rest.frameP95, rowsDrawn },
        scroll: { messages, ...scroll, linesDrawn },
        bytes: loads[0]!.bytes,
      }
    })
  } finally {
    await server.stop()
  }
}
