// Words that turn a statement into its opposite, and words where one statement ends and another begins. Data only.

/** Folded as the tokenizer folds. */
export const NEGATORS: Record<string, string> = {
  en: 'not no never cannot cant dont doesnt didnt wont isnt arent wasnt werent shouldnt mustnt wouldnt couldnt neither nor without none nobody nothing unable hasnt havent',
  de: 'nicht kein keine keinen keinem keiner keines nie niemals ohne niemand nichts weder',
  fr: 'pas jamais aucun aucune sans ni rien personne non',
  es: 'no nunca jamás sin ningún ninguno ninguna tampoco nadie nada ni',
  nb: 'ikke ingen aldri uten intet inga ikkje',
  it: 'non mai nessun nessuno nessuna senza niente nulla né',
  nl: 'niet geen nooit zonder niemand niets',
  sv: 'inte ingen inga inget aldrig utan ej icke',
  da: 'ikke ingen intet aldrig uden ej',
  pt: 'não nunca jamais sem nenhum nenhuma ninguém nada nem',
  pl: 'nie nigdy bez żaden żadna żadne nikt nic ani',
  uk: 'не ні ніколи без жоден жодна жодне ніхто нічого немає неможливо',
  ru: 'не нет никогда без никакой никто ничего нельзя',
  tr: 'değil yok hiç asla olmaz edilmez yapılmaz',
  fi: 'ei en et emme ette eivät ilman älä koskaan eikä',
  he: 'לא אין בלי אסור אף ללא',
  ar: 'لا ليس ليست لم لن غير دون بدون ما لسنا',
  ja: '',
  zh: '',
}

/** Parts of words, where words are not set apart or the no stands in an ending. */
export const NEGATING_PARTS: Record<string, RegExp> = {
  en: /n['’]t\b/,
  ja: /ません|ない|なく|不可|禁止|できず/,
  zh: /不|没|沒|无法|無法|未|勿|禁止|别/,
  ko: /않|없|못|아니|불가|금지/,
  tr: /m[ae](z|m[ae]|dı|di|yız|yiz|zsınız|zsiniz|yeceğ|yacağ|mış|miş)|[ae]m[ae]/,
}

/** Besides commas and stops. */
export const DIVIDERS: Record<string, string> = {
  en: 'if unless but when while because although however except and or until after before so which who',
  de: 'wenn falls aber sofern weil obwohl jedoch außer und oder bis nachdem bevor sondern solange',
  fr: 'si sauf mais quand lorsque car cependant et ou jusqu sinon',
  es: 'si salvo pero cuando porque aunque excepto y o hasta sino',
  nb: 'hvis men når fordi selv unntatt og eller til mens dersom',
  it: 'se ma quando perché tranne e o finché',
  nl: 'als maar wanneer omdat hoewel behalve en of tot tenzij',
  sv: 'om men när eftersom utom och eller tills',
  da: 'hvis men når fordi undtagen og eller indtil',
  pt: 'se mas quando porque exceto e ou até',
  pl: 'jeśli jeżeli ale gdy ponieważ chyba i lub aż oraz',
  uk: 'якщо але коли бо хоча крім і й та або поки',
  ru: 'если но когда потому кроме и или пока',
  tr: 'eğer ama ancak ve veya ise',
  fi: 'jos mutta kun koska paitsi ja tai kunnes',
  he: 'אם אבל כאשר כי או אלא',
  ar: 'إذا لكن عندما لأن إلا أو حتى',
}
