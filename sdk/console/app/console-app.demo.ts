// The console's named states, for the catalogue, the tests and the screenshots.

import { html, type TemplateResult } from 'lit'
import { createFakeAgentClient, type FakeAgentClientOptions } from '../demo/fake-agent-client.ts'
import {
  actorOf,
  assistant,
  at,
  customerOf,
  fakeMe,
  fakeNow,
  handledByAssistant,
  inView,
  mika,
  nora,
  resolved,
  waiting,
} from '../demo/fake-desk.ts'
import { discardedLog, drafted, draftedLog } from '../demo/fake-drafts.ts'
import type { DeskbellConsole } from './console-app.ts'
import './console-app.define.ts'
// Fetched late where somebody has to sign in; the states below are drawn at once.
import '../sign-in/sign-in.define.ts'

type Settings = Partial<Pick<DeskbellConsole, 'view' | 'conversationId' | 'theme'>>

const desk = (
  options: FakeAgentClientOptions,
  { view = 'mine', conversationId = null, theme }: Settings = {},
) => {
  const client = createFakeAgentClient({
    ...options,
    inbox: { view, conversations: inView[view], ...options.inbox },
  })
  return html`<deskbell-console locale="en-GB" .client=${client} .view=${view} .conversationId=${conversationId}
    .theme=${theme} .clock=${fakeNow} .attentive=${() => true}></deskbell-console>`
}

const typing = {
  typing: [{ actor: customerOf(nora), text: 'Great, thank you! Do I need new bolts or can I reu' }],
}

export const consoleDemos: Record<string, (settings?: Settings) => TemplateResult> = {
  inbox: (settings) =>
    desk(
      {
        states: { [nora.id]: typing },
        drafts: { [nora.id]: 'Your old bolts are fine. Tighten them crosswise to 6 Nm.' },
      },
      { conversationId: nora.id, ...settings },
    ),
  'nothing open': (settings) => desk({}, settings),
  waiting: (settings) => desk({}, { view: 'waiting', conversationId: waiting[0]!.id, ...settings }),
  'assistant is writing': (settings) =>
    desk(
      {
        states: {
          [handledByAssistant[0]!.id]: {
            answer: {
              gen: 'g1',
              actor: actorOf(assistant),
              text: 'Your parcel left Bergen on Monday. [1] It takes three to five',
            },
          },
        },
      },
      { view: 'assistant', conversationId: handledByAssistant[0]!.id, ...settings },
    ),
  'draft waits': (settings) =>
    desk(
      {
        conversations: { drafts: [drafted] },
        states: { [drafted.id]: { events: draftedLog } },
        inbox: { conversations: [drafted] },
      },
      { view: 'drafts', conversationId: drafted.id, ...settings },
    ),
  'draft discarded': (settings) =>
    desk(
      {
        conversations: { drafts: [drafted] },
        states: { [drafted.id]: { events: discardedLog } },
        inbox: { conversations: [drafted] },
      },
      { view: 'drafts', conversationId: drafted.id, ...settings },
    ),
  'on its way': (settings) =>
    desk(
      {
        connection: { state: 'offline', since: 0 },
        states: {
          [nora.id]: {
            pending: [
              { cid: 'c1', kind: 'note', body: 'Batch 2411 again', at: 0, state: 'sending', problem: null },
              { cid: 'c2', kind: 'message', body: 'One moment', at: 0, state: 'waiting', problem: null },
              {
                cid: 'c3',
                kind: 'message',
                body: 'It left Bergen at noon',
                at: 0,
                state: 'failed',
                problem: null,
              },
            ],
          },
        },
      },
      { conversationId: nora.id, ...settings },
    ),
  resolved: (settings) => desk({}, { view: 'resolved', conversationId: resolved[0]!.id, ...settings }),
  empty: (settings) =>
    desk(
      {
        inbox: {
          conversations: [],
          counts: {
            mine: 0,
            waiting: 0,
            unassigned: 0,
            assistant: 0,
            drafts: 0,
            mentions: 0,
            following: 0,
            open: 0,
            snoozed: 0,
            resolved: 0,
            spam: 0,
          },
        },
      },
      settings,
    ),
  'list failed': (settings) => desk({ inbox: { phase: 'failed', conversations: [] } }, settings),
  'long list': (settings) => desk({ inbox: { hasMore: true } }, settings),
  'session ended': (settings) =>
    desk({ connection: { state: 'refused', code: 'unauthenticated' } }, settings),
  away: (settings) => desk({ me: { ...fakeMe, agent: { ...mika, availability: 'away' } } }, settings),
  'signed out': (settings) => desk({ me: null }, settings),
  'choose a password': (settings) => desk({ me: { ...fakeMe, needs_password: true } }, settings),
}

/** When everything in the demos happens, for tests that need the same moment. */
export const demoDay = at(14, 8)
