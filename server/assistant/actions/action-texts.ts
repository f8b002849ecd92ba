// What the AI agent says in its own words of a call that ended, in the widget's languages. Data only; {title} is what
// the owner calls the tool.

export interface ActionTexts {
  /** Somebody of the team has to allow it, which the customer cannot see. */
  asking: string
  /** The customer or the team said no. */
  declined: string
  /** Nobody said yes or no in time. */
  expired: string
  /** It is done, and nothing more can be told of it. */
  done: string
}

export const ACTION_TEXTS: Record<string, ActionTexts> & { en: ActionTexts } = {
  en: {
    asking:
      'I have asked the team to allow this: “{title}”. You hear from me here as soon as they have decided.',
    declined: 'All right, nothing was done: “{title}”. Is there anything else?',
    expired: 'Nobody has confirmed “{title}”, so nothing was done. Write to me if you still want it.',
    done: 'Done: “{title}”.',
  },
  de: {
    asking: 'Ich habe das Team um Erlaubnis gebeten: „{title}“. Sobald entschieden ist, melde ich mich hier.',
    declined: 'In Ordnung, es ist nichts geschehen: „{title}“. Kann ich sonst etwas tun?',
    expired:
      '„{title}“ hat niemand bestätigt, deshalb ist nichts geschehen. Schreiben Sie mir, wenn Sie es noch möchten.',
    done: 'Erledigt: „{title}“.',
  },
  fr: {
    asking:
      'J’ai demandé à l’équipe d’autoriser ceci : « {title} ». Je vous réponds ici dès qu’elle a décidé.',
    declined: 'Très bien, rien n’a été fait : « {title} ». Puis-je vous aider pour autre chose ?',
    expired:
      'Personne n’a confirmé « {title} », rien n’a donc été fait. Écrivez-moi si vous le souhaitez toujours.',
    done: 'C’est fait : « {title} ».',
  },
  es: {
    asking: 'He pedido permiso al equipo: «{title}». Te lo digo aquí en cuanto decidan.',
    declined: 'De acuerdo, no se ha hecho nada: «{title}». ¿Algo más?',
    expired: 'Nadie ha confirmado «{title}», así que no se ha hecho nada. Escríbeme si todavía lo quieres.',
    done: 'Hecho: «{title}».',
  },
  pt: {
    asking: 'Pedi à equipe que autorize isto: “{title}”. Aviso você aqui assim que decidirem.',
    declined: 'Tudo bem, nada foi feito: “{title}”. Mais alguma coisa?',
    expired: 'Ninguém confirmou “{title}”, então nada foi feito. Escreva para mim se ainda quiser.',
    done: 'Feito: “{title}”.',
  },
  it: {
    asking: 'Ho chiesto al team di autorizzare questo: «{title}». Ti rispondo qui appena hanno deciso.',
    declined: 'Va bene, non è stato fatto nulla: «{title}». Posso fare altro?',
    expired: 'Nessuno ha confermato «{title}», quindi non è stato fatto nulla. Scrivimi se lo vuoi ancora.',
    done: 'Fatto: «{title}».',
  },
  nl: {
    asking: 'Ik heb het team om toestemming gevraagd: “{title}”. Je hoort het hier zodra er besloten is.',
    declined: 'Goed, er is niets gedaan: “{title}”. Kan ik nog iets doen?',
    expired: 'Niemand heeft “{title}” bevestigd, dus er is niets gedaan. Schrijf me als je het nog wilt.',
    done: 'Gedaan: “{title}”.',
  },
  pl: {
    asking: 'Poprosiłem zespół o zgodę: „{title}”. Dam znać tutaj, gdy tylko zapadnie decyzja.',
    declined: 'W porządku, nic nie zostało zrobione: „{title}”. Czy mogę jeszcze w czymś pomóc?',
    expired:
      'Nikt nie potwierdził „{title}”, więc nic nie zostało zrobione. Napisz, jeśli nadal tego chcesz.',
    done: 'Zrobione: „{title}”.',
  },
  da: {
    asking:
      'Jeg har bedt teamet om at godkende dette: “{title}”. Du hører fra mig her, så snart det er afgjort.',
    declined: 'I orden, der er ikke gjort noget: “{title}”. Er der andet?',
    expired: 'Ingen har bekræftet “{title}”, så der er ikke gjort noget. Skriv til mig, hvis du stadig vil.',
    done: 'Gjort: “{title}”.',
  },
  sv: {
    asking: 'Jag har bett teamet godkänna detta: ”{title}”. Du hör av mig här så snart det är avgjort.',
    declined: 'Okej, inget har gjorts: ”{title}”. Är det något mer?',
    expired: 'Ingen har bekräftat ”{title}”, så inget har gjorts. Skriv till mig om du fortfarande vill det.',
    done: 'Klart: ”{title}”.',
  },
  tr: {
    asking: 'Ekipten bunun için onay istedim: “{title}”. Karar verilir verilmez buradan haber veririm.',
    declined: 'Tamam, hiçbir şey yapılmadı: “{title}”. Başka bir şey var mı?',
    expired: '“{title}” onaylanmadı, bu yüzden hiçbir şey yapılmadı. Hâlâ istiyorsanız bana yazın.',
    done: 'Tamamlandı: “{title}”.',
  },
  uk: {
    asking: 'Запит на дозвіл надіслано команді: «{title}». Повідомлю тут, щойно вони вирішать.',
    declined: 'Гаразд, нічого не зроблено: «{title}». Щось іще?',
    expired: 'Ніхто не підтвердив «{title}», тому нічого не зроблено. Напишіть мені, якщо це ще потрібно.',
    done: 'Готово: «{title}».',
  },
  nb: {
    asking:
      'Jeg har bedt teamet om å godkjenne dette: «{title}». Du hører fra meg her så snart det er avgjort.',
    declined: 'Greit, ingenting er gjort: «{title}». Er det noe mer?',
    expired: 'Ingen har bekreftet «{title}», så ingenting er gjort. Skriv til meg hvis du fortsatt vil.',
    done: 'Gjort: «{title}».',
  },
  fi: {
    asking: 'Pyysin tiimiltä lupaa: ”{title}”. Kerron täällä heti, kun asia on ratkaistu.',
    declined: 'Selvä, mitään ei tehty: ”{title}”. Voinko auttaa muussa?',
    expired:
      'Kukaan ei vahvistanut toimintoa ”{title}”, joten mitään ei tehty. Kirjoita, jos haluat sen yhä.',
    done: 'Tehty: ”{title}”.',
  },
  ar: {
    asking: 'طلبت من الفريق السماح بهذا: «{title}». سأخبرك هنا حالما يقررون.',
    declined: 'حسنًا، لم يُنفَّذ شيء: «{title}». هل من شيء آخر؟',
    expired: 'لم يؤكد أحد «{title}»، لذلك لم يُنفَّذ شيء. اكتب لي إن كنت لا تزال تريده.',
    done: 'تم: «{title}».',
  },
  he: {
    asking: 'ביקשתי מהצוות לאשר: ”{title}”. אעדכן כאן ברגע שיחליטו.',
    declined: 'בסדר, לא נעשה דבר: ”{title}”. יש עוד משהו?',
    expired: 'איש לא אישר את ”{title}”, ולכן לא נעשה דבר. אפשר לכתוב לי אם זה עדיין נחוץ.',
    done: 'בוצע: ”{title}”.',
  },
  ja: {
    asking: '「{title}」の許可を担当者に求めました。決まり次第、ここでお知らせします。',
    declined: '承知しました。「{title}」は実行していません。ほかに何かありますか？',
    expired: '「{title}」は確認されなかったため、実行していません。まだ必要でしたらお知らせください。',
    done: '完了しました：「{title}」。',
  },
  zh: {
    asking: '我已请团队批准：“{title}”。一有决定就在这里告诉您。',
    declined: '好的，没有执行任何操作：“{title}”。还有其他需要吗？',
    expired: '没有人确认“{title}”，因此没有执行任何操作。如果仍然需要，请告诉我。',
    done: '已完成：“{title}”。',
  },
}
