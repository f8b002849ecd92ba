// Small words that give a language of the Latin script away. Data only.

/** The widget's languages and others that are often met. Folded to lower case, with their accents. */
export const TELLTALES: Record<string, string> = {
  en: `a the and is are was you your my what where when how why can could do does did not of to for with this that have has i it's i'm don't would will there from about which order please get want need an in on be me we or if at any it its as but been they he she who whose no yes so just only than then them their our us by up out now never nothing still after before again all some more most much many very too also back say says said came come comes got gets getting goes going went make makes made take takes took long into over because which where's what's didn't doesn't isn't can't won't i've i'd hello hi thanks think know was were`,
  de: `der die das und ist sind nicht ich sie wir mein meine meinen wo wie was wann warum kann können habe hat mit für von auf zu ein eine einen es im den dem wird bitte noch auch oder wenn gibt ihr ihre euch bei nach über aber als am an aus bis dann dass doch durch er hatte ihm ihn ja kein keine man mehr mich mir nein nur ob schon sehr seit sich so uns unser viel vom war weil welche wer wieder wollen würde zum zur hallo danke`,
  fr: `a le la les et est sont pas je vous nous mon ma mes où comment quand pourquoi que qui peux peut ai avec pour de du des un une il elle dans sur bonjour est-ce quel quelle c'est j'ai puis-je ne au aux combien votre mais s'il`,
  es: `a el la los las y es son no yo usted mi mis dónde donde cómo como cuándo cuando qué por para de del un una en con puedo puede tengo hay está mucho se lo hola quiero al si su me cuánto`,
  nb: `og er ikke jeg du vi min mitt mine hvor hva når hvordan hvorfor kan har med for av på til en et den det som fra om hei skal vil dere må noe noen blir å mye også etter deres`,
  it: `a il lo la gli le e è sono non io mi mio mia dove come quando perché posso può ho ha con per di del della un una che nel sul ciao vorrei quanto i si devo al dei questo`,
  nl: `de het een en is zijn niet ik u jullie mijn waar hoe wat wanneer waarom kan kunnen heb heeft met voor van op te naar er dit dat bij ook om nog hoeveel wil moet je uit aan wordt geen`,
  sv: `och är inte jag ni vi min mitt mina var vad när hur varför kan har med för av på till en ett den det som från om hej ska vill er måste något någon blir att mycket också efter får`,
  da: `og er ikke jeg du i vi min mit mine hvor hvad hvornår hvordan hvorfor kan har med for af på til en et den det som fra om hej skal vil jeres må noget nogen bliver at meget også efter får`,
  pt: `o a os as e é são não eu você meu minha meus onde como quando por porque posso pode tenho com para de do da um uma em no na que qual quanto olá está quero ao se meu mais isso já`,
  pl: `i jest są nie ja mój moja moje gdzie jak co kiedy dlaczego czy mogę można mam z do na w po od za się to ten ta ile proszę dla przez już tym chcę jeśli być`,
  tr: `ve bir bu ne nerede nasıl ne zaman neden mi mı mu mü için ile değil var yok ben siz benim kaç olarak daha çok istiyorum nedir olur kadar gibi sipariş bana beni`,
  fi: `ja on ovat ei en minä minun missä miten mitä milloin miksi voinko voiko kuinka onko mikä tämä se että olen kun jos kanssa mutta vai myös saan saako haluan tilaus minulla kauan paljon`,
  cs: `a je jsou není ne já můj moje kde jak co kdy proč mohu můžu mám s do na v po od za se to ten ta kolik prosím pro už ale nebo jestli`,
  hu: `a az és nem van hol hogyan mit mikor miért lehet kérem hogy egy meg mennyi vagy csak nekem szeretnék`,
  ro: `și este sunt nu eu meu mea unde cum ce când de pot are cu pentru din la un o în pe că vreau cât`,
}

/** Letters that only some of them have. */
export const LETTERS: readonly [pattern: RegExp, languages: readonly string[]][] = [
  [/ß/, ['de']],
  [/[äö]/, ['de', 'sv', 'fi', 'tr', 'hu']],
  [/ü/, ['de', 'tr', 'hu']],
  [/å/, ['nb', 'sv', 'da']],
  [/[æø]/, ['nb', 'da']],
  [/[ğşı]/, ['tr']],
  [/[ąęłńśźż]/, ['pl']],
  [/[ñ¿¡]/, ['es']],
  [/[ãõ]/, ['pt']],
  [/[êèàùœ]/, ['fr']],
  [/[èòùì]/, ['it']],
  [/[ěřůčšž]/, ['cs']],
  [/[őű]/, ['hu']],
  [/[țșă]/, ['ro']],
  [/ç/, ['fr', 'pt', 'tr']],
]
