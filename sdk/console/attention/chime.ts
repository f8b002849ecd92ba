// The bell's sound: two soft tones, made on the spot. Knows nothing of conversations.

export interface Chime {
  /** `blocked`: the browser lets no sound out before the first click or key. */
  state(): 'on' | 'off' | 'blocked'
  setOn(on: boolean): void
  ring(): void
  close(): void
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
    ring() {
      if (!on || context?.state !== 'running') return
      tone(context, 880, 0)
      tone(context, 1174.7, 0.13)
    },
    close() {
      life.abort()
      context?.close().catch(() => {})
    },
  }
}

/** One bell stroke: a quick rise, a slow fall. */
function tone(context: AudioContext, frequency: number, after: number): void {
  const at = context.currentTime + after
  const gain = new GainNode(context, { gain: 0 })
  const oscillator = new OscillatorNode(context, { frequency, type: 'sine' })
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(0.18, at + 0.012)
  gain.gain.exponentialRampToValueAtTime(0.001, at + 0.7)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(at)
  oscillator.stop(at + 0.75)
}
