// Does the customer want a promise? No machine may give one, and an article quoted at them would be none.

const WISHES: readonly RegExp[] = [
  /\b(?:guarantee|promise|assure) (?:me|us)\b|\b(?:can|could|will|do) you (?:please )?(?:guarantee|promise)\b|\bgive me your word\b/,
  /\b(?:garantieren|versprechen) sie (?:mir|uns)\b|\bversprich mir\b|\bgarantier(?:st|en) (?:du|ihr|sie) (?:mir|uns)\b/,
  /(?<!\p{L})(?:garantissez|promettez)[- ](?:moi|nous)(?!\p{L})|(?<!\p{L})(?:me|nous) (?:garantir|promettre)(?!\p{L})/u,
  /(?<!\p{L})(?:garantícenme|garantízame|prométeme|prométanme|me (?:garantizas|garantiza|garantizan|prometes|promete|prometen))(?!\p{L})/u,
  /(?<!\p{L})(?:lov meg|garanter meg|kan (?:du|dere) (?:love|garantere)|lov mig|garanter mig|kan (?:du|i) (?:love|garantere)|lova mig|garantera mig|kan (?:du|ni) (?:lova|garantera))(?!\p{L})/u,
  /(?<!\p{L})(?:mi (?:garantite|garantisci|promettete|prometti)|promettimi|beloof me|garandeer me|kun je (?:beloven|garanderen)|me (?:garante|garantem|promete|prometem)|obiecaj\p{L}* mi|zagwarantuj\p{L}* mi|пообіцяйте|гарантуйте мені|söz verin|garanti eder misiniz|voitko luvata|lupaatko)(?!\p{L})/u,
  /約束してください|保証してください|请?保证|請保證|答应我|תבטיחו? לי|أوعدني|عدني|هل تضمن/u,
]

export const wantsPromise = (message: string): boolean => {
  const text = message.toLowerCase().normalize('NFC')
  return WISHES.some((wish) => wish.test(text))
}
