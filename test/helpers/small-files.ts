// Real small files of every kind a customer might try, made here so that none lies in the repository.

import sharp from 'sharp'

/** A ZIP (APPNOTE 4.3) of stored entries. */
export function zip(entries: Record<string, string>): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const data = Buffer.from(text)
    const crc = crc32(data)
    const sizes = [crc, data.length, data.length]
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    for (const [i, value] of sizes.entries()) local.writeUInt32LE(value, 14 + i * 4)
    local.writeUInt16LE(name.length, 26)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(20, 6)
    for (const [i, value] of sizes.entries()) head.writeUInt32LE(value, 16 + i * 4)
    head.writeUInt16LE(name.length, 28)
    head.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(name), data)
    central.push(head, Buffer.from(name))
    offset += local.length + name.length + data.length
  }
  const directory = Buffer.concat(central)
  const count = Object.keys(entries).length
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, directory, end])
}

function crc32(data: Buffer): number {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

const picture = (width = 64, height = 48) =>
  sharp({ create: { width, height, channels: 3, background: { r: 43, g: 80, b: 199 } } })

/** A photo on its side, with a camera's name and where it was taken. */
export const photo = (): Promise<Buffer> =>
  picture()
    .jpeg()
    .withExif({ IFD0: { Make: 'Fjordcam' }, IFD3: { GPSLatitude: '60/1 23/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()

export const png = (width?: number, height?: number): Promise<Buffer> =>
  picture(width, height).png().toBuffer()

/** Three frames. */
export async function animatedGif(): Promise<Buffer> {
  const frames = await Promise.all(
    ['red', 'green', 'blue'].map((background) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100, 100] })
    .toBuffer()
}

/** The header of a PNG of so many pixels, and nothing of the picture. */
export async function hugePng(width: number, height: number): Promise<Buffer> {
  const small = await png(1, 1)
  small.writeUInt32BE(width, 16)
  small.writeUInt32BE(height, 20)
  small.writeUInt32BE(crc32(small.subarray(12, 29)), 29)
  return small
}

const CONTENT_TYPES = (main: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`

export const docx = (): Buffer =>
  zip({ '[Content_Types].xml': CONTENT_TYPES('wordprocessingml.document'), 'word/document.xml': '<w/>' })

export const odt = (): Buffer =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' })

export const pdf = (): Buffer => Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n')
/** Frames of silence. */
export const mp3 = (): Buffer =>
  Buffer.concat(
    Array.from({ length: 4 }, () =>
      Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]),
    ),
  )
const box = (type: string, brand: string): Buffer => {
  const head = Buffer.alloc(24)
  head.writeUInt32BE(24, 0)
  head.write(`ftyp${brand}`, 4, 'latin1')
  head.write(`${brand}${type}`, 16, 'latin1')
  return Buffer.concat([head, Buffer.alloc(64)])
}
export const mp4 = (): Buffer => box('mp42', 'isom')
export const m4a = (): Buffer => box('mp42', 'M4A ')
export const quicktime = (): Buffer => box('qt  ', 'qt  ')
export const ogg = (): Buffer => {
  const page = Buffer.alloc(64)
  page.write('OggS', 0, 'latin1')
  page.write('\x01vorbis', 28, 'latin1')
  return page
}
export const webm = (): Buffer =>
  Buffer.concat([
    Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84]),
    Buffer.from('webm'),
    Buffer.alloc(32),
  ])
/** An element of a WebM file (RFC 8794): its id in hexadecimal, how long it is in four bytes, what it holds. */
function ebml(id: string, ...content: (Buffer | string | number)[]): Buffer {
  const body = Buffer.concat(
    content.map((each) => (typeof each === 'number' ? Buffer.from([each]) : Buffer.from(each as Buffer))),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32BE(0x10000000 + body.length)
  return Buffer.concat([Buffer.from(id, 'hex'), length, body])
}

/** A film of one picture that every browser plays: a WebP holds what a frame of VP8 is. */
export async function film(): Promise<Buffer> {
  const webp = await picture(32, 32).webp().toBuffer()
  const at = webp.indexOf('VP8 ')
  const frame = webp.subarray(at + 8, at + 8 + webp.readUInt32LE(at + 4))
  return Buffer.concat([
    ebml('1a45dfa3', ebml('4282', 'webm'), ebml('4287', 2), ebml('4285', 2)),
    ebml(
      '18538067',
      ebml('1549a966', ebml('2ad7b1', Buffer.from([0x0f, 0x42, 0x40])), ebml('4d80', 'a'), ebml('5741', 'a')),
      ebml(
        '1654ae6b',
        ebml(
          'ae',
          ebml('d7', 1),
          ebml('73c5', 1),
          ebml('83', 1),
          ebml('86', 'V_VP8'),
          ebml('e0', ebml('b0', 32), ebml('ba', 32)),
        ),
      ),
      ebml('1f43b675', ebml('e7', 0), ebml('a3', Buffer.from([0x81, 0, 0, 0x80]), frame)),
    ),
  ])
}
export const exe = (): Buffer => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(128)])
export const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
export const HTML = '<!doctype html><script>alert(1)</script>'
