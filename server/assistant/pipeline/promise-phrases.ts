// What no machine may say on the team's behalf, in the widget's languages: that something was done, or will be. Data.

/** It claims a deed of its own, past or to come. Never true, as it can do nothing but answer. */
export const OWN_DEEDS: readonly RegExp[] = [
  // English
  /\bI(?: have|['’]ve)(?: just| already| now)? (?!found|looked|read|listed)\w+/i,
  /\bI(?: will|['’]ll| am going to|['’]m going to) (?!be (?:able|happy|glad)|need)\w+/i,
  /\bI (?:just |already )?(?:cancelled|canceled|refunded|updated|changed|transferred|forwarded|escalated|ordered|sent|created|opened|booked|reset|processed|contacted)\b/i,
  /\b(?:let me|allow me to) (?:transfer|connect|refund|cancel|update|change|check|forward|escalate)/i,
  /\bI(?: am|['’]m) (?:now |currently )?(?:transferring|connecting|forwarding|refunding|cancelling|canceling|processing|updating|escalating)/i,
  // German
  /\bich (?:habe|hab) (?!.*\b(?:gefunden|gelesen)\b)/i,
  /\bich (?:werde|leite|verbinde|storniere|erstatte|veranlasse|kümmere|überweise|schicke|sende|informiere|ändere)\b/i,
  // French
  /\b(?:j['’]ai|je viens de) (?!trouvé|lu)\p{L}+/iu,
  /\bje (?:vais|vous transfère|transfère|vous mets en|rembourse|m['’]occupe|m['’]en occupe)\b/i,
  // Spanish
  /(?<!\p{L})(?:ya )?(?:he (?!encontrado|leído)\p{L}+(?:ado|ido|cho|to)|voy a|le transfiero|te transfiero|te paso|le paso|me encargo|me encargaré)(?!\p{L})/iu,
  // Italian
  /(?<!\p{L})(?:ho (?!trovato|letto)\p{L}+(?:ato|uto|ito|sso|tto)|ti trasferisco|la trasferisco|provvederò|me ne occupo|ti metto in contatto)(?!\p{L})/iu,
  // Portuguese
  /(?<!\p{L})(?:já (?:cancelei|reembolsei|alterei|encaminhei|enviei)|(?:cancelei|reembolsei|encaminhei|transferi)|vou (?:transferir|cancelar|reembolsar|encaminhar|verificar|enviar)|estou (?:transferindo|encaminhando))(?!\p{L})/iu,
  // Dutch
  /\bik (?:heb|zal|ga|verbind|stuur|annuleer|regel)\b(?!.*\bgevonden\b)/i,
  // Norwegian, Danish, Swedish
  /(?<!\p{L})jeg (?:har (?!funnet|fundet|lest|læst)\p{L}+|skal|vil (?:sende|refundere|kansellere|annullere|overføre)|sender|setter deg over|overfører|refunderer|kansellerer)(?!\p{L})/iu,
  /(?<!\p{L})jag (?:har (?!hittat|läst)\p{L}+|ska|kommer att|skickar|kopplar|avbokar|återbetalar|annullerar)(?!\p{L})/iu,
  // Polish
  /(?<!\p{L})(?:anulowa[łl]em|anulowa[łl]am|zwr[óo]ci[łl][ea]m|przekaza[łl][ea]m|przekazuj[ęe]|przekieruj[ęe]|wysy[łl]am|zajm[ęe] si[ęe])(?!\p{L})/iu,
  // Ukrainian
  /(?<!\p{L})(?:я (?:скасува|поверну|переда|надісла)\p{L}+|переводжу вас|з['’]єдную)(?!\p{L})/iu,
  // Turkish
  /(?<!\p{L})(?:iptal ettim|iade ettim|aktar(?:dım|ıyorum|acağım)|yönlendir(?:dim|iyorum|eceğim)|bağlıyorum|gönderdim|güncelledim)(?!\p{L})/iu,
  // Finnish
  /(?<!\p{L})(?:olen (?:peruuttanut|palauttanut|siirtänyt|lähettänyt)|peruutin|palautin|siirrän|yhdistän|lähetän)(?!\p{L})/iu,
  // Arabic, Hebrew
  /(?:لقد (?:قمت|ألغيت|حولت|أرسلت)|قمت ب|سأقوم|سوف أقوم|سأحولك|سأحول|سأرسل|سألغي)/u,
  /(?:ביטלתי|זיכיתי|העברתי|שלחתי|עדכנתי|אני (?:מעביר|מעבירה|אעביר|אבטל|אזכה|אשלח))/u,
  // Japanese, Chinese
  /(?:キャンセル|返金|変更|手配|転送|処理)(?:いた)?しました|(?:おつなぎ|手配|返金)(?:いた)?します/u,
  /(?:我(?:已经|已|会|将|來|来|這就|这就)|已(?:为|為)您)(?:.{0,4})(?:取消|退款|转接|轉接|转给|轉給|修改|更新|发送|發送|处理|處理|联系|聯繫)/u,
]

/** It speaks for the team. True only where the article says the same in the same words. */
export const TEAM_PROMISES: readonly RegExp[] = [
  /\b(?:we|our team|the team|someone|somebody|a colleague|an agent|a representative|a specialist)(?: will|['’]ll| shall| are going to| is going to) /i,
  /\byou will (?:be|get|receive|hear)\b|\byou['’]ll (?:be|get|receive|hear)\b|\byour (?:refund|order|replacement|money|parcel) (?:has been|was|is being|will be)\b/i,
  /\b(?:guarantee|promise|assure)d?\b/i,
  /\b(?:wir werden|unser team wird|jemand (?:wird|meldet)|ein(?:e)? (?:mitarbeiter(?:in)?|kolleg(?:e|in)) (?:wird|meldet)|sie (?:werden|erhalten|bekommen)|garantier|versprech)/i,
  /(?<!\p{L})(?:nous allons|nous vous (?:rembours|contact|envo|rappel)\p{L}*|notre équipe (?:va|vous)|quelqu['’]un (?:va|vous)|vous (?:recevrez|serez)|garanti\p{L}*|promet\p{L}*)/iu,
  /(?<!\p{L})(?:vamos a|le (?:enviaremos|llamaremos|contactaremos|reembolsaremos)|te (?:enviaremos|llamaremos|contactaremos|reembolsaremos)|nuestro equipo|alguien (?:le|te)|recibirá|recibirás|garantiz\p{L}*|promet\p{L}*)/iu,
  /(?<!\p{L})(?:vi (?:vil|skal|kommer|sender|ringer|kontakter)|noen (?:vil|kontakter)|nogen (?:vil|kontakter)|någon (?:kommer|kontaktar)|du (?:vil få|får|kommer att få)|garanter\p{L}*|lov[ea]r)(?!\p{L})/iu,
  /(?<!\p{L})(?:(?:la|ti) (?:rimborseremo|contatteremo|invieremo|chiameremo)|il nostro team|qualcuno (?:la|ti)|ricever(?:ai|à)|garanti\p{L}*|promett\p{L}*)/iu,
  /\b(?:wij zullen|we zullen|ons team|iemand (?:zal|neemt)|u (?:krijgt|ontvangt)|je (?:krijgt|ontvangt)|garander|beloof|beloven)/i,
  /(?<!\p{L})(?:(?:nós )?(?:vamos|iremos)|nossa equipe|alguém (?:vai|irá|entrará)|você (?:receberá|será)|garant\p{L}*|promet\p{L}*)/iu,
  /(?<!\p{L})(?:skontaktujemy|zwrócimy|wyślemy|oddzwonimy|otrzyma(?:sz|ją)?|gwarant\p{L}*|obiecuj\p{L}*)/iu,
  /(?<!\p{L})(?:ми (?:зв|поверн|надішл)\p{L}*|наша команда|гаранту\p{L}*|обіця\p{L}*)/iu,
  /(?<!\p{L})(?:ekibimiz|sizi ara\p{L}*|iade edeceğiz|göndereceğiz|garanti\p{L}*|söz ver\p{L}*)/iu,
  /(?<!\p{L})(?:otamme yhteyttä|palautamme|lähetämme|tiimimme|takaa\p{L}*|lupaa\p{L}*)/iu,
  /(?:سنقوم|سوف نقوم|سيتصل|سيتواصل|فريقنا|سنرسل|سنعيد|نضمن|نعدك|ستحصل|ستتلقى)/u,
  /(?:ניצור קשר|נחזיר|נשלח|הצוות שלנו|נציג (?:יחזור|ייצור)|מובטח|מבטיח)/u,
  /(?:ご連絡(?:いた)?します|返金(?:いた)?します|お送り(?:いた)?します|保証(?:いた)?します|お約束)/u,
  /(?:我们(?:会|将)|我們(?:會|將)|工作人员会|客服会|保证|保證|承诺|承諾)/u,
]
