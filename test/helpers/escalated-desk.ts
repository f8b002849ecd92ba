// A desk whose site is known by its page alone, with Escalated's widget on that page.

import type { TestContext } from 'node:test'
import { type DeskOptions, startDesk } from './desk.ts'
import { createEscalatedWidget } from './escalated-widget.ts'
import { startMailServer } from './mail-server.ts'

export const SHOP = 'https://shop.example'

export async function startEscalatedDesk(t: TestContext, options: DeskOptions = {}) {
  const post = await startMailServer(t)
  const env = { SMTP_URL: post.url, MAIL_FROM: 'desk@support.example', ...options.env }
  const desk = await startDesk(t, { ...options, env })
  const site = await desk.rooms.sites.update(desk.site, { allowedOrigins: [SHOP], name: 'Shop' })
  await desk.rooms.articles.upsert(desk.workspaceId, {
    slug: 'returns',
    title: 'Returning parts',
    locale: 'en',
    category: 'Orders',
    summary: 'Sixty days.',
    body: '## How long\n\nParts can be returned within **60 days** of delivery, <b>unused</b>. See [terms](https://shop.example/terms).',
    updated: null,
    related: [],
    questions: ['Can I return parts?'],
    featured: false,
  })
  const widget = createEscalatedWidget({ base: desk.base, origin: SHOP })
  return { desk, site, post, widget }
}
