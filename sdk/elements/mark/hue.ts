// A hue from an id, so that a person keeps one colour everywhere without anybody storing it.

/** FNV-1a over the id, as degrees. */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % 360
}
