// What customers of online services and shops say for one another, in Norwegian, Swedish and Danish. The format is that
// of en-actions.ts.

export const NB_WORDS = `
slette fjerne ta+bort bli+kvitt | tømme avslutte stenge
slå+av skru+av deaktivere koble+ut | stoppe blokkere
slå+på skru+på aktivere | starte
blokkere sperre hindre stoppe | slå+av
avbestille kansellere angre angrerett avbryte | si+opp ordre bestilling
si+opp avslutte oppsigelse | abonnement avbestille
endre redigere oppdatere bytte rette | korrigere
bytte ombytte bytter | retur størrelse
logge+inn innlogging login pålogging | passord konto
logge+ut utlogging | økt
registrere opprette | konto
passord kodeord | glemt logge+inn tilbakestille
konto profil bruker | data
laste+ned lagre | eksportere
laste+opp importere | legge+til
gjenopprette hente+tilbake | mistet slettet
mistet tapt borte forsvunnet mangler | finne stjålet
stjålet tyveri | mistet
finne søke lete | hvor
skjule gjemme | privat
dele | sende invitere
sende ekspedere | frakt
bestille kjøpe bestilling ordre kjøp | pakke
betale betaling | kort betalingsmåte
trukket belastet | betaling penger
faktura kvittering regning | mva
refusjon penger+tilbake tilbakebetaling refundere | retur
retur returnere sende+tilbake levere+tilbake | refusjon returetikett
rabatt rabattkode kupong gavekort | billigere
pris koste kostnad gebyr | dyrt
pakke forsendelse levering sending | bestilling
frakt levering porto levere | pakke leveringstid
spore sporing sporingsnummer | hvor pakke
komme kommet mottatt fått | levering
forsinket forsinkelse sen | levering når
ødelagt skadet knust defekt | garanti reklamasjon
feil galt gal | bytte
feil problem virker+ikke fungerer+ikke | ødelagt
garanti reklamasjon reklamere | reparasjon
reparere reparasjon | ødelagt
toll avgift import | utlandet
adresse | flytting levering
epost e-post mail melding | innboks
varsel varsling påminnelse | melding
bilde foto | video
telefon mobil | nummer ringe
ringe telefon kontakte kontakt | nummer
menneske person kundebehandler | snakke
åpningstider åpent åpen | butikk
butikk verksted | hente
lager tilgjengelig utsolgt | når
størrelse mål | passe
montere installere feste | justere
sykkel | hjul
abonnement medlemskap | si+opp
personvern data opplysninger | slette`

export const SV_WORDS = `
radera ta+bort tabort avlägsna | tömma avsluta stänga
stänga+av inaktivera slå+av | stoppa blockera
slå+på aktivera sätta+på | starta
blockera spärra hindra | stänga+av
avboka avbeställa ångra ånger ångerrätt annullera | säga+upp beställning
säga+upp avsluta uppsägning | abonnemang prenumeration
ändra redigera uppdatera byta | rätta
byta byte utbyte | retur storlek
logga+in inloggning login | lösenord konto
logga+ut utloggning | session
registrera skapa | konto
lösenord kod | glömt logga+in återställa
konto profil användare | data
ladda+ner ladda+ned spara | exportera
ladda+upp importera | lägga+till
återställa återskapa få+tillbaka | förlorad raderad
borttappad försvunnen saknas tappat förlorad | hitta stulen
stulen stöld | borttappad
hitta söka leta | var
dölja gömma | privat
dela | skicka bjuda+in
skicka sända | frakt
beställa köpa beställning order köp | paket
betala betalning | kort betalsätt
dragit debiterad | betalning pengar
faktura kvitto räkning | moms
återbetalning pengar+tillbaka återbetala | retur
retur returnera skicka+tillbaka lämna+tillbaka | återbetalning
rabatt rabattkod kupong presentkort | billigare
pris kosta kostnad avgift | dyrt
paket försändelse leverans | beställning
frakt leverans leverera porto | paket leveranstid
spåra spårning spårningsnummer | var paket
kommit mottagit fått anlänt | leverans
försenad försening sen | leverans när
trasig skadad defekt sönder | garanti reklamation
fel felaktig | byte
fel problem fungerar+inte funkar+inte | trasig
garanti reklamation reklamera | reparation
reparera reparation laga | trasig
tull skatt import | utomlands
adress | flytt leverans
epost e-post mejl mail meddelande | inkorg
avisering notis påminnelse | meddelande
bild foto | video
telefon mobil | nummer ringa
ringa kontakta kontakt | telefon
människa person handläggare | prata
öppettider öppet | butik
butik affär | hämta
lager tillgänglig slutsåld | när
storlek mått | passa
montera installera | justera
cykel | hjul
prenumeration abonnemang medlemskap | säga+upp`

export const DA_WORDS = `
slette fjerne | tømme lukke
slå+fra deaktivere slukke | stoppe blokere
slå+til aktivere tænde | starte
blokere spærre forhindre | slå+fra
annullere afbestille fortryde fortrydelse fortrydelsesret | opsige ordre
opsige afslutte opsigelse | abonnement annullere
ændre redigere opdatere skifte rette | bytte
bytte ombytning ombytte | retur størrelse
logge+ind login log+ind | adgangskode konto
logge+ud log+ud | session
oprette registrere | konto
adgangskode kodeord password | glemt nulstille
konto profil bruger | data
hente downloade gemme | eksportere
uploade importere | tilføje
gendanne genskabe | mistet slettet
mistet tabt væk forsvundet mangler | finde stjålet
finde søge lede | hvor
skjule gemme+væk | privat
dele | sende invitere
sende afsende | fragt
bestille købe bestilling ordre køb | pakke
betale betaling | kort
trukket hævet | betaling penge
faktura kvittering regning | moms
refusion refundering penge+tilbage tilbagebetaling | retur
retur returnere sende+tilbage | refusion
rabat rabatkode kupon gavekort | billigere
pris koste omkostning gebyr | dyrt
pakke forsendelse levering | bestilling
fragt levering levere porto | pakke
spore sporing track | hvor pakke
kommet modtaget fået ankommet | levering
forsinket forsinkelse | levering hvornår
ødelagt beskadiget defekt itu | garanti reklamation
forkert fejl | bytte
fejl problem virker+ikke | ødelagt
garanti reklamation reklamere | reparation
told afgift moms | udlandet
adresse | flytning
email e-mail mail besked | indbakke
notifikation besked påmindelse | mail
billede foto | video
telefon mobil | nummer ringe
ringe kontakte kontakt | telefon
menneske person medarbejder | tale
åbningstider åbent | butik
lager tilgængelig udsolgt | hvornår
størrelse mål | passe
cykel | hjul
abonnement medlemskab | opsige`
