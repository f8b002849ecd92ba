// docs/performance.md and its plots, drawn from the results; the JSON beside them is what they are drawn from.

import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ACK_GOAL_MS } from './messages.bench.ts'
import { barPlot, linePlot } from './plot.ts'
import { tablesOf } from './result-tables.ts'
import type { Results } from './results.ts'
import { scalingTable } from './scaling-table.ts'
import { asMarkdown, count, kilobytes, share } from './table.ts'

const DOCS = path.resolve(import.meta.dirname, '../../docs')
const inDocs = (name: string): string => path.join(DOCS, name)

const MARK = { begin: '<!-- measured -->', end: '<!-- /measured -->' }

/** What stands under each table's title: what was done, and what to see in it. */
const WORDS: Record<string, string> = {
  messages: `50 conversations with two sockets each. The ceiling keeps 100 sends under way; the rate is offered by the
clock, and each latency counts from the moment its send was due. Every message is committed before its ack
(\`fsync\` and \`synchronous_commit\` on) and heard by the other socket. **ws + pg** is the floor: one prepared
statement that takes the conversation's number and inserts under a unique client id, nothing else. **Socket.IO** runs
that same statement, with its PostgreSQL adapter and connection state recovery.

![Ack latency by offered rate](performance-ack.svg)`,
  latency: 'The same runs; medians of the repeats.',
  nodes: 'Two processes, one PostgreSQL, no Redis.',
  flat: `500 messages a second, by the clock, from 50 sockets or one a conversation, with nobody else listening; time on a core of the server's process and of all of PostgreSQL's, per
message. Then the ceiling with 100 sends under way. In one single conversation the floor's messages wait for each
other's commits; Deskbell's of one moment share one. A tenth of the rows before lies in the conversations that are
written to.`,
  memory: `Resident memory beyond the same server with no socket: after an ordinary garbage collection, with what ten
thousand handshakes in a few seconds have left behind; and after a thorough one, which hands that back to the system.

![Memory of an idle socket](performance-memory.svg)`,
  fanOut: 'Latency at 20 messages a second; frames with three messages under way.',
  storm: `The server is killed (\`kill -9\`), each conversation gets a message meanwhile, and the server starts again. All
clients connect in the same instant, with session and cursor; resumed is who has been welcomed and has the message it
missed. Real clients spread their return; these do not.`,
  kills: `20 conversations, 500 messages a second, a sender and another device each. Kills hit the server, cuts the
other device's line. Lost is what the sender saw acknowledged and the other device never showed. Deskbell and Socket.IO
run with their own clients, Socket.IO's with \`retries\`.

![Lost messages](performance-lost.svg)`,
  rest: `500 published articles of 2,900 characters, 3 s a cell. Rate limits were lifted for the run: what one caller may
do is not what is measured. Deskbell keeps the answers of late until an article changes; the row with another
question each time shows what it takes without. The other one's figures were taken on another machine of two cores, so compare orders of
magnitude, not percents.`,
  search: `One question after the other in one process: words alone, half-typed and mistyped ones, sentences, long
stories; an article in ten is German. The floor is what PostgreSQL does with the same articles and questions by itself.`,
  'message-search': `Whole answers of the team's search, one after the other through the server's own code: messages, people and
conversations. A message has eight to twenty words, the commonest stand in every third. The floor is an empty statement.`,
  inbox: `Pages of 50 with their counts, and the counts alone, one after the other through the server's own code. “Read”
is how many conversations PostgreSQL looked at for one, by its own account. The floor is an empty statement.`,
  bytes:
    'Counted on the wire in a browser. These budgets are what `npm run bench` is judged by; speeds never are.',
  page: `An almost empty page with the tag, less the same page without it, in Chromium; medians of five loads with an
empty cache. Beneath each row are the goals it is held against.`,
  console: `Chromium on the machine that serves it, nothing cached, medians of five loads; three messages a conversation.
Opening is timed from the click's own time stamp to the frame after the thread was drawn. The changes are notes of a
colleague, spread over two hundred conversations of the list. Browser, server, database and whoever makes the changes
share the processor, so an empty page counts its frames in the same seconds: it stands for the machine. The page's own
work is processor time of its main thread, from a trace; a late frame counts as its doing where that was longer than a
frame lasts.`,
  lighthouse:
    'By `npm run lighthouse -- --write`: the shop’s product page as it is, and with the tag taken out.',
  embeds: `The others were measured the same way earlier, on a machine of two cores, each from a server on that
machine, with empty answers and without their fonts: real ones weigh more. Versions as named; what their makers have
changed since is not in it.`,
}

