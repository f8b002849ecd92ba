// What customers of further services talk about, in English: work software, payments between people, homes and energy,
// health, learning, games, events, rentals, public services. The format is that of en-actions.ts.

export const EN_SERVICES = `
workspace organisation organization tenant team company | account admin
seat licence license user member | add plan billing
dashboard overview home+screen report | page statistics
pipeline board workflow process | stage
lead prospect deal opportunity | customer contact
ticket case request issue enquiry inquiry | support open status
sla response+time waiting+time | support
import migrate bring+over move+from switch+from | data csv another
export download extract dump | data csv
integration connector plugin app connect | third+party
webhook callback api | developer
sandbox test+mode staging | developer
invoice billing statement receipt | payment download
trial demo evaluation | free plan
upgrade bigger+plan higher+plan more+users | plan
downgrade cheaper+plan smaller+plan lower+plan | plan
refund money+back | cancel payment
pause freeze suspend hold | subscription membership
annual yearly | billing monthly discount
proration prorated partial+month difference | billing
po purchase+order | invoice
sso saml single+sign+on | login
audit log activity history | who
role permission access+level admin owner | user
onboarding getting+started first+steps set+up | start
offboarding leaver employee+left | remove user
template preset | create
recurring repeat scheduled | automatic
bulk mass many batch several | edit import
custom+field field property attribute | form
form survey questionnaire | fields
signature e+signature sign | document
contract agreement document | sign
payout withdrawal payment+to+me paid+out | bank money
seller merchant vendor shop+owner | sell
buyer customer client | order
listing advert ad offer | publish item
bid auction offer | price
commission fee cut percentage | seller
dispute chargeback claim complaint | payment refund
escrow held pending on+hold | payment
pending processing not+completed still+waiting in+progress | payment transfer status
declined bounced failed rejected returned | payment
duplicate twice double | payment charge
wrong+amount incorrect+amount too+much too+little | payment
send+money transfer pay+a+friend pay+someone | payment
request+money ask+for+money split+the+bill | payment
split share divide | bill cost
currency exchange+rate conversion convert | foreign money
wallet balance account+balance credit | money
top+up add+money load deposit | balance
limit maximum cap threshold allowance | daily
verify+identity kyc identification proof+of+identity selfie | document passport
tax vat 1099 tax+form | document
statement transaction+list export+transactions | download bank
budget spending category | money
savings+goal pot saving | money
interest rate yield | savings
crypto bitcoin coin | wallet
electricity power gas energy | supply bill
meter reading meter+reading | electricity
tariff rate price+plan | energy
outage power+cut blackout no+power | electricity
moving+home move+out moving+out new+tenant | address account
landlord owner host | rent
tenant renter guest lodger | rent
rent deposit lease | pay
repair maintenance fix | broken report
boiler heating radiator no+heating no+hot+water | repair
leak flood water+damage burst | repair emergency
key keys lock locked+out | door
neighbour noise party | complaint
cleaning cleaner | fee
check+in arrival arrive | time key
check+out departure leave | time
cancel cancellation+policy free+cancellation | booking refund
extend stay+longer extra+night | booking
host guest property listing | booking
appointment booking slot visit consultation | schedule
reschedule move postpone change+time change+date | appointment
no+show missed+appointment didnt+come | fee
doctor nurse therapist specialist clinician | appointment
prescription repeat medication medicine refill | order pharmacy
test+results lab+results results blood+test | see
insurance cover covered health+plan | claim
referral refer specialist | doctor
symptom pain ill | doctor
vaccine vaccination jab shot | appointment
course class lesson module programme | enrol
enrol register sign+up join | course
certificate diploma completion | course download
assignment homework coursework | submit
grade mark score result | exam
exam test quiz assessment | course
teacher tutor instructor lecturer | class
deadline extension due+date late | submit assignment
tuition course+fee fees | pay
scholarship grant funding | apply
library book loan borrow | renew
level stage mission quest | game
save+game progress saved+progress lost+progress | game restore
in+app+purchase coins gems credits | buy refund game
crash freeze lag | game
controller joystick gamepad | connect
multiplayer friends online+play party | game
ban banned suspended account+suspended | appeal
appeal unban contest | ban
cheater cheating hacker toxic | report
ticket seat admission entry | event
event concert show gig match | ticket
resale resell sell+my+ticket transfer+ticket give+ticket | ticket
postponed rescheduled called+off cancelled | event refund
e+ticket mobile+ticket print+ticket pdf+ticket | download
venue location place | event
accessibility wheelchair disabled | seat
car vehicle rental hire | booking
driver additional+driver second+driver | rental
pick+up collect collection | rental car
drop+off return bring+back | rental car
fuel petrol gas tank charging | car
damage scratch accident | rental insurance
toll fine ticket parking+ticket speeding | charge
ride trip taxi cab | driver
lost+item left+behind forgot+in lost+property | driver contact
surge peak higher+price | ride
scooter bike | ride
restaurant takeaway takeout food+delivery | order
missing+item wrong+order wrong+food | refund
cold late spoiled | food refund
tip gratuity | driver
allergy allergen ingredient gluten vegan vegetarian | food
recipe ingredient box meal+kit | delivery
skip+week skip+delivery pause+delivery | subscription box
gym membership fitness club | cancel
class workout session | book
waiting+list waitlist | book full
volunteer charity donate donation | give
donation receipt | tax
passport visa permit licence | apply
application status progress how+far | apply
document upload send+in submit | application
appointment biometric interview | application
benefit allowance payment support | apply
complaint appeal object objection | decision
council authority government office | contact
vote election register+to+vote | register
smart+home device hub thermostat | connect
camera doorbell motion+detection | recording
pair bluetooth connect | device
firmware update software+update | device
factory+reset reset start+over | device
battery charge charging power | device
light bulb lamp | device
speaker headphones earbuds | bluetooth sound
watch tracker wearable | sync
printer ink cartridge paper+jam | print
serial+number model+number | find device
manual instructions user+guide | download
spare+part replacement+part accessory | order
recall safety+notice | product
`
