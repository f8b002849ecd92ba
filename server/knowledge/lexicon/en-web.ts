// The trade words of web applications, in English: mail, spreadsheets, documents, calendars, social networks, video,
// storage, blogs, chats, maps, code. The format is that of en-actions.ts.

export const EN_WEB = `
alias identity other+address second+address different+address another+address plus+address send+as send+mail+as | from sender address email account
identity alias persona | from sender name account
from sender from+field from+address | alias send identity
forward redirect pass+along pass+on relay send+on | automatically copy account address
redirect forward 301 redirection | link url domain page
criterion condition rule matching match certain+emails certain+messages specific+emails | filter only search
rule filter condition automation workflow | automatically label move sort
existing already+have already+received old+messages past+messages older previous+emails old+emails retroactively | apply old all
incoming new+mail new+messages arriving as+they+arrive | receive inbox arrive
outgoing sent sending | send mail
bulk+mail mailing mailings promotion promotional newsletter bulletin campaign | marketing spam unsubscribe
inbox main+list front+page main+view primary+tab | mail
archive skip+inbox out+of+inbox hide+from+inbox put+away | label remove folder
label tag folder category | organize file sort
unlabeled untagged unfiled no+label without+label uncategorized not+labeled without+a+label | label find
nested sublabel subfolder sub+folder sub+label hierarchy inside+another | folder label tree
group bundle stack collapse thread pile conversation+view threading | conversation combine merge separate
ungroup unbundle separate split unthread individually | conversation thread expand
quote quoted original+message previous+message | reply text
canned+response template snippet saved+text ready+made boilerplate | reply insert
schedule+send send+later delayed+send timed+email delay+sending | later time
undo+send unsend recall take+back cancel+sending unsent | sent message mistake
read+receipt tracking+pixel has+been+read been+opened opened+my | know whether
large+attachment big+file too+large size+limit maximum+size | attachment limit
size biggest largest heaviest | sort find space big
free+up+space make+room running+out+of+space storage+full out+of+space clean+up | delete big size storage
mark+as+read mark+all read+all | unread
star flag important priority | mark
import+contacts address+book vcard contact+list | csv people
distribution+list mailing+list contact+group group+email email+group | send several people group
pop imap mail+program mail+client email+client thunderbird apple+mail | outlook setup
outlook hotmail live+mail office+365 | microsoft email mail
yahoo aol | mail email
smtp server mail+server | send
out+of+office vacation+responder auto+reply autoresponder automatic+reply holiday+message away+message | absent
header headers message+source raw+message | original ip
ip address+location where+from | location trace
print+out hard+copy printed | paper pdf
google+account google+login | gmail account
main+address primary+email main+email email+address | change account username
dot dots period | address gmail
switch+accounts multiple+accounts two+accounts several+accounts second+account more+than+one+account | login another
combine merge two+into+one into+one join+together | accounts
spreadsheet worksheet workbook sheet tab other+tab another+tab another+sheet | reference data
other+spreadsheet another+spreadsheet another+file different+file other+file external+file importrange | pull data link
pull fetch import get+data bring+in retrieve | data lookup
lookup vlookup hlookup xlookup index+match look+up find+matching corresponding | search match value fetch
drop+down dropdown pick+list select+list selection+list choose+from choices predefined+values list+of+options combo+box | data+validation select option cell
data+validation validation restrict+input allowed+values | dropdown list
dependent cascading based+on depending+on depends according+to | value another conditional
conditional+formatting color+rule highlight+cells highlight+rows color+cells color+rows | color based rule format
if condition when conditional | formula function
concatenate concat join combine+text merge+text put+together | text cells string
split text+to+columns separate break+up divide | column comma text
comma delimiter separator semicolon | split csv
array+formula arrayformula whole+column entire+column all+rows every+row fill+down autofill drag+down copy+down | formula column automatically
auto+fill autofill fill+handle fill+series populate | automatically drag
sum add+up total subtotal | count
sumif countif count+if only+count only+sum | condition
count tally how+many number+of how+often occurrences frequency | unique
distinct unique different no+duplicates without+duplicates dedupe deduplicate | duplicate
duplicates repeated double twice same+value appears+twice | find remove highlight
freeze pin lock keep+visible sticky stays+visible stay+in+place always+visible fixed+header | row header scroll column top
header+row title+row heading+row first+row top+row | freeze
hide+rows hide+columns collapse | show group
protect+range lock+cells protected read+only non+editable cannot+edit only+edit | edit permission cell
timestamp date+stamp current+time current+date now today time+of+entry | automatic date insert
last+edited last+modified last+updated edit+history who+changed who+edited | date history version
days+between date+difference number+of+days age elapsed | calculate date
leading+zero zeros zeroes | number text format
decimal decimals comma point rounding | number format
regex regular+expression pattern wildcard | search match text
case uppercase lowercase capital capitalize capitals | letter text convert
wrap wrapping overflow line+break new+line multiple+lines | text cell enter
merge+cells merged combine+cells | cell
transpose flip swap+rows rows+to+columns turn+rows | column
negative minus red | number
named+range name+range | reference
pivot summary cross+tab group+by | table report
chart graph plot visualise visualize diagram | data
random shuffle randomise randomize | number order
sort alphabetize alphabetise alphabetical+order a+to+z | order
reverse backwards descending | order
script macro apps+script code | automate button
refresh recalculate auto+update live updates+itself update+automatically | data automatic
real+time live instantly | update
document doc text+document write+up | file
suggest suggestion suggesting+mode track+changes redline propose | edit comment accept reject
word+count character+count how+many+words number+of+words length | count
landscape portrait orientation horizontal page+orientation sideways | page print layout
margin page+margin border | page
page+break new+page | insert
line+spacing double+spaced double+spacing spacing | paragraph
strikethrough strike+through cross+out crossed+out line+through | text format
superscript subscript exponent small+number raised | text formula
equation math formula latex mathematical | insert symbol
special+character symbol accent accented foreign+letters unicode emoji | insert type
spell+check spelling grammar autocorrect proofread | correct language
dictionary word+list personal+dictionary | spelling
watermark background+image | page
caption figure+caption | image
columns two+columns newspaper | layout
bookmark anchor jump+to link+to+heading | section
revision version+history earlier+version previous+version older+version roll+back go+back+to | restore undo
owner ownership in+charge responsible | transfer change admin
transfer+ownership hand+over give+ownership make+owner change+owner new+owner | file
view+only read+only cannot+edit viewer can+view | permission share
copy+protection prevent+copying disable+download disable+copy disable+printing stop+copying | download share protect
anyone+with+the+link public+link share+link sharing+link shareable | share public access
expire+access temporary+access time+limited until+a+date | share
shared+with+me shared+folder shared+drive team+drive | folder
sync backup+and+sync desktop+client drive+app | computer folder offline
selective+sync only+some+folders choose+folders not+all+folders | sync space
upload+request file+request collect+files receive+files upload+without+account | upload
version+conflict conflicted+copy conflict | sync
direct+link direct+download hotlink | download url
calendar+feed ical ics subscribe+url external+calendar webcal public+calendar | calendar import url subscribe
import+events add+events csv | calendar
invite guest attendee participant | event
accept decline rsvp maybe | invitation
recurring repeating every+other every+second repeat+event series | event schedule weekly
single+occurrence only+this+event one+instance just+one | recurring
birthday anniversary | calendar reminder
working+hours availability free+busy busy available | calendar
default+reminder default+notification | event
week+number week+numbers first+day+of+the+week start+on+monday | calendar week
agenda daily+agenda schedule+view list+view | email print
time+zone timezone utc local+time another+zone | calendar
post status update story | share write
feed news+feed timeline home+page stream | order recent sort
most+recent chronological newest+first latest+first by+date | order feed top
friend friends+list friend+list | hide contact
unfriend remove+friend defriend deleted+me removed+me | friend who
who+viewed who+visited who+looked profile+visitors profile+views viewers stalkers | profile see
without+them+knowing secretly without+notifying without+being+seen anonymously incognito private+mode | view hide notify
online+status last+seen appear+offline invisible show+as+offline green+dot active+status | hide chat
tag tagged tagging | photo approve review
approve review before+they+appear before+it+appears check+first moderate | tag post
view+as as+others+see how+others+see look+like+to+others what+others+see how+it+looks | profile public visible
search+engine google indexed found+by+google searchable findable | hide profile results
find+me look+me+up findable by+phone+number by+email | search privacy
block blocked restrict restricted+list | person hide
acquaintances close+friends friend+lists audience certain+people specific+people custom | share list hide
relationship+status single married | profile
page fan+page business+page company+page | admin profile
group groups | member post
event party | invite
app apps third+party+app game game+request connected+app authorised+app | access remove permission block
memorialize memorial deceased dead+person passed+away died | account
download+my+data copy+of+my+data archive download+your+information all+my+data | export backup
poll vote survey | question create
hashtag trend trending topic | search
tweet tweets | twitter post
retweet repost quote+tweet | share
thread tweetstorm series | tweet
direct+message dm private+message | send
mute hide+words muted+words keyword+filter | tweet topic block
verify verified blue+check badge | account
handle username @name | change
old+tweets all+my+tweets tweet+history first+tweet earliest+tweet | search archive
date+range between+two+dates certain+period specific+date from+a+date during since until before after | search date month year
followers follower+count followers+list | count
connection connections network contact | linkedin
recommendation endorsement skill | linkedin profile
recruiter job+search looking+for+a+job open+to+work | hide
profile+update notify+network activity+broadcast announcing | share connections
video clip | youtube
start+time specific+time certain+point certain+second timestamp particular+moment starts+at skip+to | video link url
loop repeat continuously replay automatically+replay again+and+again | video play
autoplay auto+play next+video automatically+plays plays+by+itself | stop disable
playback+speed faster slower speed+up slow+down slow+motion | video play
resolution quality hd 720p 1080p 4k default+quality | video
subtitles captions closed+captions transcript | video text
watch+history viewing+history what+i+watched watched+videos | clear pause youtube
recommendation suggested suggestions recommended for+you | videos history algorithm
watch+later playlist queue save+for+later | video
unlisted private public | video link
comment comments | disable hide
subscriber subscription subscribe | channel
age+restriction age+restricted safe+search safesearch restricted+mode parental+control family+filter adult+content explicit | kid safe filter block
parental+control kids+mode safe+mode child+lock for+children family+safe | restrict age rating block profile
unavailable not+available+in+your+country region+blocked geo+blocked blocked+in+my+country vpn | country location title available
download+video save+video offline+viewing watch+offline without+internet | video offline
embed iframe insert+player | video website
thumbnail preview+image cover | video
copyright claim strike | music video
blog site website | wordpress
sticky pin pinned stay+on+top always+first keep+at+the+top featured | post top
static+page front+page home+page landing+page | website
custom+domain own+domain my+domain | map blog address
theme template design | change
widget sidebar | add
permalink slug url | post
redirect visitors without+losing keep+visitors seo ranking google+ranking | move domain
analytics statistics visitor+count page+views traffic | blog
comment+spam spam+comments akismet | block
favicon site+icon | logo tab
import+posts migrate+blog move+blog | export blogger wordpress
rss feed atom subscribe | email blog
author guest+author multiple+authors | user
password+protect protected+post private+post hidden+post | private
channel room | slack chat
mute+channel stop+notifications without+leaving stay+in | channel notification
do+not+disturb quiet+hours notification+schedule pause+notifications | mute
mention @everyone @channel ping | notify
workspace team organisation | leave slack
archive+channel delete+channel | channel
guest external+user | invite
screen+share share+screen screensharing | meeting call
video+call video+chat video+conference zoom+meeting hangout | call camera meeting
mic microphone muted | sound
recording record+meeting record+call | video
card ticket task | board
checklist subtask to+do+items | card
due+date deadline reminder | card task calendar
move+card another+board copy+board duplicate+board board+template | board
archive+card archived+cards closed+board | restore delete
assign member responsible | task
template recurring+card repeat+card | card
route directions several+stops multiple+stops multiple+destinations waypoints itinerary way+points | map plan
avoid+tolls avoid+highways no+motorways without+tolls without+highways | route directions
offline+map download+map without+signal | map
location+history timeline where+i+have+been track+my+location location+tracking | delete map
share+location live+location where+i+am | map
street+view panorama | map image
measure distance area radius how+far | map
coordinates latitude longitude gps | map
custom+map my+maps own+map pins places+list | map
home+address work+address saved+places | map set
search+operator advanced+search search+syntax exact+phrase exact+words | search
image+search reverse+image search+by+image similar+images | photo find
search+history autocomplete suggestions past+searches | delete clear
exclude without minus not+including except | search
cached old+version+of+a+page wayback archived+page no+longer+exists | page
default+search+engine change+search+engine homepage | browser
country+version google.com local+version redirected+to | google language
language interface+language display+language english | change
translate auto+translate | page language
dark+theme dark+mode night+mode | background color
keyboard+shortcut hotkey shortcuts | key
full+screen fullscreen maximize | view
pop+up new+window new+tab opens+in | link
cookies cache browsing+data | clear
saved+password password+manager remember+password stored+passwords | browser login
autofill form+filling | form browser
extension addon userscript | browser
file+type format extension | convert
zip compress archive rar | file download folder
ocr extract+text text+from+image image+to+text scanned | pdf convert
qr+code barcode | scan
api api+key token access+token developer+key | access
webhook callback integration zapier ifttt automation | connect trigger
oauth authorise+app sign+in+with login+with | connect access
two+factor 2fa two+step+verification authenticator+app security+key backup+codes | login
recovery+email recovery+phone backup+email | account
hacked compromised taken+over someone+logged+in unknown+device suspicious+login | security
recent+activity login+history active+sessions logged+in+devices where+you're+logged+in | security device logout
sign+out+everywhere log+out+everywhere log+out+all all+devices remotely | session device
deactivate temporarily+disable take+a+break | account delete
delete+account close+account remove+account leave+permanently delete+profile cancel+account | permanently deactivate
underage under+13 minimum+age | account
username+taken name+taken already+taken | account name
change+email new+email+address update+email | account address
family+library family+sharing family+plan | share
gift+card redeem | code
storage+plan more+storage buy+storage upgrade+storage | space
device+limit too+many+devices how+many+devices number+of+devices at+the+same+time simultaneous+streams | device watch people limit
continue+watching resume recently+watched | history remove
profile profiles | kids user
`