const plans = ({ flat }: Results): string =>
  (flat?.plans ?? []).map(({ title, plan }) => `${title}:\n\n\`\`\`\n${plan.trimEnd()}\n\`\`\``).join('\n\n')

function page(results: Results): string {
  const { machine, date } = results
  const parts = Object.entries(tablesOf(results)).map(([name, table]) =>
    [`## ${table.title}`, WORDS[name] ?? '', asMarkdown(table)].join('\n\n'),
  )
  const most = Math.max(0, ...(results.flat?.figures.map(({ rows }) => rows) ?? []))
  return `# Performance

Written by \`npm run bench -- --write\` on ${date}; nothing here is typed by hand. Server, PostgreSQL and load
generator share ${machine.cores} cores (${machine.processor}, ${count(machine.memory / 1024 ** 3)} GB); Node
${machine.node}, PostgreSQL ${machine.postgres}, loopback. Such machines are noisy: read the ratios, measured in the
same run, rather than the numbers. The load generator speaks raw frames over ws to all three servers, so that
the client costs the same.

\`npm run bench -- --only messages,memory\` runs parts, \`--quick\` a short form, \`--kills 20\` more faults,
\`--rows 10000000\` a longer past, \`--sockets 18000\` more sockets.

${parts.join('\n\n')}

## Plans of the message path

With ${count(most)} rows in the log, from PostgreSQL's own log of a server at work (\`auto_explain\`).

${plans(results)}
`
}

function plots(results: Results): Record<string, string> {
  const { messages, memory, kills } = results
  return {
    ...(messages && {
      'performance-ack.svg': linePlot({
        title: 'Ack, 99th percentile, by offered rate',
        xLabel: 'messages a second',
        yLabel: 'ms',
        goal: { y: ACK_GOAL_MS, label: `${ACK_GOAL_MS} ms` },
        decades: [0, 4],
        series: messages.map(({ name, byRate }) => ({
          name,
          points: byRate.map(({ rate, p99 }) => [rate, p99] as const),
        })),
      }),
    }),
    ...(memory && {
      'performance-memory.svg': barPlot(
        `Memory of an idle socket, right after ${count(memory.sockets)} came`,
        memory.figures.map(({ name, atOnce }) => ({ name, value: atOnce, text: kilobytes(atOnce) })),
      ),
    }),
    ...(kills && {
      'performance-lost.svg': barPlot(
        'Acknowledged messages that never arrived',
        kills.map(({ name, fault, faults, lost, acked }) => ({
          name: `${name.replace(', cursor and client id by hand', ' by hand')}, ${faults} ${fault === 'kill' ? 'kills' : 'cuts'}`,
          value: lost,
          text: share(lost, acked),
        })),
      ),
    }),
  }
}

/** Between its marks; what stands around them is written by hand. */
async function writeScaling(results: Results): Promise<void> {
  const table = scalingTable(results)
  if (table === null) return
  const file = inDocs('scaling.md')
  const text = await readFile(file, 'utf8')
  const [before, rest] = text.split(MARK.begin)
  const after = rest?.split(MARK.end)[1]
  if (after === undefined) throw new Error(`${file} has lost its marks`)
  await writeFile(file, `${before}${MARK.begin}\n\n${table}\n\n${MARK.end}${after}`)
}

/** Parts that were not measured now stay as they were. */
export async function writePage(now: Partial<Results>): Promise<void> {
  const file = inDocs('performance.json')
  const before = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Results,
    () => ({}),
  )
  const results = { ...before, ...now } as Results
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
  await writeFile(inDocs('performance.md'), page(results))
  for (const [name, svg] of Object.entries(plots(results))) await writeFile(inDocs(name), svg)
  await writeScaling(results)
}
