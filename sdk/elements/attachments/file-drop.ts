// Files dropped anywhere on a view. Knows when they are over it and when they are let go, and nothing else.

export interface DropOptions {
  /** Whether files are taken at this moment. */
  takes: () => boolean
  onOver: (over: boolean) => void
  onFiles: (files: File[]) => void
  signal: AbortSignal
}

export function watchDrop(area: HTMLElement, { takes, onOver, onFiles, signal }: DropOptions): void {
  // Leaving one thing inside the area is entering the next.
  let depth = 0
  const listen = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files') || !takes()) return
    // Else the browser leaves the page for the file.
    event.preventDefault()
    if (event.type === 'dragover') return
    if (event.type === 'drop') depth = 0
    else depth += event.type === 'dragenter' ? 1 : -1
    onOver(depth > 0)
    if (event.type === 'drop') onFiles([...event.dataTransfer.files])
  }
  for (const name of ['dragenter', 'dragover', 'dragleave', 'drop'] as const)
    area.addEventListener(name, listen, { signal })
}
