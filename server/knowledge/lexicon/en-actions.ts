// What customers of any online service or shop do, in English, in the many words they have for it. One group a line:
// words before the bar mean nearly the same; each one after it only leads to those before it, not to its neighbours.

export const EN_ACTIONS = `
delete remove erase trash get+rid+of throw+away delet | wipe clear purge discard bin empty destroy eliminate drop clean take+off take+down take+out undo dispose cancel close cut hide
clear empty purge wipe clean+up clean+out | delete remove reset flush erase tidy
undo revert roll+back rollback reverse take+back | restore cancel recall unsend go+back previous back change+back
recover restore retrieve undelete get+back bring+back getting+back got+back regain undeleted | salvage find undo lost deleted recovery return backup archive reopen reactivate trash
lose lost disappear vanish missing gone | delete accident accidentally forget recover find steal
accidentally accident mistake mistakenly unintentionally inadvertently oops | wrong error undo
disable turn+off switch+off deactivate shut+off disabled opt+out unable toggle+off | stop block prevent hide remove off cancel mute suspend suppress inactive without avoid get+rid+of uncheck
enable turn+on switch+on activate enabled opt+in | start allow set+up on allow show unlock
stop prevent avoid keep+from block | disable cancel end quit halt turn+off mute unsubscribe without restrict get+rid+of suppress
block ban blacklist | prevent stop filter restrict spam blocked ignore deny reject unwanted junk
unblock unban | allow restore unlock blocked
mute silence quiet | disable turn+off snooze hide ignore notification sound
unsubscribe opt+out cancel+subscription | stop cancel remove leave subscription newsletter
subscribe sign+up follow | subscription join newsletter feed membership
unfollow unfriend | remove friend follower stop disconnect
deactivate suspend freeze | disable delete close account
close shut shut+down terminate | delete deactivate cancel end account
cancel terminate call+off abort | stop end delete remove unsubscribe annul withdraw void undo
download save export grab pull | backup copy extract offline get rip store fetch
export download extract save | backup convert transfer csv excel copy output dump move
import upload bring+in | add load insert transfer migrate csv move copy
upload post attach import put+up | add send submit image file share publish
backup back+up backing+up backed+up backup | save archive copy export download store restore preserve safe
archive store preserve | backup save keep old history file
save store keep retain | download bookmark preserve record favorite remember
transfer move migrate migration | switch import export forward copy relocate shift change port merge send
move relocate shift transfer | change drag reposition migrate put place
merge combine join consolidate unify concatenate link together | connect add unite integrate multiple into+one duplicate mix sync single
split separate divide | break extract text+to+columns parse apart partition into
link connect attach associate hook+up pair | join integrate sync tie bind join add
unlink disconnect detach | remove separate unpair revoke disassociate
integrate integration connect | sync link plugin embed combine together
synchronize synchronise sync | update connect transfer backup match integrate refresh merge
share sharing | send invite publish give access show post collaborate collaboration permission public link visible
send forward mail transmit deliver | share email post message submit pass+on
forward redirect auto+forward | send route transfer pass+on resend
resend send+again | send repeat retry
receive get arrive | incoming come inbox obtain deliver reach
reply respond answer | response comment message write+back email
invite invitation | share add join send ask request
publish post make+public | share release public go+live
unpublish take+down make+private | hide remove private draft
hide conceal invisible | private remove disable invisible hidden secret anonymous collapse not+show not+display nobody+can+see
unhide show reveal | hidden display visible restore
show display view see visible appear | list look reveal enable expand check find open
appear show+up pop+up display come+up | visible show see
hidden invisible secret private | hide conceal
view see look+at watch display | show check visible open read find access visitor
find locate look+for search search+for discover track+down figure+out find+out look+up | where check identify get retrieve determine see show know tell list
search look+up lookup query find seek | filter locate google results look browse
browse explore navigate | search view look surf
identify determine recognize recognise find+out figure+out tell | know check detect see which who find
know find+out tell | check see determine understand learn whether if who
check verify see find+out | confirm test view inspect monitor know tell whether
verify confirm validate authenticate | verification check prove approve confirmation
monitor track watch follow | check observe history log statistics trace keep+track
track follow trace | monitor history find tracking locate log
change edit modify alter update adjust amend switch | rename replace different set customize correct fix edit new convert revise
edit modify change correct | update rewrite revise alter fix adjust
update refresh upgrade | change new renew edit version latest reload
rename change+name name+change | name title call relabel
replace swap substitute exchange | change switch find+and+replace instead convert
switch change toggle | move transfer swap convert revert go+back
convert transform turn+into change+into | change format export translate conversion into
customize customise personalize personalise | change theme style setting configure custom edit own look
configure set+up setup setting+up | install create settings adjust setting start initialise
set define assign specify | change configure make default setting
adjust tweak tune | change set modify resize
set+up setup configure install | create start create make add prepare
install set+up put+on | add download setup load app
uninstall remove | delete app
create make build generate set+up | add new start produce write compose form construct
make create produce | turn set build cause
generate produce create | make random build output
add insert put include append attach | create new place include import enter upload put+in
insert add put embed paste | include place enter add
embed insert include put | iframe code website display add blog
include contain add with | insert
attach add include | attachment upload send file insert
apply use | set assign
copy duplicate clone replicate | paste transfer reproduce move backup same
duplicate copy clone twice double same repeat | remove+duplicates identical repeated unique merge
paste insert | copy
print printing printout | pdf paper copy hardcopy printer
scan | digitize photo document barcode
draw sketch | drawing paint line
write compose type | create enter text author draft
type enter write input | keyboard insert text
enter input type insert | fill add put submit
fill fill+in fill+out complete | enter form autofill populate
submit send hand+in | enter form post
select choose pick highlight mark | check tick check+all option
choose pick select | option decide prefer set
deselect unselect uncheck | select clear remove
mark flag label tag | star highlight select read unread
highlight color mark | conditional+formatting emphasize background select shade
bookmark favorite favourite star save+for+later | save mark list pin like wishlist
pin stick | top fix bookmark board keep
sort order arrange organize organise rank | sorting alphabetical filter reorder group ascending by+date
reorder rearrange sort change+order | order move arrange drag position
organize organise arrange manage tidy categorize categorise sort group | folder label file order sort structure
group cluster categorize bundle | combine category team together organize
filter filtering | rule sort search only criteria label block narrow exclude query
exclude omit leave+out except ignore skip | without not remove filter hide except
limit restrict cap | only maximum prevent quota control reduce lock allow permission
restrict limit lock | block prevent protect private access permission only allow control
allow permit let enable grant | give access permission authorize accept able
grant give authorize | access permission allow
deny refuse reject decline disallow | block fail not+accept turn+down
accept approve agree | confirm allow take
approve confirm moderate | accept review
request ask ask+for | require apply want demand
ask question inquire | request poll query
manage control administer handle | organize settings access admin maintain
control manage | restrict setting set limit
access open get+to log+in reach enter get+into | view login use available permission see unblock
open launch start access | view load click run
load open | loading slow start appear
reload refresh | update load restart
run execute start | launch script
start begin launch initiate | create open new
restart reboot reset power+cycle turn+off+and+on | start reload
reset restore+default | change clear restart restore forget default factory
reinstall install+again | install restore
continue resume carry+on | keep going
pause hold suspend put+on+hold | stop freeze snooze postpone delay
delay postpone defer hold | late schedule later snooze slow push+back
schedule plan automate later set+time timed | automatically delay time calendar future at+a+certain+time specific+time date postpone recurring regular
automatically automatic automate auto automated by+itself by+default on+its+own automation | schedule script rule trigger set without+having+to every+time always macro manually instantly
manually by+hand one+by+one individually | without automatic each
repeat recur recurring repeating | every weekly loop regular again daily monthly periodic schedule
remind reminder | alert notification schedule remember notify follow+up
notify alert inform let+know notification get+notified | tell warn email message remind update
tell inform | know notify let+know see
warn warning alert | notify error
calculate compute work+out add+up | sum count formula total figure+out math
count number+of how+many total tally | sum calculate number statistics amount
sum total add+up | calculate count formula
compare difference versus vs | match different between
match equal same | compare find lookup identical correspond
measure | size track count
translate translation | language english convert
read see view | open reading
listen hear play | audio music sound
play stream watch | video music listen start run open
watch view see | video play stream
stream streaming broadcast | live watch play
record capture | video audio save screencast tape log
capture screenshot screen+shot grab | record image save print+screen screengrab
take snap capture | photo
crop trim cut | image resize edit shorten
rotate turn flip | image orientation sideways
resize scale enlarge shrink make+bigger make+smaller | size bigger smaller fit zoom crop width
zoom enlarge magnify | bigger size font
reduce decrease lower minimize shrink lessen | smaller less compress limit cut size cheaper
increase raise extend expand enlarge | more bigger higher grow boost larger
extend prolong lengthen | longer increase renew deadline
expand open+up | collapse show enlarge
shorten shrink truncate | short cut url trim reduce
compress zip | size reduce file smaller shrink
fix repair solve resolve correct mend | problem error work wrong broken debug troubleshoot
troubleshoot fix diagnose | problem error
fail failed not+work doesnt+work not+working isnt+working stop+working wont+work unable failing | error problem broken trouble issue bug crash fix wrong
crash freeze freezing hang stuck frozen | fail error stop slow unresponsive
break broke broken | fail not+work damage
protect secure guard lock safeguard | security password safe private prevent encrypt restrict hack
lock protect secure | read+only prevent password editing restrict freeze
unlock open | locked access unblock
encrypt encryption | secure protect password
hack hacked compromised breach breached broken+into hijack stolen | security attack steal unauthorized suspicious someone+else phishing
steal stolen theft | hack lose lost thief
report flag complain complaint | abuse notify spam tell
contact reach get+in+touch get+hold+of get+in+contact talk+to speak+to write+to | support email call phone message help customer+service ask
call phone ring dial telephone | number contact voice speak
talk speak chat | contact conversation call communicate
chat talk message | conversation im instant+messaging dm talk
text sms text+message | message phone mobile send
meet meeting | appointment event
follow subscribe keep+up | track friend watch
join sign+up become+a+member | member enter group register join add merge participate
leave exit quit get+out | group unsubscribe remove stop
register sign+up signup create+account create+an+account open+an+account enroll enrol registration | join account subscribe new start
login log+in sign+in logon log+on signin logged+in signed+in logging+in signing+in | access account password enter credential authenticate get+into
logout log+out sign+out log+off sign+off signout logged+out | session remotely disconnect exit close
remember stay save | password keep signed+in
forget forgot forgotten cant+remember dont+remember | lost reset recover password remember
authenticate verification authentication | login verify two+factor security code
impersonate pretend | fake someone+else
switch+between toggle | multiple accounts
upgrade switch+up | update better plan change premium new
downgrade | lower change plan old
return send+back give+back take+back bring+back | refund exchange back undo
exchange swap replace | change different size return replacement
refund reimburse reimbursement money+back pay+back repay get+my+money+back | return credit compensation chargeback cashback
pay payment spend | purchase charge checkout cost transfer billing bill
charge bill billed debit deduct | payment fee cost invoice charged taken debited
buy purchase order get acquire | pay checkout shop subscribe
order purchase buy | checkout parcel item
sell selling | seller list shop market
shop store shopping | buy
ship send deliver dispatch mail post | shipping delivery
deliver delivery bring | ship arrive come send
arrive come get+here turn+up show+up | deliver delivery receive reach
collect pick+up pickup fetch | gather store delivery collection
book reserve make+a+reservation | booking reservation schedule order ticket
rent hire lease | borrow car
renew renewal extend | subscription prolong expire auto+renew continue
expire expired run+out lapse end expiry expiration | valid renew old date
claim file | request insurance refund compensation
complain complaint dissatisfied unhappy | report feedback problem
redeem use apply | voucher code coupon gift
withdraw withdrawal take+out cash+out | cash atm money transfer remove
deposit pay+in put+in top+up | money add cash
donate donation give | charity
earn make gain | money points reward income
win won | prize
vote poll | survey rate like
rate review | rating feedback star vote opinion
recommend suggest | recommendation refer
refer referral | invite friend recommend
test try try+out | check trial experiment
use utilise utilize | using work with apply
learn tutorial guide | how know teach help
help assist support assistance | contact guide
explain mean meaning | definition understand describe
understand | mean explain know
list enumerate | show all see find
rip extract | download
extract pull get | export download parse separate text
parse extract | split
scroll | page down
click tap press push | button link select
drag drag+and+drop | move
hover | mouse
shuffle randomize random | mix order
skip avoid jump | bypass ignore
bypass get+around circumvent work+around skip | avoid without unblock restrict
ignore skip | block mute hide
replay repeat loop | again play
indent tab | space paragraph
wrap | text cell line
format style | formatting look layout font
align center centre | alignment position middle
align justify | text
round | decimal number
freeze lock | row column pane header fixed
transpose swap | row column rotate
populate fill | autofill data
validate restrict | data+validation check
trigger run | script automatic event
schedule publish | later
collaborate work+together co+edit | share edit team
assign delegate allocate give | task responsibility owner set
delegate hand+over | access assign
own owner ownership | transfer belong
belong own | owner
subscribe+to follow | feed
promote advertise | ad marketing boost
advertise advert | ad
monetize | earn money ad
comment reply | post discussion feedback remark note
like favorite upvote | thumbs heart
dislike downvote | thumbs+down
tag label mention mark | category hashtag
untag remove+tag | tag
mention tag at | name
poke | facebook
stalk spy snoop | view visitor watch profile
visit view | visitor page website
`
