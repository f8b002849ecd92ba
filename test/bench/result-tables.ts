// The figures as tables: each beside its floor, its budget or the other one.

import type { FramesBeside } from './console.bench.ts'
import type { FrameFigures } from './main-thread.ts'
import { embeds, lighthouse, page } from './page-tables.ts'
import { CONNECTIONS } from './rest.bench.ts'
import { BUDGETS, type Results } from './results.ts'
import { count, kilobytes, ms, ratio, share, type Table } from './table.ts'

type Part<K extends keyof Results> = NonNullable<Results[K]>
const FLOOR = 'ws + pg'

function messages(figures: Part<'messages'>): Table {
  const floor = figures.find(({ name }) => name === FLOOR)!
  return {
    title: 'Persisted messages',
    head: [
      'server',
      'ceiling, messages/s',
      'of the floor',
      'highest rate with p99 ack ≤ 100 ms',
      'of the floor',
    ],
    rows: figures.map(({ name, ceiling, knee, byRate }) => [
      name,
      count(ceiling),
      ratio(ceiling, floor.ceiling),
      // Nothing faster was asked of it.
      `${byRate.at(-1)?.rate === knee ? '≥ ' : ''}${count(knee)}/s`,
      ratio(knee, floor.knee),
    ]),
  }
}

function latency(figures: Part<'messages'>): Table {
  const rates = [...new Set(figures.flatMap(({ byRate }) => byRate.map(({ rate }) => rate)))]
  return {
    title: 'Ack by offered rate, p50 / p99',
    head: ['server', ...rates.map((rate) => `${count(rate)}/s`)],
    rows: figures.map(({ name, byRate }) => [
      name,
      ...rates.map((wanted) => {
        const at = byRate.find(({ rate }) => rate === wanted)
        return at ? `${ms(at.p50)} / ${ms(at.p99)}` : '–'
      }),
    ]),
  }
}

const nodes = ({ rate, ackP50, ackP99, deliveredP99, sent, heard }: Part<'nodes'>): Table => ({
  title: `Two nodes, sender on one and receiver on the other, ${rate}/s`,
  head: ['ack p50', 'ack p99', 'delivery p99', 'sent', 'heard'],
  rows: [[ms(ackP50), ms(ackP99), ms(deliveredP99), count(sent), count(heard)]],
})

const flat = ({ figures }: Part<'flat'>): Table => ({
  title: 'What a message costs, by conversations and by rows in the log',
  head: [
    'server',
    'conversations',
    'rows before',
    'server, µs',
    'PostgreSQL, µs',
    'ack p50',
    'ceiling, messages/s',
  ],
  rows: figures.map((one) => [
    one.name,
    count(one.conversations),
    count(one.rows),
    count(one.serverCost),
    one.databaseCost === null ? '–' : count(one.databaseCost),
    ms(one.p50),
    count(one.ceiling),
  ]),
})

const memory = ({ sockets, figures }: Part<'memory'>): Table => ({
  title: `Memory of an idle socket, with ${count(sockets)} of them`,
  head: ['server', 'a socket, right after all came', 'a socket, settled', 'the whole server'],
  rows: figures.map(({ name, atOnce, each, all }) => [
    name,
    kilobytes(atOnce),
    kilobytes(each),
    `${count(all / 1024 ** 2)} MB`,
  ]),
})

function fanOut({ receivers, figures }: Part<'fanOut'>): Table {
  const floor = figures.find(({ name }) => name === FLOOR)!
  return {
    title: `Fan-out, one message to ${count(receivers)} sockets`,
    head: ['server', 'frames/s', 'of the floor', 'last receiver p50', 'last receiver p99'],
    rows: figures.map(({ name, framesPerSecond, lastP50, lastP99 }) => [
      name,
      count(framesPerSecond),
      ratio(framesPerSecond, floor.framesPerSecond),
      ms(lastP50),
      ms(lastP99),
    ]),
  }
}

const storm = (figures: Part<'storm'>): Table => ({
  title: 'Everybody comes back at once',
  head: ['server', 'clients', 'all resumed after', 'a second', 'tries that failed', 'never resumed'],
  rows: figures.map(({ name, clients, seconds, errors, missing }) => [
    name,
    count(clients),
    `${seconds.toFixed(1)} s`,
    count((clients - missing) / seconds),
    count(errors),
    count(missing),
  ]),
})

