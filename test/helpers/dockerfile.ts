// A Dockerfile as stages and steps: the little of its grammar that ours uses.

export interface DockerStep {
  instruction: string
  text: string
}

export interface DockerStage {
  image: string
  name: string
  steps: DockerStep[]
}

export function parseDockerfile(text: string): DockerStage[] {
  const stages: DockerStage[] = []
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
  for (const line of lines) {
    const [, instruction = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line.trim()) ?? []
    if (!instruction) continue
    if (instruction === 'FROM') {
      const [image = '', , name = String(stages.length)] = rest.split(/\s+/)
      stages.push({ image, name, steps: [] })
    } else stages.at(-1)!.steps.push({ instruction, text: rest })
  }
  return stages
}
