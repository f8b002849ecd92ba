// Names of files as they are shown and saved by.

import assert from 'node:assert/strict'
import test from 'node:test'
import { FILE_KINDS } from './file-kind.ts'
import { fileName } from './file-name.ts'

for (const [given, type, name] of [
  ['ride.PNG', 'image/png', 'ride.png'],
  ['ride', 'image/png', 'ride.png'],
  ['ride.exe', 'image/png', 'ride.png'],
  ['ride.tar.gz', 'application/pdf', 'ride.tar.pdf'],
  ['../../etc/passwd', 'text/plain', 'passwd.txt'],
  ['C:\\temp\\ride.jpeg', 'image/jpeg', 'ride.jpeg'],
  ['invoice\u202efdp.exe', 'application/pdf', 'invoicefdp.pdf'],
  ['a\r\nSet-Cookie: b.pdf', 'application/pdf', 'aSet-Cookie_ b.pdf'],
  ['...', 'text/plain', 'file.txt'],
  ['', 'text/plain', 'file.txt'],
  ['.bashrc', 'text/plain', 'bashrc.txt'],
  ['Rechnung für März.pdf', 'application/pdf', 'Rechnung für März.pdf'],
  ['فاتورة.pdf', 'application/pdf', 'فاتورة.pdf'],
] as const)
  test(`file name: ${JSON.stringify(given)} of type ${type} is called ${name}`, () => {
    assert.equal(fileName(given, FILE_KINDS[type]!), name)
  })

test('file name: a long one keeps its ending, and no half of a character', () => {
  const name = fileName(`${'😀'.repeat(300)}.png`, FILE_KINDS['image/png']!)
  assert.ok(name.length <= 200 && name.endsWith('.png') && name.isWellFormed())
})
