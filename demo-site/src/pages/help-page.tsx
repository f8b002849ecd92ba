import { mount } from '../mount.tsx'

type Way = { open: 'help' | 'chat' | 'ticket' | 'status'; title: string; line: string; action: string }

const ways: Way[] = [
  {
    open: 'help',
    title: 'Read',
    line: 'Shipping, returns, sizes and torque. 46 articles, written in the workshop.',
    action: 'Search the articles',
  },
  {
    open: 'chat',
    title: 'Chat',
    line: 'An AI agent answers first, from our articles. A person is one tap away.',
    action: 'Start a chat',
  },
  {
    open: 'ticket',
    title: 'Write',
    line: 'A person replies by e-mail. Add photos of up to 10 MB each.',
    action: 'Send a ticket',
  },
  {
    open: 'status',
    title: 'Look it up',
    line: 'See where your ticket is, with its reference and your e-mail.',
    action: 'Check a ticket',
  },
]

const Ways = () => (
  <ul class="ways">
    {ways.map(({ open, title, line, action }) => (
      <li key={open}>
        <h2>{title}</h2>
        <p>{line}</p>
        <button class="button button-quiet" type="button" data-deskbell-open={open}>
          {action}
        </button>
      </li>
    ))}
  </ul>
)

const Hours = () => (
  <dl class="specs hours">
    <dt>People</dt>
    <dd>Monday to Friday, 08:00–18:00 Bergen time</dd>
    <dt>AI agent</dt>
    <dd>Always</dd>
    <dt>E-mail</dt>
    <dd>
      <a href="mailto:help@fjordline.example">help@fjordline.example</a>
    </dd>
    <dt>Workshop</dt>
    <dd>Damsgårdsveien 60, 5058 Bergen. Orders can be picked up, usually within an hour.</dd>
  </dl>
)

const HelpPage = () => (
  <>
    <h1>How to reach us</h1>
    <p class="lead">
      Mika, Ana and Samir fit the same parts that you do. Ask them anything, or find it yourself.
    </p>
    <Ways />
    <h2 class="section-title">When we are here</h2>
    <Hours />
  </>
)

mount(HelpPage)
