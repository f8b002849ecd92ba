// What customers of any online service talk about, in English: accounts, messages, files, pages, devices. The format is
// that of en-actions.ts.

export const EN_THINGS = `
account profile user login acct accounts | id membership username email identity
user member person account people | customer username contact friend users participant somebody someone
person people someone somebody anyone others everybody other+users other+people | user friend member contact individual human public stranger
everyone everybody all+users anyone public all+people | people users public
username user+name handle nickname screen+name display+name login+name user+id alias | name id account login url
name title | rename username called label
password passcode passphrase pw pwd passwd pass | login credential pin security sign+in secret key
credential login | password username
pin code | password number
code passcode otp verification+code security+code | number sms confirm key
two+factor 2fa two+step mfa multi+factor two+factor+authentication two+step+verification authenticator | code security login verify verification sms protect
security secure safe | protect privacy password hack
privacy private confidential | secret visible share hide public security see
private secret hidden personal confidential | hide public privacy only+me share+with visible
public visible open+to+everyone | share private everyone everybody visible
anonymous anonymously incognito hidden+identity | private hide identity name without+login untraceable secret
permission access right privilege authorization authorisation | allow share role admin edit grant
admin administrator owner moderator | manager manage role permission
role permission | admin
access permission entry | open reach login get
picture photo image pic pics photograph photos pictures snapshot img | album gallery graphic avatar wallpaper thumbnail screenshot jpg camera
avatar profile+picture profile+photo profile+pic display+picture profile+image icon | image picture photo
thumbnail preview | image picture cover
icon logo symbol emoji favicon | image picture button
logo brand | image icon
background wallpaper backdrop | image theme color
album gallery | photo picture folder collection
gif animation animated | image
video clip movie film footage vid videos | youtube watch stream play recording vimeo
movie film video | show series
channel | youtube video subscribe
playlist queue | song video list music watch+later
song track music tune audio | playlist album listen artist mp3
music song audio tune | sound spotify listen playlist mp3
sound audio volume noise | music loud hear mute speaker
subtitle caption cc closed+captions | text language video transcript
lyrics | song words text
podcast | audio episode
message mail email e-mail msg note letter messages mails | conversation chat dm text inbox reply correspondence pm
email mail e-mail gmail message emails mails | inbox address outlook send letter messages
inbox mailbox email+account | email mail message folder gmail
mailbox inbox | email
newsletter mailing+list bulletin subscription | email marketing unsubscribe promotional
spam junk junk+mail unwanted+email unsolicited unwanted | block filter email phishing advertisement
phishing scam fraud | spam fake suspicious hack
conversation chat thread discussion dialogue | message talk history email group
thread conversation topic | discussion group email
dm direct+message private+message pm inbox+message | message chat private
chat im instant+message messenger instant+messaging | message conversation talk online
attachment attached+file | file attach document email
draft | unsent email save
signature sig sign+off footer | email name bottom
subject subject+line topic | title email heading
sender from who+sent | email address from+address
recipient receiver to+field | email send contact
cc carbon+copy bcc | recipient email copy
autoresponder auto+reply vacation+responder out+of+office auto+response automatic+reply | away holiday vacation reply automatically
vacation holiday away out+of+office | absence responder travel
read seen opened | receipt unread viewed
read+receipt seen opened | read tracking whether know
unread not+read | read mark
star flag | important mark
label folder tag category | organize group sort filter
folder directory label | file category organize album collection
category tag label group section | sort organize type kind
tag hashtag keyword label | category
filter rule | label automatic
notification alert reminder notice popup pop+up push | email message sound notify bell update warn
reminder alert alarm | notification calendar task
popup pop+up window | notification dialog
sms text text+message texting | phone message mobile
phone mobile cell cellphone smartphone telephone iphone android handset cell+phone | call number device sms tablet
number digit | phone figure numeric amount count
device phone tablet gadget ipad | computer mobile
tablet ipad | device phone
computer pc laptop desktop mac machine notebook | device windows local hard+drive
app application program software mobile+app apps | tool service extension phone
software program application tool | app
tool service utility website app | program software way
extension addon add+on plugin plug+in userscript chrome+extension | browser script app tool
plugin extension widget add+on | wordpress
widget gadget | plugin box embed
script code macro apps+script google+apps+script | automate formula programming function javascript
code script programming html source+code | embed snippet
html css markup | code website page format
api developer programmatically | code integration script
browser chrome firefox safari internet+explorer | web page extension
website site webpage web+page page homepage web+site blog | url domain online internet web
page site website webpage | url tab wall
web online internet | website
blog weblog blogger wordpress | website site post
domain dns domain+name | url website address hosting custom own
hosting host server | website domain
url link web+address hyperlink address permalink shortlink short+url | website page share
link url hyperlink | page address connect share reference
address url email+address location | place street
bookmark favorite | link save page
shortcut hotkey keyboard+shortcut key+combination | keyboard fast quick key
keyboard key shortcut | type
button icon | link click press
menu sidebar toolbar navigation | option bar button
tab window | browser page
toolbar bar | menu button
home homepage home+page start+page main+page front+page landing+page | default page
feed timeline news+feed newsfeed wall stream home+feed | post update rss status facebook
timeline wall | profile feed facebook post history
rss feed atom | reader subscribe news
post status update tweet entry publication | wall feed message publish blog write timeline
status update state | post online
tweet twitter post | retweet status hashtag
retweet repost reshare share | tweet
comment reply remark feedback | post discussion note
like thumbs+up reaction | favorite facebook
friend contact buddy follower connection | facebook people people list
follower fan subscriber | friend following
following follower | friend subscribe
contact address+book contacts | friend people phone list email
group community circle team | members list people forum
team group organization coworkers colleague | company members staff
colleague coworker teammate | team people
member user participant | group people join
forum board discussion+board message+board | group community thread discussion
facebook fb | social+network
twitter tweets | tweet social+network
instagram insta ig | photo
youtube yt you+tube | video
google+docs gdocs google+doc google+document docs | document
google+sheets gsheets google+spreadsheet google+spreadsheets google+sheet | spreadsheet sheet
google+drive gdrive | drive file cloud
google+calendar gcal | calendar
gmail google+mail googlemail | email inbox
linkedin linked+in | profile
wordpress wp | blog
social+network social+media | facebook twitter
spreadsheet sheet excel workbook worksheet google+sheets | table cell column data csv document
worksheet sheet tab | spreadsheet page
cell field box | spreadsheet value column row
row line record | column cell
column field | row cell
table grid | spreadsheet column row
formula function equation calculation | cell calculate expression sum spreadsheet
pivot+table pivot | report summary
chart graph plot diagram | visualize data visualization
data information info content details | file export
value number content | cell
blank empty | cell missing none
duplicate duplicates repeated double | unique remove+duplicates same copy
unique distinct | duplicate different
document doc file docs paper text | word page pdf google+docs
file document doc attachment | folder upload data item
pdf acrobat | document file print
word doc microsoft+word docx ms+word | document
presentation slides slideshow powerpoint slide deck | google+slides
slideshow presentation | photos slide
form survey questionnaire poll google+form | response question quiz
survey poll questionnaire vote | form question
quiz test exam | form question
answer response reply | question solution form
template boilerplate canned+response | default preset document standard
canned+response template saved+reply predefined | reply answer
version revision history previous+version | edit change old update
history log past previous+activity record | activity version browsing view old
activity history log action | recent
log history record | track
cloud drive dropbox onedrive | storage online file
drive storage disk | cloud file google+drive
storage space quota capacity disk+space memory | full limit size free drive
space storage room | full
size big large dimension | resize space limit
backup copy | archive save
archive old past | history
list listing | all table set
calendar schedule agenda diary planner | event date appointment
event appointment meeting occasion gathering engagement | calendar date entry invite
appointment meeting event booking | calendar schedule visit
task todo to+do to+do+list checklist tasks | list reminder item project
project task board | team
board kanban trello | card list project
card board trello item | ticket
deadline due+date | date end late
date day time | calendar when
time hour clock date | when timezone minute long
time+zone timezone local+time | time hour clock
birthday birthdays bday date+of+birth | age date born
holiday vacation | day calendar public
week weekly | day calendar
month monthly | date
year annual annually yearly | date old
map maps directions navigation google+maps | location route place
location place position gps where geolocation | address map city country region
route directions path | map navigation
country region nation | location abroad language
place location | spot map
language translation | english locale translate
english | language
theme skin template appearance layout design look | style color background
layout design format arrangement | theme look style
look appearance interface ui design | theme layout
interface ui layout | old new look version
color colour colored coloured | background theme highlight shade
dark+mode night+mode dark+theme black+background | theme light eyes
font typeface text+size lettering | text style size letter
text words writing content string | font type
bold italic underline strikethrough | format text style
character symbol letter special+character | text unicode accent
letter character | alphabet capital text
capital uppercase upper+case caps | lowercase letter case
word term keyword phrase | text
keyword search+term | word tag
paragraph section | text line
line row | text spacing
margin spacing indent padding | space layout
header heading title top | footer row
footer bottom | header page
heading title headline header | table+of+contents section
table+of+contents toc index outline | heading document
footnote endnote reference citation | bibliography document
citation reference bibliography | source
page+number numbering | page
result results hit | search
search+engine google bing | search
query question search | filter
setting preference option configuration prefs settings | change customize configure control account
option choice alternative | setting way
default standard automatically predefined | set change always normal
alternative substitute replacement equivalent other similar+to instead+of | option different tool competitor
feature functionality function option | tool ability
error fault bug glitch problem issue | message fail wrong trouble
problem trouble issue difficulty | error wrong help
bug glitch | error problem
slow sluggish lag laggy slowly takes+forever | speed load performance fast
fast quick quickly faster speed | slow shortcut easy
speed performance | slow fast internet
cache cookies cookie temporary+files | browser clear history
ad advertisement ads advert advertising commercial ads sponsored promotion | block marketing banner
statistics stats analytics metrics insights numbers | count track view visitor report data
traffic visitor visits hits | statistics analytics website
visitor viewer guest | website traffic who
view visit hit | count number
report summary | analytics data
feedback review opinion rating | comment
review rating | feedback opinion
rating score star | review rate
game play | app score
online connected available | status internet internet
offline without+internet no+internet no+connection disconnected | online local access
connection internet network wifi wi-fi wireless | online offline
wifi wi-fi wireless wlan | internet network router connection
network internet | connection
mobile phone app smartphone | device
desktop computer | pc app
local computer offline | hard+drive
multiple several many various more+than+one few different | all number two bulk
bulk mass batch all+at+once at+once in+one+go multiple simultaneously | many all several every whole
all every everything entire whole complete each total | bulk multiple
whole entire complete full all | every
single one individual | only separate
once one+time at+the+same+time | single
only just solely exclusively | limit
automatically automatic | default
temporarily temporary for+a+while | short pause
permanently permanent forever for+good completely | delete final
completely totally fully entirely | permanent all
again another+time | repeat back
previous old earlier past prior former last | back history before
old older past previous outdated | archive earlier ancient
new recent latest newest | create fresh add
recent latest new last | history
oldest earliest first | order old sort
latest newest recent | date last
first initial earliest | start
last final latest | end recent
same identical | equal duplicate
different another other separate | various distinct second
second another additional extra two | other multiple
additional extra more another | add second
specific particular certain given individual | one selected
certain specific some | particular
random randomly | shuffle any
empty blank | nothing
full complete | quota
correct right proper | fix
wrong incorrect false mistaken | error mistake
missing absent gone not+there lost | find without
visible shown | see hidden
available possible | free stock
impossible unable cannot | possible
free without+paying no+cost gratis free+of+charge complimentary | cost price paid
paid premium pro | pay subscription plan
big large huge bigger larger | size
small little tiny smaller | size
long lengthy | length
short brief | length
fake false bogus | scam imposter pretend
legal law allowed | policy terms
copyright license | legal
minor child kid children underage | age parent young
parent family father mother | child
child kid children son daughter | parental family
dead deceased death died passed+away | memorial person
girlfriend boyfriend wife husband spouse partner | relationship person
boss manager supervisor | work
company business organization organisation firm enterprise | work
work job office business | professional
school college university education student class | teacher
teacher professor instructor | class school
student pupil | class school
resume cv | job
job employment career work | resume
screen display monitor | window full
screenshot screen+capture screen+shot | image
camera webcam | photo video
microphone mic | sound audio
printer printing | print
battery power charge | drain
book ebook novel | read
news article headlines | feed
article post page | blog
weather forecast | temperature
money currency dollar cash | payment price
currency dollar euro exchange+rate | money convert
zip postcode postal+code zip+code | address
qr barcode | code scan
captcha robot | verify
pixel resolution quality hd | image size
quality resolution hd definition | video image better low
format type kind file+type extension | convert style
kind type sort category | different
part section piece portion | some
bottom end | last
top beginning start | first
beginning start top | first
end finish ending | stop last
side left right | position
position place location | move
`
