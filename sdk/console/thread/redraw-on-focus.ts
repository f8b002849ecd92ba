// Coming back to the window is when what stands there is seen: the element looks again then.

import type { ReactiveControllerHost } from 'lit'

export function redrawOnFocus(host: ReactiveControllerHost): void {
  let life = new AbortController()
  host.addController({
    hostConnected() {
      life = new AbortController()
      window.addEventListener('focus', () => host.requestUpdate(), { signal: life.signal })
    },
    hostDisconnected: () => life.abort(),
  })
}
