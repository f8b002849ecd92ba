// What customers of shops, banks, carriers, telephone companies and travel firms talk about, in English. The format is
// that of en-actions.ts.

export const EN_TRADE = `
parcel package shipment delivery packet consignment | order item goods box post courier
order purchase | item parcel buying checkout bought
shipping delivery postage freight shipment | ship send cost courier
courier carrier driver delivery+company delivery+driver postman mailman | delivery ups dhl fedex
tracking track+number tracking+number | track where parcel status follow
where locate | track find
late delayed overdue slow behind+schedule not+arrived hasnt+arrived not+come never+arrived never+came | delay delivery wait still
missing lost not+received never+received didnt+get didnt+arrive not+in+the+box | receive incomplete gone stolen
stolen theft thief nicked pinched | lost missing
item product article goods thing part merchandise | order stuff
stuff thing items | product
broken damaged defective faulty smashed cracked shattered dented ripped torn | fault not+working damage
damage break harm | broken
fault defect malfunction | broken problem warranty
wrong incorrect different not+what+i+ordered | mistake other
refund money+back reimbursement repayment reimburse | return credit get+back compensation
return send+back bring+back give+back | refund exchange rma
exchange swap replacement replace | return different size
replacement substitute new+one another+one | exchange replace spare
warranty guarantee warrantee | repair cover covered fault insurance protection
repair fix mend service servicing | broken warranty
spare replacement part | repair
price cost fee charge rate pricing expensive how+much tariff | pay amount much payment cheap
fee charge cost surcharge commission | price pay extra
expensive costly high+price | price cheap
cheap cheaper inexpensive affordable low+cost | discount price lower
discount rebate reduction deal offer sale promotion promo special+offer percent+off money+off | coupon cheaper voucher save
coupon voucher promo+code discount+code promotional+code gift+code promo | discount code offer redeem
gift+card gift+certificate gift+voucher voucher | gift coupon present balance
gift present | wrap gift+card someone+else
loyalty rewards points reward+points bonus | earn member redeem
points rewards miles | earn loyalty redeem
payment pay transaction billing | card charge method money
method way option | payment
checkout basket cart shopping+cart trolley bag | order pay buy
basket cart trolley shopping+bag | checkout item
card credit+card debit+card visa mastercard bank+card plastic amex | payment bank
invoice bill receipt statement | vat billing payment proof
receipt proof+of+purchase confirmation | invoice bill
bill invoice billing statement | charge payment
billing payment invoice | charge bill
vat tax gst sales+tax | invoice customs
customs duty import+duty tariff import tax | vat abroad fee border
paypal klarna apple+pay google+pay | payment method
instalment installment monthly+payment pay+later in+parts spread+the+cost | payment finance credit
declined rejected refused failed not+accepted not+going+through wont+go+through didnt+go+through denied | payment card error
charged+twice double+charge double+charged billed+twice duplicate+charge twice | refund payment
unknown+charge unrecognized+charge unauthorized+charge dont+recognize unrecognised | fraud card charge
fraud scam fraudulent unauthorized unauthorised suspicious | steal security hack
stock availability available in+stock out+of+stock sold+out back+in+stock | restock
sold+out out+of+stock unavailable | stock available
preorder pre+order backorder back+order | stock order available
wishlist wish+list | save favorite list
size sizing fit measurement dimension | big small chart
colour color shade | different
quantity amount number how+many | order
bulk wholesale large+order | business trade discount
shop store branch outlet showroom location | open
branch store office | location near
opening+hours open hours business+hours | time close when
near nearby closest nearest | location
pickup pick+up collection click+and+collect collect+in+store | store collect
locker pickup+point parcel+shop access+point | collect
address delivery+address shipping+address | change street house home
neighbour neighbor | delivery left
home house | address at+home
abroad overseas international foreign internationally another+country other+countries outside+the+country | country travel roaming ship worldwide
international worldwide global | country abroad
express next+day fast+delivery overnight same+day priority | quick delivery urgent
urgent asap emergency immediately right+away | fast
weekend saturday sunday | day delivery
membership subscription member plan | join cancel premium account
subscription plan membership package contract | cancel renew monthly billing recurring
plan package tariff subscription bundle | upgrade change contract
contract agreement | cancel end plan term
trial free+trial test+period | cancel free subscription
renewal renew auto+renew automatic+renewal auto+renewal | subscription stop extend cancel
cancellation cancel | fee end
monthly month per+month | annual plan payment
annual yearly per+year | monthly plan
family household shared | share members plan children
student+discount | school
seat license licence user | plan add
bank account banking | money transfer branch
bank+account checking+account current+account | account iban
transfer send+money wire bank+transfer payment send | money move pay
direct+debit standing+order recurring+payment automatic+payment autopay auto+pay | payment cancel monthly
balance amount+left remaining how+much+left how+much+is+left | account money check
statement transaction+history account+history | balance bank print
transaction payment purchase | history charge
atm cash+machine cashpoint cash+point | cash withdraw
cash money notes | withdraw deposit
pin pin+code pin+number | card code forget
card+blocked freeze+card block+card lock+card | lost stolen
loan credit mortgage borrow lend borrowing | interest repay
interest apr | rate savings loan
savings save saving | account interest
overdraft overdrawn negative+balance | limit fee
limit maximum cap max allowance | increase quota exceed
iban account+number sort+code routing+number swift bic | bank transfer
cheque check | deposit
joint shared | account partner
identity id identification passport id+card proof+of+identity driving+licence | verify document
passport id travel+document | document identity
pension retirement | savings
invest investment shares stock | trade
insurance cover coverage policy insured | claim protect
claim compensation | insurance file
accident crash damage | insurance
sim sim+card esim e+sim | phone activate number mobile
esim e+sim | sim
roaming abroad overseas | data country travel cost
data mobile+data internet gigabytes gb | roaming allowance limit plan used
signal reception coverage network no+service | bar phone bad weak
number phone+number | keep port transfer
port keep+my+number keep+number transfer+number number+transfer | switch number provider
provider carrier network operator company | switch
voicemail answering+machine mailbox | message call
call ring phone | number incoming
prepaid pay+as+you+go top+up payg | credit recharge
top+up recharge add+credit refill reload | prepaid balance credit
router modem box hub | internet wifi
broadband internet fibre fiber | speed connection
outage down not+working no+connection service+interruption | internet fault problem
engineer technician | visit appointment
tv television | channel
booking reservation | reserve confirm trip ticket
ticket pass boarding+pass | booking event train flight
flight plane airline fly | ticket booking airport
luggage baggage bag suitcase | flight lost allowance
hotel room accommodation stay | booking
check+in checkin | online flight hotel
checkout check+out | leave
cancel call+off | refund
reschedule change+date rebook postpone move | change date booking appointment
passenger traveller traveler guest | name
seat place | flight choose
trip journey travel holiday | booking
train bus | ticket
car vehicle | rental hire
meal food | order
doctor physician gp | appointment
prescription medicine medication | repeat
customer+service support helpdesk help+desk customer+support agent representative customer+care | contact help human phone
human person agent real+person | talk speak
feedback complaint complain | report
complaint problem dissatisfaction | complain
job vacancy career | apply
company business firm | account invoice
confirmation confirm | email order receive
quote estimate offer | price
deposit prepayment advance | pay
tip gratuity | driver
weight heavy weigh | size
packaging box wrapping | return original
label sticker return+label shipping+label | print return
instructions manual guide directions | how use
assembly assemble put+together mount | instructions fit
assemble install fit mount | assembly
material fabric made+of | quality
wash clean care | care
battery charger charging | power
compatible works+with fit suit compatibility | match device support
bicycle bike cycle | wheel
tire tyre | wheel
aluminum aluminium | metal
expire expiry valid validity expiration | date old
age old | minimum
gdpr data+protection personal+data | data privacy
terms conditions policy rules | legal
`
