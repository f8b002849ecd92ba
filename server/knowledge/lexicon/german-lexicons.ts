// What customers of online services and shops say for one another, in German and Dutch. The format is that of
// en-actions.ts.

export const DE_WORDS = `
löschen entfernen beseitigen wegmachen loswerden los+werden rausnehmen tilgen | leeren deaktivieren schließen weg kündigen
deaktivieren ausschalten abschalten abstellen ausstellen abstellt unterbinden | stoppen verhindern stummschalten aus löschen
aktivieren einschalten anschalten freischalten anstellen | an einrichten starten
verhindern unterbinden stoppen vermeiden blockieren | ausschalten sperren
sperren blockieren blocken sperrung | verhindern karte verlust
entsperren freischalten freigeben | sperre
stummschalten stumm lautlos | benachrichtigung ton
abmelden abbestellen austragen | kündigen newsletter ausloggen
anmelden einloggen login log+in anmeldung | registrieren passwort konto zugang
ausloggen abmelden logout | sitzung
registrieren registrierung anlegen konto+erstellen account+erstellen | anmelden konto
kündigen beenden kündigung auflösen | stornieren abo vertrag abbestellen
stornieren abbrechen widerrufen rückgängig absagen stornierung widerruf | kündigen bestellung rückgabe
ändern bearbeiten anpassen wechseln korrigieren aktualisieren ändere umändern | tauschen umstellen neu
tauschen umtauschen umtausch austauschen wechseln | ersetzen rückgabe größe
herunterladen downloaden download runterladen speichern | sichern exportieren
hochladen upload importieren | hinzufügen einfügen
exportieren export sichern | herunterladen backup
sichern sicherung backup speichern | herunterladen
wiederherstellen zurückholen retten rückgängig | verloren gelöscht zurück
verloren weg verschwunden vermisst fehlt fehlend abhanden | finden verlieren gestohlen
verlieren verloren verlust | weg gestohlen
gestohlen geklaut diebstahl entwendet | verloren sperren polizei
finden suchen auffinden | wo suche
zeigen anzeigen sehen einsehen ansehen | sichtbar
verstecken verbergen ausblenden unsichtbar | privat anzeigen
teilen freigeben weitergeben | senden einladen
senden schicken verschicken versenden zusenden | versand mail
weiterleiten weiterleitung umleiten | senden
zusammenführen verbinden vereinen kombinieren | konten verknüpfen
verschieben übertragen umziehen | ändern
kopieren duplizieren | einfügen
drucken ausdrucken | pdf
bestellen kaufen bestellung kauf einkauf | auftrag
bestellung auftrag order | paket lieferung
bezahlen zahlen zahlung bezahlung begleichen | zahlungsart karte überweisung
zahlungsart zahlungsweise zahlungsmethode bezahlart | bezahlen karte paypal
abgebucht abgezogen belastet abbuchung eingezogen | zahlung karte geld
rechnung beleg quittung kassenbon | steuer
erstattung rückerstattung geld+zurück erstatten rückzahlung zurückzahlen | rückgabe gutschrift
gutschrift guthaben gutschein | erstattung
gutschein rabattcode code gutscheincode coupon | rabatt geschenk
rabatt nachlass ermäßigung prozente | gutschein günstiger billiger
günstiger billiger | preis rabatt
preis kosten kostet gebühr teuer | betrag
gebühr kosten aufpreis | preis porto
paket sendung lieferung päckchen | bestellung versand
versand lieferung zustellung porto | paket liefern verschicken
liefern zustellen geliefert zugestellt | versand ankommen
ankommen angekommen eintreffen kommt da bekommen erhalten | lieferung
verspätet verspätung spät dauert verzögerung wartet | lieferung wann
sendungsverfolgung verfolgen tracking trackingnummer sendungsnummer | wo paket
wo wohin | verfolgen
rückgabe zurückgeben zurückschicken rücksendung retoure rückversand zurücksenden | erstattung widerruf
etikett label rücksendeetikett aufkleber | retoure
kaputt beschädigt defekt verbogen gebrochen zerbrochen schaden | reklamation garantie
falsch verkehrt anders | fehler
fehler problem störung geht+nicht funktioniert+nicht klappt+nicht spinnt | fehlermeldung kaputt
reklamation reklamieren beschwerde beanstanden | garantie kaputt
garantie gewährleistung | reklamation reparatur
reparatur reparieren | kaputt garantie
zoll einfuhr steuer | ausland
ausland international | land zoll versand
adresse anschrift lieferadresse | wohnort umzug
konto account profil benutzerkonto | daten
passwort kennwort passwörter zugangsdaten | anmelden
passwort+vergessen zurücksetzen | kennwort
daten angaben informationen | datenschutz
datenschutz dsgvo privatsphäre | daten löschen
mail email e-mail nachricht | postfach schreiben
bestätigung bestätigungsmail | mail bestellung
benachrichtigung hinweis mitteilung meldung | erinnerung
foto bild bilder fotos | video
handy smartphone telefon mobiltelefon | nummer app
anrufen telefonieren anruf telefon hotline | kontakt
kontakt kontaktieren erreichen melden | telefon mail support
mitarbeiter mensch berater person | sprechen
öffnungszeiten geöffnet offen auf | wann laden
laden filiale geschäft standort werkstatt | abholen
abholen abholung selbstabholung | laden
verfügbar lieferbar vorrätig lager ausverkauft | wann
größe maße abmessung passt | groß klein
passt passend kompatibel passen | größe
gebraucht montiert gefahren benutzt verwendet | rückgabe
einbauen montieren anbauen einbau montage anbringen | einstellen
einstellen justieren ausrichten | montieren
reinigen putzen säubern sauber | pflege
quietschen geräusch quietscht lärm schleifen schleift | bremse
rad fahrrad bike | laufrad
reifen mantel schlauch | rad
bremsbelag belag bremsbeläge | bremse
abo abonnement mitgliedschaft vertrag | kündigen verlängern
verlängern verlängerung | abo
karte kreditkarte | bezahlen
überweisung überweisen | konto bank
termin buchung reservierung buchen | ändern
schnell express eilig sofort | versand`

