// Stands in for the panel's module in the loader's tests: it remembers what the loader told it.

import type { Panel, PanelCommand, PanelOptions } from './panel-contract.ts'

export interface Heard {
  mounts: PanelOptions[]
  commands: PanelCommand[]
  shown: boolean[]
  destroyed: number
}

export const heard: Heard = { mounts: [], commands: [], shown: [], destroyed: 0 }

export async function mount(options: PanelOptions): Promise<Panel> {
  heard.mounts.push(options)
  const inside = document.createElement('button')
  options.frame.append(inside)
  return {
    run(command) {
      heard.commands.push(command)
      inside.focus()
    },
    shown: (open) => void heard.shown.push(open),
    destroy() {
      heard.destroyed++
      inside.remove()
    },
  }
}
