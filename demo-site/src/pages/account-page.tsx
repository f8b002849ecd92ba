import { findPart, partLink } from '../catalogue.ts'
import { receipt } from '../money.ts'
import { mount } from '../mount.tsx'
import { customer, type Order, orderSteps, orders } from '../orders.ts'
import { ProductArt } from '../product-art/product-art.tsx'

const Steps = ({ order }: { order: Order }) => {
  const reached = orderSteps.indexOf(order.step)
  return (
    <ol class="steps" aria-label="Progress">
      {orderSteps.map((step, index) => (
        <li
          class={index <= reached ? 'step step-done' : 'step'}
          aria-current={index === reached ? 'step' : undefined}
        >
          {step}
        </li>
      ))}
    </ol>
  )
}

const OrderItems = ({ order }: { order: Order }) => (
  <ul class="order-items">
    {order.items.map(({ part: slug, choice }) => {
      const part = findPart(slug)
      return (
        part && (
          <li>
            <a class="tile" href={partLink(slug)} aria-label={part.name}>
              <ProductArt name={part.art} />
            </a>
            <span>
              {part.name}
              {choice && <span class="quiet"> {choice}</span>}
            </span>
          </li>
        )
      )
    })}
  </ul>
)

const OrderCard = ({ order }: { order: Order }) => (
  <article class="order" aria-labelledby={`order-${order.number}`}>
    <header class="order-head">
      <h2 id={`order-${order.number}`}>{order.headline}</h2>
      <p class="quiet tabular">
        Order {order.number} · {order.placed} · {receipt(order.paid)}
      </p>
    </header>
    <Steps order={order} />
    <OrderItems order={order} />
    <p>{order.detail}</p>
    <p class="order-links">
      <a href="help.html" data-deskbell-open="chat">
        Ask about this order
      </a>
      {order.step === 'Delivered' && (
        <a href="help.html" data-deskbell-open="ticket">
          Report a damaged part
        </a>
      )}
    </p>
  </article>
)

const Details = () => (
  <aside class="details" aria-label="Your details">
    <h2>Your details</h2>
    <address>
      {customer.name}
      {customer.address.map((line) => (
        <span>{line}</span>
      ))}
    </address>
    <p>{customer.email}</p>
    <p class="quiet">Customer since March 2023</p>
  </aside>
)

const AccountPage = () => (
  <>
    <h1>Hello, {customer.firstName}</h1>
    <div class="account">
      <section aria-label="Orders">
        {orders.map((order) => (
          <OrderCard key={order.number} order={order} />
        ))}
      </section>
      <Details />
    </div>
  </>
)

mount(AccountPage)
