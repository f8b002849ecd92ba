// The tree of headings over REST: its shape is kept whole, and customers see it in their language.

import assert from 'node:assert/strict'
import test from 'node:test'
import { AdminCategories, AdminCategoryAnswer } from '../../sdk/protocol/article-category.ts'
import { articleDesk } from '../helpers/article-desk.ts'

test('categories: no category stands in itself, none too deep, and names and slugs are unique', async (t) => {
  const { admin, agent } = await articleDesk(t)
  const make = async (name: string, parent_id: string | null = null) =>
    AdminCategoryAnswer.parse((await admin('POST', '/knowledge/categories', { name, parent_id })).body)
      .category
  const one = await make('Größe & Passung')
  const two = await make('Two', one.id)
  const three = await make('Three', two.id)
  assert.deepEqual([one.slug, two.position, three.parent_id], ['grosse-passung', 0, two.id])
  const deep = await admin('POST', '/knowledge/categories', { name: 'Four', parent_id: three.id })
  assert.deepEqual([deep.status, deep.body.code], [409, 'category-refused'])
  for (const parent_id of [one.id, two.id, three.id])
    assert.equal(
      (await admin('PATCH', `/knowledge/categories/${one.id}`, { parent_id })).body.code,
      'category-refused',
    )
  const tree = await make('Root')
  const self = await admin('PATCH', `/knowledge/categories/${tree.id}`, { parent_id: tree.id })
  assert.match(self.body.detail, /in itself/)
  assert.equal(
    (await admin('PATCH', `/knowledge/categories/${one.id}`, { parent_id: tree.id })).body.code,
    'category-refused',
  )
  assert.equal((await admin('POST', '/knowledge/categories', { name: 'Two' })).body.code, 'slug-taken')
  assert.equal(
    (await admin('PATCH', `/knowledge/categories/${two.id}`, { slug: 'root' })).body.code,
    'slug-taken',
  )
  for (const input of [
    { name: '' },
    { name: 'x', translations: { 'not a tag!': { name: 'x' } } },
    { name: 'x', extra: 1 },
  ])
    assert.equal((await admin('POST', '/knowledge/categories', input)).status, 422)
  const { categories } = AdminCategories.parse((await agent('GET', '/knowledge/categories')).body)
  assert.deepEqual(
    categories.map(({ name }) => name),
    ['Größe & Passung', 'Two', 'Three', 'Root'],
  )
})

test('categories: put in order all at once; taken away, what was in it goes up', async (t) => {
  const { admin, publish } = await articleDesk(t)
  const ids: string[] = []
  for (const name of ['a', 'b', 'c'])
    ids.push((await admin('POST', '/knowledge/categories', { name })).body.category.id)
  const names = async () =>
    (await admin('GET', '/knowledge/categories')).body.categories.map(({ name }: { name: string }) => name)
  const order = { parent_id: null, ids: ids.toReversed() }
  assert.equal((await admin('PUT', '/knowledge/categories/order', order)).status, 200)
  assert.deepEqual(await names(), ['c', 'b', 'a'])
  for (const some of [ids.slice(1), [...ids, ids[0]], [ids[0], ids[0], ids[1]]])
    assert.equal(
      (await admin('PUT', '/knowledge/categories/order', { parent_id: null, ids: some })).body.code,
      'category-refused',
    )
  await admin('PATCH', `/knowledge/categories/${ids[1]}`, { parent_id: ids[0] })
  const article = await publish('Parcels', { category_id: ids[1] })
  const child = (await admin('POST', '/knowledge/categories', { name: 'd', parent_id: ids[1] })).body.category
  await admin('DELETE', `/knowledge/categories/${ids[1]}`)
  assert.equal((await admin('GET', `/articles/${article.id}`)).body.article.category_id, ids[0])
  const { categories } = (await admin('GET', '/knowledge/categories')).body
  assert.equal(categories.find(({ id }: { id: string }) => id === child.id).parent_id, ids[0])
  assert.equal(categories.find(({ id }: { id: string }) => id === ids[0]).published, 1)
  assert.equal((await admin('DELETE', `/knowledge/categories/${ids[1]}`)).status, 404)
})

test('categories: customers see them in their language, as the tree has them, and what is hidden counts for nothing', async (t) => {
  const { desk, admin, publish, customer, stranger } = await articleDesk(t)
  const other = await desk.rooms.sites.create({ workspaceId: desk.workspaceId, name: 'Other', key: 'other' })
  const translations = { de: { name: 'Versand' }, 'de-AT': { name: 'Zustellung' } }
  const shipping = (await admin('POST', '/knowledge/categories', { name: 'Shipping', translations })).body
    .category
  const orders = (await admin('POST', '/knowledge/categories', { name: 'Orders' })).body.category
  const late = (await admin('POST', '/knowledge/categories', { name: 'Late', parent_id: shipping.id })).body
    .category
  await publish('Eins', { locale: 'de', category_id: shipping.id })
  await publish('Zwei', { locale: 'de', category_id: orders.id })
  await publish('Drei', { locale: 'de', category_id: late.id })
  await publish('Vier', { locale: 'de', category_id: shipping.id, sites: [other.id] })
  const seen = async (locale: string, site?: string) =>
    (await customer(`/articles/categories?locale=${locale}`, site)).body.categories.map(
      ({ name, count }: { name: string; count: number }) => `${name} ${count}`,
    )
  assert.deepEqual(await seen('de'), ['Versand 1', 'Late 1', 'Orders 1'])
  assert.deepEqual(await seen('de-AT'), ['Zustellung 1', 'Late 1', 'Orders 1'])
  assert.deepEqual(await seen('de', 'other'), ['Versand 2', 'Late 1', 'Orders 1'])
  const { call } = await stranger()
  assert.deepEqual((await call('GET', '/knowledge/categories')).body.categories, [])
  assert.equal((await call('PATCH', `/knowledge/categories/${late.id}`, { name: 'Mine' })).status, 404)
  assert.equal((await call('POST', '/knowledge/categories', { name: 'x', parent_id: late.id })).status, 404)
})
