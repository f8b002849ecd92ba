// The list and the rail: English texts that come with the inbox. Keys say where a text stands; `{name}` is filled in.

export const en = {} as const