export const NL_WORDS = `
verwijderen wissen weghalen verwijder | annuleren sluiten opzeggen leegmaken
uitschakelen uitzetten deactiveren afzetten | stoppen blokkeren dempen
inschakelen aanzetten activeren | starten instellen
blokkeren tegenhouden voorkomen | stoppen
opzeggen beëindigen stopzetten | annuleren abonnement
annuleren afzeggen intrekken herroepen | opzeggen bestelling
wijzigen veranderen aanpassen bewerken bijwerken | wisselen corrigeren
ruilen omruilen omwisselen | retour maat
inloggen aanmelden login | wachtwoord account
uitloggen afmelden | sessie
registreren aanmaken inschrijven | account
wachtwoord paswoord | inloggen vergeten herstellen
account profiel | gegevens
downloaden ophalen opslaan | bewaren exporteren
uploaden importeren | toevoegen
herstellen terughalen terugkrijgen | verloren verwijderd
kwijt verloren vermist verdwenen zoek | vinden
gestolen diefstal | kwijt
zoeken vinden | waar
verbergen onzichtbaar | privé
delen | versturen uitnodigen
versturen verzenden sturen opsturen | bezorgen
doorsturen | versturen
bestellen kopen bestelling aankoop | pakket
betalen betaling afrekenen | kaart betaalwijze
betaalmethode betaalwijze betaalmogelijkheid | betalen ideal
afgeschreven afschrijving | betaling geld
factuur rekening bon kassabon | btw
terugbetaling geld+terug terugbetalen teruggave | retour
retour retourneren terugsturen teruggeven retourzending | ruilen terugbetaling
korting kortingscode cadeaubon voucher | goedkoper
prijs kosten kost tarief | duur
pakket zending levering pakje | bestelling
bezorgen leveren bezorging levering verzending | pakket verzendkosten
verzendkosten porto | bezorgen prijs
volgen track trackingcode | waar pakket
aangekomen ontvangen gekregen | levering
vertraagd vertraging laat | levering
kapot beschadigd defect stuk gebroken schade | garantie
verkeerd fout onjuist | ruilen
fout probleem storing werkt+niet doet+het+niet lukt+niet | kapot
klacht reclamatie | kapot
garantie | reparatie
reparatie repareren | kapot
douane invoer belasting | buitenland
adres bezorgadres | verhuizen wijzigen
mail email e-mail bericht | inbox
melding notificatie herinnering | bericht
foto afbeelding plaatje | video
telefoon mobiel gsm smartphone | nummer bellen
bellen telefoneren | contact
contact bereiken | bellen
medewerker persoon mens | spreken
openingstijden open | winkel
winkel filiaal | afhalen
afhalen ophalen | winkel
voorraad leverbaar beschikbaar uitverkocht | wanneer
maat grootte afmeting | past
abonnement lidmaatschap | opzeggen
fiets rijwiel | wiel
band banden | fiets`
