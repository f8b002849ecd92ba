// An owner's fields are named, described, checked and read; what is wrong is said at the field and listed on top.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { FormField } from '../../protocol/site-settings.ts'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import '../provider/provider.define.ts'
import './form-fields.define.ts'
import { toNumber } from './field-fault.ts'
import { formFieldsDemos, sampleFields } from './form-fields.demo.ts'
import type { DeskbellFormFields } from './form-fields.ts'

const show = async (fields: readonly FormField[] = sampleFields, texts = {}) => {
  const submits: Event[] = []
  const form = await showDemo({
    render: () =>
      html`<form @submit=${(event: Event) => {
        event.preventDefault()
        submits.push(event)
      }}><deskbell-form-fields .fields=${fields} .texts=${texts}></deskbell-form-fields></form>`,
  })
  const element = form.querySelector('deskbell-form-fields') as DeskbellFormFields
  const root = element.shadowRoot!
  const at = (key: string) => root.querySelector<HTMLInputElement>(`#${key}`)!
  const type = async (key: string, value: string | boolean) => {
    const input = at(key)
    if (typeof value === 'boolean') input.checked = value
    else input.value = value
    const name = input.matches('select, [type=checkbox]') ? 'change' : 'input'
    input.dispatchEvent(new Event(name, { bubbles: true }))
    await settled(form)
  }
  const described = (key: string) =>
    (at(key).getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => root.getElementById(id)?.textContent?.trim())
  const summary = () => root.querySelector('.summary')
  return { element, root, at, type, described, summary, submits }
}

describe('deskbell-form-fields', () => {
  it('gives each kind its keyboard and its token, and says which may stay empty', async () => {
    const { at, root } = await show()
    expect(at('phone').type).to.equal('tel')
    expect(at('phone').autocomplete).to.equal('tel')
    expect(at('other_email').type).to.equal('email')
    expect(at('ridden').inputMode).to.equal('decimal')
    expect(at('bought').type).to.equal('date')
    expect(at('order').getAttribute('aria-required')).to.equal('true')
    expect(root.querySelector('label[for=phone]')!.textContent).to.equal('Phone (optional)')
  })

  it('lists several faults, leads to each, and ties fault and hint to the field', async () => {
    const { element, root, summary, described, at } = await show()
    expect(await element.check()).to.equal(false)
    expect(root.activeElement).to.equal(summary())
    expect(summary()!.textContent).to.contain('3 answers need another look')
    expect(described('order')).to.deep.equal(['On your receipt, it starts with F.', 'This is needed'])
    expect(described('terms')).to.deep.equal(['Else we send it back.', 'Tick this to go on'])
    expect(at('part').getAttribute('aria-invalid')).to.equal('true')
    const [, part] = root.querySelectorAll<HTMLElement>('.summary button')
    part!.click()
    expect(root.activeElement).to.equal(at('part'))
    await expect(element).to.be.accessible()
  })

  it('goes straight to a single fault, and takes it away once it is mended', async () => {
    const { element, root, summary, type, at } = await show(sampleFields, { part: 'Rotor', terms: true })
    expect(await element.check()).to.equal(false)
    expect(summary()).to.equal(null)
    expect(root.activeElement).to.equal(at('order'))
    await type('order', 'F-1042')
    expect(at('order').getAttribute('aria-invalid')).to.equal('false')
    expect(await element.check()).to.equal(true)
  })

  it('reads what was given: numbers as numbers, ticks as ticks, nothing for nothing', async () => {
    const { element, type } = await show()
    await type('order', ' F-1042 ')
    await type('ridden', '12,5')
    await type('terms', true)
    expect(element.values).to.deep.equal({ order: 'F-1042', ridden: 12.5, terms: true })
  })

  it('leaves a number as it is typed', async () => {
    const { type, at } = await show()
    await type('ridden', '1.50')
    expect(at('ridden').value).to.equal('1.50')
  })

  it('shows what the server found at the field it is about', async () => {
    const { element, described, root, at } = await show(sampleFields.slice(0, 1), { order: 'F' })
    expect(await element.blame([{ pointer: '/email', detail: 'no' }])).to.equal(false)
    expect(await element.blame([{ pointer: '/fields/order', detail: 'No such order.' }])).to.equal(true)
    expect(described('order')).to.contain('No such order.')
    expect(root.activeElement).to.equal(at('order'))
  })

  it('sends the form around it by Enter, but not from a text of several lines', async () => {
    const { at, submits } = await show()
    const enter = (key: string) =>
      at(key).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    enter('more')
    expect(submits).to.have.length(0)
    enter('order')
    expect(submits).to.have.length(1)
  })

  it('reads numbers in the digits of the language', () => {
    expect(['١٢٫٥', '۱۲', '1 200', '-.5', '1,5', '12a', ''].map(toNumber)).to.deep.equal([
      12.5,
      12,
      1200,
      -0.5,
      1.5,
      null,
      null,
    ])
  })

  checkDemos(formFieldsDemos)
})
