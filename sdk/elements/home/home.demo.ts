// States of the home view.

import { html } from 'lit'
import type { WidgetSettings } from '../../protocol/site-settings.ts'
import type { Demo, Demos } from '../demo/demo.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { demoClockOffset, demoTime, nora, sampleConfig, sampleConversation } from '../demo/fake-data.ts'

const render = () => html`<deskbell-home></deskbell-home>`
const clockOffset = demoClockOffset()
const { availability } = sampleConfig

const home = (
  change: Partial<typeof availability> = {},
  { known = false, assistant = true }: { known?: boolean; assistant?: boolean } = {},
): Demo => ({
  render,
  client: () =>
    createFakeClient({
      clockOffset,
      conversations: known ? [sampleConversation] : [],
      config: {
        ...sampleConfig,
        assistant: assistant ? sampleConfig.assistant : null,
        availability: { ...availability, ...change },
      },
    }),
})

const settings = (home: NonNullable<WidgetSettings['home']>): Demo => ({
  render,
  client: () => createFakeClient({ clockOffset, config: { ...sampleConfig, settings: { home } } }),
})

/** One red pixel. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

export const homeDemos: Demos = {
  firstVisit: home(),
  picture: {
    render,
    client: () => createFakeClient({ clockOffset, config: { ...sampleConfig, logo_url: picture } }),
  },
  backAgain: home({}, { known: true }),
  ownTicket: {
    render,
    client: () =>
      createFakeClient({
        clockOffset,
        conversations: [
          {
            ...sampleConversation,
            channel: 'ticket',
            assignee: null,
            status: 'new',
            last_message: { preview: 'The hub spins true.', at: demoTime(14, 5), actor: nora },
          },
        ],
      }),
  },
  manyTalks: {
    render,
    client: () =>
      createFakeClient({
        clockOffset,
        conversations: [1, 2, 3].map((n) => ({
          ...sampleConversation,
          id: `${sampleConversation.id.slice(0, -1)}${n}`,
        })),
      }),
  },
  little: settings({ search: false, chat: false, status: false, people: false, popular: false }),
  noArticles: {
    render,
    client: () =>
      createFakeClient({
        clockOffset,
        config: { ...sampleConfig, popular: [], article_count: 0 },
      }),
  },
  unmeasured: home({ estimated_wait_seconds: null, people: availability.people.slice(0, 1) }),
  closed: home({
    available: false,
    people: [],
    estimated_wait_seconds: null,
    opens_at: '2026-11-23T07:00:00Z',
  }),
  closedWithoutHours: home(
    { available: false, people: [], estimated_wait_seconds: null },
    { assistant: false },
  ),
  settingsMissing: {
    render,
    client: () => createFakeClient({ config: new Error('no answer'), clockOffset }),
  },
  arabic: { ...home({}, { known: true }), locale: 'ar' },
}