const kills = (figures: Part<'kills'>): Table => ({
  title: 'Lost and doubled',
  head: ['server and its client', 'fault', 'sent', 'acked', 'lost', 'doubled on screen', 'doubled rows'],
  rows: figures.map((one) => [
    one.name,
    `${one.faults} × ${one.fault === 'kill' ? 'kill -9' : 'line cut'}`,
    count(one.sent),
    count(one.acked),
    share(one.lost, one.acked),
    count(one.doubledOnScreen),
    count(one.doubledRows),
  ]),
})

const rest = (figures: Part<'rest'>): Table => ({
  title: 'REST of the widget, requests/s (p50/p99 ms) at 1, 20 and 100 connections; rate limits lifted',
  head: [
    'path',
    ...CONNECTIONS.map((connections) => `c = ${connections}`),
    'a NestJS help desk, on another such machine',
    'times as many',
    'errors',
  ],
  rows: figures.map(({ name, other, cells }) => [
    name,
    ...cells.map(({ perSecond, p50, p99 }) => `${count(perSecond)} (${p50}/${p99})`),
    other ? other.map(count).join(' / ') : 'has none',
    other ? cells.map(({ perSecond }, index) => (perSecond / other[index]!).toFixed(1)).join(' / ') : '–',
    count(cells.reduce((sum, { errors }) => sum + errors, 0)),
  ]),
})

const messageSearch = ({ messages: written, cells, taken }: Part<'message-search'>): Table => ({
  title: `Search over ${count(written)} messages (the index takes in ${count(taken)} rows of logs a second)`,
  head: ['question', 'p50', 'p95', 'worst', 'of the floor'],
  rows: cells.map(({ name, p50, p95, worst }) => [
    name,
    ms(p50),
    ms(p95),
    ms(worst),
    ratio(p50, cells[0]!.p50),
  ]),
})

function search({ articles, passages, cells, ...index }: Part<'search'>): Table {
  const floor = cells.at(-1)!
  return {
    title: `Search over ${count(articles)} articles of ${count(passages)} passages`,
    head: ['what', 'p50', 'p95', 'p99', 'p95 of the floor'],
    rows: [
      ...cells.map(({ name, p50, p95, p99 }) => [name, ms(p50), ms(p95), ms(p99), ratio(p95, floor.p95)]),
      [
        `Making the index, ${kilobytes(index.bytes / 1024).replace('KB', 'MB')}`,
        ms(index.buildMs),
        `longest wait ${ms(index.longestMs)}`,
        '–',
        '–',
      ],
      [
        'After one article has changed',
        ms(index.changeMs),
        `longest wait ${ms(index.changeLongestMs)}`,
        '–',
        '–',
      ],
    ],
  }
}

function inbox(sizes: Part<'inbox'>): Table {
  const floorOf = ({ cells }: (typeof sizes)[number]): number => cells.at(-1)!.p95
  return {
    title: `The inbox of ${count(sizes[0]!.conversations)} conversations`,
    head: [
      'what',
      ...sizes.flatMap(({ open }) => [`${count(open)} open: p50`, 'p95', 'p95 of the floor', 'read']),
    ],
    rows: sizes[0]!.cells.map(({ name }, at) => [
      name,
      ...sizes.flatMap((size) => {
        const { p50, p95, read } = size.cells[at]!
        return [ms(p50), ms(p95), ratio(p95, floorOf(size)), count(read)]
      }),
    ]),
  }
}

const LABELS = {
  before: 'Page load, before any click',
  opened: 'Panel open, first view',
  everything: 'Chat, help, form and status visited',
} as const

const bytes = (figures: Part<'bytes'>): Table => ({
  title: 'What a page pulls',
  head: ['when', 'bytes (brotli)', 'requests', 'budget', 'of the budget'],
  rows: (Object.keys(LABELS) as (keyof typeof LABELS)[]).map((name) => {
    const { bytes: pulled, requests } = figures[name]
    const over = pulled > BUDGETS[name] ? ' OVER' : ''
    const part = `${Math.round((pulled / BUDGETS[name]) * 100)} %${over}`
    return [LABELS[name], count(pulled), count(requests), count(BUDGETS[name]), part]
  }),
})

