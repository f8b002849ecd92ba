// The template that makes HTML: what is put in is text, whatever it looks like.

import assert from 'node:assert/strict'
import test from 'node:test'
import { Html, html, jsonForScript } from './html.ts'

test('html: text is escaped between tags and within quotes, and what it made itself is not escaped again', () => {
  const inner = html`<b>${'<i>&"\''}</b>`
  assert.equal(
    html`<p title="${'" onclick="x'}">${inner}${[html`<br>`, 'a<b']}</p>`.toString(),
    '<p title="&quot; onclick=&quot;x"><b>&lt;i&gt;&amp;&quot;&#39;</b><br>a&lt;b</p>',
  )
})

test('html: nothing is left out, a number that is zero is not', () => {
  assert.equal(html`[${null}${undefined}${false}${0}]`.toString(), '[0]')
})

test('html: nobody else makes it, nor passes an object for it', () => {
  assert.throws(() => new Html(Symbol('html'), '<script>'), TypeError)
  const forged = { toString: () => '<script>' } as never
  assert.equal(html`${forged}`.toString(), '&lt;script&gt;')
})

test('jsonForScript: no value ends its script or opens a comment', () => {
  const text = jsonForScript({ a: '</script><!--<script>', b: '\u2028' }).toString()
  assert.doesNotMatch(text, /[<>&\u2028]/)
  assert.deepEqual(JSON.parse(text), { a: '</script><!--<script>', b: '\u2028' })
})
