// The settings pages: English texts that are fetched when they are first needed. Keys say where a text stands.

export const en = {} as const