/** Goals of the console, ms and bytes. */
const CONSOLE_GOALS = { usable: 1000, openWarm: 50, openCold: 150, frame: 1000 / 60, bytes: 120_000 }

const consoleTable = (figures: Part<'console'>): Table => {
  const { usable, blank, openCold, openWarm, updates, scroll, bytes: pulled } = figures
  const part = (share: number): string => `${(share * 100).toFixed(1)} %`
  const late = ({ page, control }: FramesBeside): string =>
    `${part(page.late)} late, ${part(page.lateByPage)} by its own work, ${part(page.lateByWait)} by waiting for the processor; empty page beside it ${ms(control.frameP95)}, ${part(control.late)} late`
  const work = ({ work, longestTask }: FrameFigures): string => {
    const parts = Object.entries(work).map(([kind, spent]) => `${kind} ${spent.toFixed(0)}`)
    return `p95; longest task ${ms(longestTask)}; in a second: ${parts.join(', ')} ms`
  }
  const row = (what: string, value: number, goal: number, beside: string): string[] => [
    what,
    ms(value),
    ms(goal),
    ratio(value, goal),
    beside,
  ]
  return {
    title: `The console over ${count(figures.conversations)} conversations`,
    head: ['what', 'measured', 'goal', 'of the goal', 'beside it'],
    rows: [
      row('Cold load until the inbox can be used', usable, CONSOLE_GOALS.usable, `empty page ${ms(blank)}`),
      row('A conversation seen before, from click to painted', openWarm, CONSOLE_GOALS.openWarm, '–'),
      row('A conversation never opened', openCold, CONSOLE_GOALS.openCold, '–'),
      row(
        `Frame p95 under ${updates.perSecond} changes a second`,
        updates.page.frameP95,
        CONSOLE_GOALS.frame,
        `${late(updates)}; at rest ${ms(updates.restP95)}; ${count(updates.rowsDrawn)} rows drawn`,
      ),
      row('Its own work for one of them', updates.page.workP95, CONSOLE_GOALS.frame, work(updates.page)),
      row(
        `Frame p95 while ${count(scroll.messages)} messages scroll`,
        scroll.page.frameP95,
        CONSOLE_GOALS.frame,
        `${late(scroll)}; ${count(scroll.linesDrawn)} messages drawn`,
      ),
      row('Its own work for one of them', scroll.page.workP95, CONSOLE_GOALS.frame, work(scroll.page)),
      [
        'Bytes of the inbox (brotli)',
        count(pulled),
        count(CONSOLE_GOALS.bytes),
        ratio(pulled, CONSOLE_GOALS.bytes),
        '–',
      ],
    ],
  }
}

/** Of what was measured, in the page's order. */
export function tablesOf(results: Results): Record<string, Table> {
  const beside = embeds(results)
  return {
    ...(results.messages && { messages: messages(results.messages), latency: latency(results.messages) }),
    ...(results.nodes && { nodes: nodes(results.nodes) }),
    ...(results.flat && { flat: flat(results.flat) }),
    ...(results.memory && { memory: memory(results.memory) }),
    ...(results.fanOut && { fanOut: fanOut(results.fanOut) }),
    ...(results.storm && { storm: storm(results.storm) }),
    ...(results.kills && { kills: kills(results.kills) }),
    ...(results.rest && { rest: rest(results.rest) }),
    ...(results.search && { search: search(results.search) }),
    ...(results['message-search'] && { 'message-search': messageSearch(results['message-search']) }),
    ...(results.inbox && { inbox: inbox(results.inbox) }),
    ...(results.bytes && { bytes: bytes(results.bytes) }),
    ...(results.page && { page: page(results.page) }),
    ...(results.console && { console: consoleTable(results.console) }),
    ...(beside && { embeds: beside }),
    ...(results.lighthouse && { lighthouse: lighthouse(results.lighthouse) }),
  }
}
