// A picker and what it can list, fetched when somebody first picks.

/** @throws where the server was not reached */
export async function loadChoices() {
  const [choices, fields] = await Promise.all([
    import('./picker-choices.ts'),
    import('./field-choices.ts'),
    import('./desk-picker.define.ts'),
  ])
  return { ...choices, ...fields }
}

export type Choices = Awaited<ReturnType<typeof loadChoices>>
