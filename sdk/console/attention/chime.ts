// The console's sounds: short tones, made on the spot. Knows nothing of conversations.

export type ChimeSound = 'bell' | 'knock' | 'chime' | 'drop'

export interface Chime {
  /** `blocked`: the browser lets no sound out before the first click or key. */
  state(): 'on' | 'off' | 'blocked'
  setOn(on: boolean): void
  ring(sound?: ChimeSound): void
  close(): void
}

interface Tone {
  /** Hz, and where it glides to. */
  from: number
  to?: number
  /** Seconds after the beginning, and how long it takes to fade. */
  after?: number
  lasts?: number
  type?: OscillatorType
  gain?: number
}

const SOUNDS: Readonly<Record<ChimeSound, readonly Tone[]>> = {
  bell: [{ from: 880 }, { from: 1174.7, after: 0.13 }],
  knock: [
    { from: 220, to: 110, lasts: 0.12, type: 'triangle', gain: 0.4 },
    { from: 220, to: 110, after: 0.16, lasts: 0.12, type: 'triangle', gain: 0.4 },
  ],
  chime: [{ from: 659.3 }, { from: 784, after: 0.12 }, { from: 987.8, after: 0.24 }],
  drop: [{ from: 1320, to: 660, lasts: 0.22 }],
}

const KEY = 'deskbell:sound'

const readSetting = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

const writeSetting = (on: boolean): void => {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off')
  } catch {
    // Blocked storage: the choice holds until the page goes.
  }
}

/** @param changed called whenever `state()` may answer differently. */
export function createChime(changed: () => void): Chime {
  const life = new AbortController()
  let on = readSetting()
  let context: AudioContext | null = null

  const wake = (): void => {
    if (!on) return
    if (!context) {
      context = new AudioContext()
      context.addEventListener('statechange', changed, { signal: life.signal })
    }
    if (context.state === 'suspended') context.resume().then(changed, () => {})
    else changed()
  }
  // Asking before a gesture would only earn a warning in the browser's console.
  if (navigator.userActivation?.hasBeenActive) wake()
  const options = { signal: life.signal, capture: true, passive: true }
  for (const gesture of ['pointerdown', 'keydown'] as const)
    document.addEventListener(gesture, () => context?.state !== 'running' && wake(), options)

  return {
    state: () => (!on ? 'off' : context?.state === 'running' ? 'on' : 'blocked'),
    setOn(next) {
      on = next
      writeSetting(on)
      if (on) wake()
      changed()
    },
    ring(sound = 'bell') {
      if (!on || context?.state !== 'running') return
      for (const tone of SOUNDS[sound]) play(context, tone)
    },
    close() {
      life.abort()
      context?.close().catch(() => {})
    },
  }
}

/** One stroke: a quick rise, a slow fall. */
function play(
  context: AudioContext,
  { from, to, after = 0, lasts = 0.7, type = 'sine', gain: loud = 0.18 }: Tone,
): void {
  const at = context.currentTime + after
  const gain = new GainNode(context, { gain: 0 })
  const oscillator = new OscillatorNode(context, { frequency: from, type })
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(loud, at + 0.012)
  gain.gain.exponentialRampToValueAtTime(0.001, at + lasts)
  oscillator.frequency.setValueAtTime(from, at)
  if (to !== undefined) oscillator.frequency.exponentialRampToValueAtTime(to, at + lasts)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(at)
  oscillator.stop(at + lasts + 0.05)
}
