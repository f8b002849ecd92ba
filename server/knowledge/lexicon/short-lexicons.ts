// What customers of shops say for one another, in languages that have no file of their own yet. One group a line; words
// of a phrase are joined by "+".

export const SHORT_LEXICONS: Record<string, string> = {
  de: `paket sendung lieferung bestellung päckchen
    versand lieferung porto zustellung
    rückgabe zurückgeben zurückschicken rücksendung retoure rückversand
    kaputt beschädigt defekt verbogen gebrochen
    erstattung geld+zurück rückerstattung
    ankommen angekommen da kommt bleibt
    kosten kostet preis gebühr porto
    gebraucht montiert gefahren benutzt
    zoll einfuhr steuer
    stornieren abbrechen
    ändern wechseln tauschen umtauschen
    konto profil
    rechnung beleg
    garantie gewährleistung`,
  nb: `pakke forsendelse levering bestilling sending
    frakt levering porto sende
    retur returnere sende+tilbake
    refusjon penger+tilbake tilbakebetaling
    ødelagt skadet knust
    pris koste kostnad gebyr
    garanti reklamasjon
    konto profil`,
  ar: `طرد شحنة طلب توصيل
    شحن تشحن تشحنون توصيل توصلون يوصل
    إرجاع ارجاع أرجع إعادة استرجاع
    تالف تالفة مكسور مكسورة معوج كسر
    جمارك جمرك رسوم ضريبة
    يصل وصل وصلت تصل وصول
    سعر تكلفة أجرة كم
    مستعمل مستعملة ركبت تركيب
    استرداد مبلغ`,
  fr: `colis paquet livraison commande envoi
    retour renvoyer retourner
    remboursement rembourser
    cassé abîmé endommagé défectueux
    prix coût frais
    douane taxe`,
  es: `paquete envío pedido entrega
    devolución devolver
    reembolso dinero
    roto dañado defectuoso
    precio coste costo gasto
    aduana impuesto`,
}
