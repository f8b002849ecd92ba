// English word forms a stemmer does not bring together: irregular verbs and plurals, nouns made from verbs, American and
// British spellings, what people write for short. One word a line, then what is read as it.

export const EN_FORMS = `
lose lost losing loses loss
send sent
buy bought buys
pay paid payed payment payments
keep kept
leave left
forget forgot forgotten
find found
get got gotten
give gave given
take took taken
make made
write wrote written
see saw seen
show shown
know knew known
choose chose chosen choice
break broke broken breakage
steal stole stolen
speak spoke spoken
hear heard
read reads
tell told
sell sold sale sales
hold held
hide hid hidden
freeze froze frozen
wear wore worn
tear tore torn
draw drew drawn
go went gone
come came
run ran
begin began begun
become became
bring brought
build built
catch caught
drive drove driven driver
eat ate eaten
fall fell fallen
feel felt
fly flew flown flight flights
grow grew grown growth
lend lent
meet met meeting meetings
rise rose risen
shut shutting
spend spent
stick stuck
swap swapped swop swopped
teach taught
think thought
throw threw thrown
understand understood
wake woke woken
win won
shake shook shaken
bend bent
child children
person people persons
mouse mice
foot feet
man men
woman women
life lives
datum data
subscribe subscription subscriptions subscriber subscribers
unsubscribe unsubscription unsubscribes
notify notification notifications notif notifs
permit permission permissions
authorize authorization authorisation
verify verification
synchronize sync synced syncing syncs synch synchronization synchronisation
apply application applications applied
application app apps
deliver delivery deliveries
receive receipt
recover recovery
discover discovery
renew renewal renewals
remove removal
refuse refusal
approve approval
arrive arrival
withdraw withdrawal withdrawals withdrew withdrawn
deposit deposited
transfer transferred transferring
refer referral referrals referred referring
prefer preference preferences preferred
occur occurred
respond response responses
reply replies replied
describe description descriptions
transcribe transcript transcription
convert conversion
decide decision
extend extension
suspend suspension
include inclusion
exclude exclusion
compress compression
permit permitted
restrict restriction restrictions
reserve reservation reservations
cancel cancelled cancelling cancellation cancellations canceled canceling cancelation cancell
travel travelled travelling traveller traveler
label labelled labelling
model modelled
signal signalled
install instal installed installation installing
enroll enrol enrolment enrollment
fulfill fulfil
categorize category categories categorise
organize organise organization
collect collection
complain complaint complaints
compare comparison
conclude conclusion
compute calculation
appear appearance
exist existence
insure insurance
maintain maintenance
assist assistance
allow allowance
measure measurement measurements
print printout printing
backup backups
login logins
signup signups
log logged logging
set setting settings
edit edited editing editor
share sharing shared
invite invitation invitations invited
pronounce pronunciation
explain explanation
sign signature
register registration registered
favorite favourite favourites favorites fave fav favs
color colour colours coloured colored colors
behavior behaviour
neighbor neighbour neighbours
honor honour
center centre centred centered
license licence licences
program programme programmes
catalog catalogue
dialog dialogue
check cheque cheques
gray grey
aluminum aluminium
tire tyre tyres
organization organisation
account acct accts acc accounts accoutn acount
password pw pwd passwd passwort pasword passwrd
picture pic pics pix
message msg msgs mesage
information info infos
photo photos foto photograph photographs
number nr num
document doc docs documents
advertisement ad ads advert adverts advertisements
video vid vids videos
address addr adress
appointment appt
department dept
example eg
calendar cal calender
spreadsheet spreadsheets spread-sheet
please pls plz
you u
your ur
because cuz cos
tomorrow tmrw
telephone phone phones fone tel
mobile mob
laptop laptops
conversation convo conversations
international intl
maximum max
minimum min
minute mins
hour hrs hr
favorite fave
original orig
temporary temp temporarily
permanent permanently perm
automatic automatically automated auto automate automation
manual manually
separate seperate separately seperately
accidental accidentally accident accidently
individual individually
simultaneous simultaneously
default defaults
anonymous anonymously
different difference differences differ
visible visibility
available availability
compatible compatibility
possible possibility
secure security
private privacy
public publicly
valid validity
safe safety
able ability
busy business
late latest
expire expiry expiration expired expires
two-factor 2fa
quality hq
second sec secs
week wk wks
year yr yrs
month mth mths
`
