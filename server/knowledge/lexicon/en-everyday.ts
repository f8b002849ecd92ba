// Everyday English around what customers ask for: what happened to them, how it shows, who and where, how much and how
// often. The format is that of en-actions.ts.

export const EN_EVERYDAY = `
steal nick swipe snatch rob mug burgle pickpocket robbed mugged burgled pickpocketed taken thief thieves burglary robbery | lose police crime break+in broke+in
lose misplace mislay mislaid misplaced cant+find dropped drop left+behind leave+behind | forget missing find
crook criminal scammer fraudster hacker | fraud scam hack steal
police crime | steal fraud report
stutter buffer buffering lag lagging jerky choppy juddering keeps+stopping keeps+pausing stops+and+starts | slow freeze video quality stream load
blurry blurred pixelated grainy fuzzy unclear low+quality bad+quality | quality picture video resolution sharp
hang freeze stuck frozen unresponsive not+responding spinning crash crashing crashed | slow load stop
cut+out cuts+out cutting+out drop+out dropping disconnecting keeps+disconnecting | signal connection call lose
dead not+working doesnt+work dont+work isnt+working stopped+working broken wont+start no+longer+works died kaput out+of+order | fault broken fix problem battery
fail fails failing failed unsuccessful goes+wrong went+wrong didnt+work | error problem
error error+message warning | problem fail code
blank empty white nothing+shows nothing+appears | page error load
loop repeat endless endlessly continuously over+and+over again+and+again non+stop | again replay
strange weird odd unusual unfamiliar unknown suspicious unexpected | unrecognised fraud
unknown unrecognised unrecognized dont+recognise dont+recognize unfamiliar never+made not+mine didnt+make | fraud transaction charge dispute
dispute contest challenge query question object | complain charge transaction claim refund wrong
overcharged too+much wrong+amount charged+more | bill refund price
damage scratch dent chip crack tear hole stain leak | broken
leak leaking drip water | damage
smash crush squash bend snap | broken damage
rotten mouldy moldy off spoiled spoilt gone+off bad | food quality expire
quality poor bad awful terrible rubbish | complain problem
annoying annoyed irritating sick+of fed+up tired+of hate | stop disable
stop quit cease no+longer not+anymore dont+want without | prevent disable end
quit leave exit give+up | stop cancel
back again return | restore
come+back coming+back return reappear | again
turned+up found+it | find
fall drop | lose
outsider stranger others other+people someone+else third+party | public people user
outside public | external
someone somebody person people other+person another+person third+party | user else
employee staff colleague worker coworker ex+employee teammate | team work user member company
boss employer manager | work company
client customer buyer shopper | user contact
friend mate buddy pal | contact
family relative parent mum mom mother dad father brother sister grandmother grandma | household share person
partner husband wife spouse boyfriend girlfriend ex fiance | person family joint
child kid son daughter teenager teen baby toddler | young parental family age
flatmate roommate housemate neighbour | share
pet dog cat animal | pet
doctor dentist gp physician nurse clinic hospital | appointment health
lawyer solicitor court | legal
teacher tutor instructor professor | class school lesson
student pupil learner | school class course
class lesson course lecture | school teach
school university college | education
author writer creator | owner write
owner creator author | admin
guest visitor outsider | invite
host organizer organiser | event
crowd audience viewers listeners | people visitor
village countryside rural remote+area | area signal location
town city place area region district | location address
house flat apartment home place | address move
moving+house move+house moved new+address new+flat new+house relocating relocate | address change
street road avenue | address
office workplace work | company
hotel hostel resort accommodation | room booking stay
holiday vacation trip travel travelling away abroad journey | country roaming overseas
abroad foreign overseas outside+the+country holiday | country roaming
eu europe | abroad country
border customs | country
airport plane flight | travel
train bus coach tram taxi | travel
car van vehicle truck lorry | drive
van truck lorry | delivery driver
bike bicycle cycle | wheel
shop store supermarket grocery groceries | buy food
food meal dinner lunch grocery | order
clothes clothing dress shirt trousers jacket coat shoes garment outfit | size wear item
shoe boot trainer sneaker | size clothes
wear fit size | clothes
tight loose big small fit doesnt+fit too+big too+small too+tight | size exchange
furniture sofa couch table chair bed wardrobe shelf | assembly delivery
kitchen oven fridge freezer dishwasher washing+machine appliance | install delivery
tv telly television set+top+box | screen video
telly tv | screen
film movie series show episode programme title | watch video stream
show series programme episode season | tv watch
netflix hulu prime+video | stream video
audio sound speech | language
speaker headphone headphones earphone earbuds | sound audio
loud noisy noise | volume sound
quiet silent silence | volume mute
book novel magazine newspaper | read
story stories | post share instagram
game gaming | play
music tune song | play
gift present surprise | birthday wrap
birthday anniversary christmas xmas | present holiday gift
wedding party celebration | event
funeral died death deceased passed+away | dead
sick ill illness unwell | doctor health
pregnant baby | family
young underage minor child | age
old elderly | age
age old+enough minimum+age | birthday
morning noon afternoon evening night tonight midnight | time day hour
today tomorrow yesterday | date day
monday tuesday wednesday thursday friday saturday sunday | day date weekend week
january february march april june july august september october november december | month date
weekend saturday sunday | day
early earlier sooner before | time date
late later after afterwards | time delay
wait waiting queue | delay long time
how+long duration length period | time day
period time+period timeframe range between | date time
date+range time+range between+dates certain+period | date period
every+day daily each+day | schedule recur
every+week weekly each+week | schedule recur
every+month monthly each+month | schedule recur
every+year yearly annually each+year | recur annual
often frequently how+often frequency | repeat time
always every+time permanently constantly | automatic default
never not+once | stop
sometimes occasionally | time
forever permanent indefinitely lifetime | keep
once single one+time | only
twice two+times double second+time | duplicate
now immediately instantly right+away at+once straight+away | fast urgent
soon shortly | time
deadline cut+off last+date latest | date end
ready prepared done finished complete | end
finish complete end done | close
beginning start first | top
half part partial partially portion | some
full entire complete whole | all
quarter percent percentage share proportion | number
number amount quantity count how+many how+much | total
amount sum total | money number
tally count total add+up | number sum frequency
average mean median | calculate number
maximum limit most highest | max
minimum least lowest smallest | min
highest largest biggest top max | sort number
lowest smallest min | sort number
more extra additional further | increase add
extra additional bonus another | more add
less fewer lower | reduce decrease
enough sufficient | amount
too+many too+much excessive | limit reduce many
lots many loads hundreds thousands tons | bulk multiple number
few couple several some | multiple
pair couple two both | double
both two together | each
each every individual | all
together combined same+time | merge join
apart separate separately individually on+its+own own+line | split single individual
next following after | then
previous before last earlier prior | old
above over top on+top | before up
below under beneath bottom | after down
inside within in | into
next+to beside near close+to | position
top up above | first
middle centre center | position
front ahead | first
upside+down sideways wrong+way | rotate
wide broad width | size
tall high height | size
length long distance | size
heavy weight kilo kilos kg pounds | size limit
distance mile km kilometer far | location
temperature degrees celsius fahrenheit | weather
hot warm heat | temperature
cold cool | temperature
light bright lamp brightness | screen dark
dark black night | theme mode
red blue green yellow orange pink purple | color
clean clear tidy | wash
dirty stain | clean wash
new brand+new fresh latest | recent
used second+hand secondhand pre+owned worn | return old
original genuine authentic real | fake
fake counterfeit imitation | real scam
same identical alike equal | match duplicate
similar alike comparable like | same
different other various distinct | change
special certain particular specific | one
important urgent priority essential | star
main primary principal default | first main
secondary second alternate additional backup | other extra
personal own private individual | my
own personal custom my | private domain
shared joint common together | share
common usual standard normal | default
complicated difficult hard | problem
simple easy basic | quick
correct right accurate proper | fix
wrong incorrect mistaken mixed+up misspelled typo misspelt | mistake error correct
typo misspelling spelling+mistake spelling | correct word
mistake error slip wrong by+mistake | accident undo
regret changed+my+mind change+my+mind changed+mind second+thoughts no+longer+want dont+want+it | cancel return undo withdraw
promise guarantee | policy
rule policy term condition regulation | legal allowed
allowed permitted legal okay | rule possible
forbidden prohibited banned illegal | rule allowed
legal law lawful | rule
proof evidence prove document | confirm verify receipt
certificate document | proof
form application paperwork | fill document
signature sign signed | document
contract agreement deal | sign terms
copy duplicate scan | document print
paper letter post mail | document
envelope letter post | mail
stamp postage | post
code number key | password
key password | unlock
door gate | access home
bell doorbell knock | delivery miss home
not+home not+in nobody+home no+one+home wasnt+home wasnt+in was+out out at+work missed | miss delivery neighbour redeliver
miss missed wasnt+there | delivery late
redeliver redelivery deliver+again try+again second+attempt come+again come+back | delivery missed again
attempt try | again retry
wrong+person wrong+account wrong+address wrong+number | mistake send
money cash funds pounds dollars euros quid | pay payment amount
rich income salary wage wages | money work pay
debt owe owing overdue arrears | pay bill money
owe due outstanding unpaid | pay bill balance
afford struggling financial+difficulty hardship | pay money help
cheap bargain | price
tax vat | invoice
interest percentage rate | loan savings
exchange+rate currency conversion | money abroad foreign
pay+abroad foreign+transaction foreign+fee | card abroad fee
contactless tap apple+pay google+pay mobile+payment | card pay phone
wallet purse handbag | card lose steal
swallowed ate kept retained | atm card machine
machine atm terminal | cash
salary wages paycheck pay | income account
statement extract | account transaction history
entry line item record | transaction row
mandate direct+debit | recurring payment
beneficiary payee recipient | transfer pay
hacked somebody+logged+in someone+got+in someone+is+using someone+using | account security password
suspicious dodgy fishy | fraud phishing
locked+out cant+log+in cant+login cant+get+in cant+access cannot+access no+access blocked+out | login password account unlock recover
too+many+attempts wrong+password wrong+pin | lock reset
kicked+out logged+out+automatically signed+out+automatically | session logout
other+device other+devices another+computer another+device public+computer someone+elses+computer | device session computer logout
new+phone new+device changed+phone replaced+phone | transfer device authenticator two+factor
old+phone lost+phone broken+phone | device two+factor
simultaneous at+the+same+time concurrently | device stream
screen display telly | tv
background behind | color image
typing type keyboard | write
talk speech voice | dictate call
dictate voice+typing speech+to+text | speak type
voice speech audio | call
fax | send document
scan barcode qr | camera
wifi wireless hotspot | internet
hotspot tethering tether share+internet | data phone laptop
bar bars signal | reception
village rural | signal coverage
speed mbps slow fast | internet connection
cable wire plug socket | router connect
plug socket | power
light lights blinking flashing lamp red+light | router status
restart unplug turn+off+and+on | router
engineer technician visit appointment | install
landline home+phone | telephone
voicemail answerphone answering+machine | message call
spam+call nuisance+call cold+call unwanted+call | block number
premium+number expensive+number | cost call
allowance bundle included | data limit plan
used+up run+out ran+out exceeded over+the+limit gone | data limit allowance full
unlimited no+limit | data plan
cover coverage covered | insurance signal
server hosting site | website
down offline unavailable outage unreachable | website error not+working
ssl https certificate padlock not+secure | security website
nameserver dns record | domain
email+bounce bounced bounces undelivered not+delivered rejected | mail fail
bounce bounced undeliverable | email mail fail
sender+score spam+folder junk+folder lands+in+spam | spam mail
ftp sftp | upload file
database mysql sql | data
visitor+number traffic | statistics
upgrade more+space bigger+plan | plan storage
ex former previous old+colleague left+the+company | remove user
colleague developer agency freelancer | access user
invite add+user add+people add+a+person | member
seat place chair window aisle | flight choose
name+change misspelled+name wrong+name maiden+name married | name correct ticket
luggage suitcase baggage hand+luggage carry+on | bag weight flight
bag handbag backpack rucksack | luggage
pram buggy stroller wheelchair assistance | special travel
delayed delay late cancelled | flight compensation
missed+flight missed+connection | rebook
upgrade business+class first+class | seat
meal vegetarian vegan diet allergy | food
visa passport entry | travel document country
slot window time+slot delivery+slot | time delivery
substitute substitution replaced alternative | different item
out+of+date use+by best+before expired | fresh food
missing+item not+in+the+bag forgot+item left+out | receive refund delivery
minimum+spend minimum+order | basket delivery
driver courier delivery+person | deliver
basket trolley | order
`
