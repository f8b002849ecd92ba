// The sound of an answer: two short notes, made by the browser itself. It knows not when.

export interface Tone {
  /** Whether it may sound; true once somebody has touched the page while this was asked. Call it from a gesture. */
  unlock(): Promise<boolean>
  play(): Promise<void>
}

/** When a note begins (s), and its pitch (Hz). */
const NOTES = [
  [0, 659.3],
  [0.13, 880],
] as const
const LENGTH = 0.35
/** Of full: to be heard, not to startle. */
const LOUDNESS = 0.06

const pause = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000))

export function createTone(context = new AudioContext()): Tone {
  return {
    async unlock() {
      // A page not touched yet is made to wait for ever: the next gesture asks again.
      await Promise.race([context.resume(), pause(0.3)])
      if (context.state !== 'running') return false
      // A running context keeps a phone's audio awake.
      await context.suspend()
      return true
    },
    async play() {
      await context.resume()
      for (const [delay, pitch] of NOTES) {
        const start = context.currentTime + delay
        const note = new OscillatorNode(context, { frequency: pitch })
        const volume = new GainNode(context, { gain: 0 })
        volume.gain.setValueAtTime(0, start)
        volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.01)
        volume.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH)
        note.connect(volume).connect(context.destination)
        note.start(start)
        note.stop(start + LENGTH)
      }
      await pause(LENGTH + 0.3)
      await context.suspend()
    },
  }
}
