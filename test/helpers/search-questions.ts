// Questions for measuring search over the demo shop's articles: written by hand, none a copy of a title or of a
// stored question. For tests only.

export interface Question {
  q: string
  /** The article that answers; with several, any of them. */
  slugs: string[]
  locale?: string
}

const LINES = `
where is my order its been two weeks | where-is-my-parcel
package still not delivered | where-is-my-parcel
pakage tracking stuck | where-is-my-parcel
courier marked it as delivered but nothing came | where-is-my-parcel
how many days until my parcel gets here | where-is-my-parcel
lost in the post | where-is-my-parcel
shipment hasnt moved for days | where-is-my-parcel
how long until I get my money back | refunds
when will you pay me back | refunds
refnd not received yet | refunds
still waiting for the refund on my card | refunds
can I send back brake pads I already tried | returning-fitted-parts
i installed it once, can i still return it | returning-fitted-parts
return used chain | returning-fitted-parts
how many days do I have to return something | returning-fitted-parts
can opened sealant be returned | returning-fitted-parts
print return lable | return-labels
who pays for return shipping | return-labels
where do i find the label to send my parcel back | return-labels
return from canada | returns-outside-the-eu
sending something back from Dubai | returns-outside-the-eu
swap for a different size | exchanges
wrong size, want bigger one | exchanges
exchange handlebar | exchanges
cancel order | change-or-cancel-an-order
i need to change my shipping adress | change-or-cancel-an-order
can i edit my order after checkout | change-or-cancel-an-order
remove an item from my order | change-or-cancel-an-order
no email after ordering | order-confirmation-missing
didn't receive confirmation mail | order-confirmation-missing
out of stock when available again | back-orders
is there a waiting list for sold out parts | back-orders
bulk discount for workshops | trade-orders
b2b account | trade-orders
reseller prices | trade-orders
you forgot one of my items | wrong-or-missing-item
received the wrong product | wrong-or-missing-item
half my order is not in the box | wrong-or-missing-item
card declined | failed-payment
my payment failed but money was taken | failed-payment
checkout keeps giving an error with my visa | failed-payment
gift voucher balance | gift-cards
can i buy a present card for a friend | gift-cards
voucher expired? | gift-cards
need a vat invoice for my company | invoices-with-vat
download invoice pdf | invoices-with-vat
can i pay with paypal | payment-methods
do you accept klarna | payment-methods
apple pay | payment-methods
when will my card be charged | payment-methods
another shop has a lower price | price-match
do you beat competitor prices | price-match
i forgot my login | password-reset
cant sign in | password-reset
passwrd reset mail never arrives | password-reset
close my account | deleting-your-account
delete profile gdpr | deleting-your-account, what-data-we-keep
which cookies do you set | cookies
what personal information do you store | what-data-we-keep
how long do you keep chat transcripts | what-data-we-keep
do you ship to amman | shipping-middle-east
delivery to saudi arabia cost | shipping-middle-east
shipping price france | shipping-eu
how long is delivery to italy | shipping-eu
is shipping free in germany | shipping-eu
delivery to svalbard | shipping-norway
can i collect my order at the workshop | shipping-norway
post to london | shipping-uk
brexit import charges | shipping-uk
delivery zurich | shipping-switzerland
shipping new york | shipping-us-canada
tariffs usa | shipping-us-canada
do you deliver to japan | shipping-rest-of-world
new zealand shipping | shipping-rest-of-world
handlebar width how measured | bars-and-stems
stem clamp diameter | bars-and-stems
pressfit or threaded bb | bottom-brackets
what bottom braket fits my frame | bottom-brackets
is hg compatible with microspline | cassettes-and-freehubs
12 speed cassette on 11 speed wheel | cassettes-and-freehubs
new chain too short | chain-length
how do i size a chain | chain-length
crank arm length for short legs | crank-length
165mm cranks or 170mm | crank-length
will it be compatible with my bicycle | does-this-part-fit
not sure which part suits my frame | does-this-part-fit
max rotor size fork | rotor-size-and-fork
can i fit a 203 disc on my fork | rotor-size-and-fork
adapter for bigger brake disc | rotor-size-and-fork
seat post keeps sliding | seatposts
what seatpost size is my frame | seatposts
minimum insertion | seatposts
how wide a tire can my rim take | tyre-and-rim-width
rim tape width | tyre-and-rim-width
hookless rims max pressure | tyre-and-rim-width, tubeless-setup
parcel arrived smashed | damaged-on-arrival
my disc came bent | damaged-on-arrival
recieved broken part | damaged-on-arrival
new rotor out of true when unpacked | damaged-on-arrival, rotor-true-check
where is the batch number printed | serial-and-batch-numbers
serial no of the wrench | serial-and-batch-numbers
make a guarantee claim | warranty-claims
warrenty claim what photos do you need | warranty-claims
hub bearings worn out warranty | warranty-hubs-and-wheels
cracked rim covered? | warranty-hubs-and-wheels
brake caliper leaking oil warranty | warranty-other-parts
crank arm snapped | warranty-other-parts
my disc is wobbly | rotor-true-check
rotor rubbing every rotation | rotor-true-check
how to straighten a bent disc | rotor-true-check
brakes howl in the rain | bedding-in-brakes
break in new disc brakes | bedding-in-brakes
no braking power with new pads | bedding-in-brakes
clicking noise from rear hub | servicing-the-freehub, warranty-hubs-and-wheels
how to clean and grease freehub | servicing-the-freehub
stem bolts newton metres | torque-values
rotor bolt torque | torque-values
how tight should the crank bolt be | torque-values
tubeless tyre won't pop onto the rim | tubeless-setup
sealant amount for 29er | tubeless-setup
how much milk in a tubeless tire | tubeless-setup
wo bleibt meine bestellung | where-is-my-parcel-de | de
paket nicht angekommen | where-is-my-parcel-de | de
wie lange dauert die lieferung in die schweiz | where-is-my-parcel-de | de
gebrauchte bremsbeläge zurückschicken | returning-fitted-parts-de | de
rücksendung kosten | returning-fitted-parts-de | de
bremsscheibe kaputt geliefert | damaged-on-arrival-de | de
teil ist beschädigt | damaged-on-arrival-de | de
متى يصل الطرد | where-is-my-parcel-ar | ar
رسوم الجمارك الاردن | where-is-my-parcel-ar | ar
اريد ارجاع قطعة مستعملة | returning-fitted-parts-ar | ar
وصلت القطعة مكسورة | damaged-on-arrival-ar | ar
I've been looking out the window for a week, no van, no postman, nothing | where-is-my-parcel
the tracker says out for delivery since tuesday | where-is-my-parcel
neighbours don't have it and it says handed over | where-is-my-parcel
is it normal that the link shows no scans on day one | where-is-my-parcel
will my stuff make it before the weekend race | where-is-my-parcel
my parcal seems to be gone for good what now | where-is-my-parcel
who do I talk to when DHL lost the box | where-is-my-parcel
you got my return 6 days ago and my bank shows nothing | refunds
does the postage I paid come back too | refunds
how long does klarna need to give me the cash back | refunds
cancelled yesterday, when is the amount on my account again | refunds
mony back timing | refunds
mounted the tyres and hated them, too late? | returning-fitted-parts
shortened my handlebar by a cm, do you still take it | returning-fitted-parts
test rode the rotors 20 km, may they come back | returning-fitted-parts
is a dirty part accepted | returning-fitted-parts
deadline for giving something back | returning-fitted-parts
oil got on the pads, can I get rid of them | returning-fitted-parts
no printer at home but I want to post it to you | return-labels
my label is older than three weeks | return-labels
does sending it back cost me anything in denmark | return-labels
two parts, one box, one sticker enough? | return-labels
qr code instead of paper for the post office | return-labels
what do I put on the customs form when it goes back to norway | returns-outside-the-eu
do you pay the courier if I return from Texas | returns-outside-the-eu
your street for sending goods back | returns-outside-the-eu
claim back the duty I paid in Canada | returns-outside-the-eu
bought the 42 but need the 44 | exchanges
can you hold the other length for me till mine is back | exchanges
mixed up the sizes, what is the fastest way to get the correct one | exchanges
don't want the money, want the same thing in large | exchanges
stem too long, trade it in for a shorter one? | exchanges
pls stop my order, ordered by accident | change-or-cancel-an-order
moved house since I ordered, different street now | change-or-cancel-an-order
put another cassette in the same box | change-or-cancel-an-order
it says packing, is it too late to back out | change-or-cancel-an-order
typo in the postcode | change-or-cancel-an-order
chose the wrong colour five minutes ago | change-or-cancel-an-order
did my purchase go through? inbox is empty | order-confirmation-missing
paid an hour ago and heard nothing from you | order-confirmation-missing
I think I mistyped my mail address at the till | order-confirmation-missing
send me the order mail once more | order-confirmation-missing
which mails do you send me in total | order-confirmation-missing
ping me when the 44 is on the shelf again | back-orders
week 49 was promised, now it says 51 | back-orders
ship what you have now and the rest later? | back-orders
do you charge me for things you don't have yet | back-orders
is that crank coming back ever | back-orders
our club has 30 members, what's the deal | trade-orders
I run a bike shop in Ghent, how do we sign up | trade-orders
net 30 payment terms | trade-orders
we'd like 200 rotors, special price? | trade-orders
monthly invoice for a repair business | trade-orders
one bolt is not in the bag | wrong-or-missing-item
that's not what I ordered, it is a 160 and I wanted 180 | wrong-or-missing-item
I have somebody else's parts here | wrong-or-missing-item
only one of two pads came | wrong-or-missing-item
you sent me the wrong thing, who pays to send it back | wrong-or-missing-item
3d secure window closes by itself | failed-payment
bank says pending twice | failed-payment
site hung while I pressed pay | failed-payment
your shop doesn't like my mastercard | failed-payment
is my basket lost after the error | failed-payment
code on my present says invalid | gift-cards
how much money is left on the voucher | gift-cards
how long is a gift card good for | gift-cards
combine two vouchers | gift-cards
aunt deleted the mail with the card | gift-cards
bookkeeping needs the bill with our tax number | invoices-with-vat
put the company name on it after paying | invoices-with-vat
reverse charge for a german gmbh | invoices-with-vat
where's the reciept for my taxes | invoices-with-vat
vipps? | payment-methods
money left my account before you shipped, why | payment-methods
can I wire the amount from my bank | payment-methods
are my card details safe with you | payment-methods
pay in dollars or euros | payment-methods
seen for 20 less at another store | price-match
went on sale the day after I bought it | price-match
do I get the difference if it gets cheaper | price-match
what conditions for matching a cheaper offer | price-match
locked out | password-reset
the link in the mail is dead | password-reset
log in without having to remember anything | password-reset
new email adress for my login | password-reset
lost access to the old mailbox I registered with | password-reset
passkey | password-reset
wipe everything you have on me | deleting-your-account, what-data-we-keep
I regret deleting, can I undo it | deleting-your-account
what happens to the guarantee when my profile is gone | deleting-your-account
ordered as a guest and want my details erased | deleting-your-account
do you follow me around the web | cookies
why don't you show a cookie popup | cookies
clear what the site saved in my browser | cookies
shop doesn't work with storage blocked | cookies
who at your company reads what I type here | what-data-we-keep
do you pass my address on to advertisers | what-data-we-keep
copy of everything you hold about me | what-data-we-keep, deleting-your-account
how many years are my orders kept | what-data-we-keep
is dubai on your list | shipping-middle-east
what will the courier in jordan want at the door | shipping-middle-east
couriers on a friday in amman | shipping-middle-east
kuwait how long | shipping-middle-east
beirut cost of sending | shipping-middle-east
shiping to poland | shipping-eu
gran canaria parcel | shipping-eu
sms wants me to pay 2 euro fee for the parcel | shipping-eu
will there be anything to pay when it arrives in spain | shipping-eu
cheapest way to get a chain to vienna | shipping-eu
tromsø how many days | shipping-norway
nobody was home in the evening | shipping-norway
can I fetch it myself in bergen | shipping-norway
parcel locker too small for wheels | shipping-norway
price of sending to oslo | shipping-norway
belfast | shipping-uk
dhl is asking me for vat in manchester | shipping-uk
order over 135 pounds tax | shipping-uk
do you send to jersey | shipping-uk
vaduz | shipping-switzerland
are there import fees in basel | shipping-switzerland
saturday delivery in bern | shipping-switzerland
po box in alaska | shipping-us-canada
import tax on an order to chicago | shipping-us-canada
toronto how many days | shipping-us-canada
free delivery threshold for america | shipping-us-canada
can my parts come to chile | shipping-rest-of-world
tariff number for brake parts | shipping-rest-of-world
could you write a lower value on the papers | shipping-rest-of-world
is my country supported, I'm in brazil | shipping-rest-of-world
posting a wheel to sydney extra cost | shipping-rest-of-world
hoods or drops, where do I put the ruler | bars-and-stems
my hands are numb, longer or shorter reach | bars-and-stems
31.8 vs 35 | bars-and-stems
how wide should my handlebars be for my shoulders | bars-and-stems
creaking frame, which bearing set goes in | bottom-brackets
bsa or t47? | bottom-brackets
spindle diameter 24 or 30 mm | bottom-brackets
left side unscrews which way | bottom-brackets
can I put shimano cogs on a sram hub | cassettes-and-freehubs
cassette wobbles on the body | cassettes-and-freehubs
xdr driver body | cassettes-and-freehubs
swap the driver on my wheel for another standard | cassettes-and-freehubs
number of links for a 52 tooth sprocket | chain-length
where do I cut it | chain-length
new drivetrain slips under load on one gear | chain-length
my knees hurt, shorter arms? | crank-length
i am 1.60 m tall what arm size | crank-length
172,5 or 175 | crank-length
how can I tell which part is right for an old frame from 2012 | does-this-part-fit
send you a picture so you can tell me what to buy | does-this-part-fit
what if I bought the wrong part for my bike | does-this-part-fit
biggest disc my front can handle | rotor-size-and-fork
post mount to 180 which bracket | rotor-size-and-fork
smallest disc possible at the rear | rotor-size-and-fork
centerlock or six bolt, how do I know | rotor-size-and-fork
saddle sinks while riding | seatposts
how far may I pull the post out | seatposts
post is seized in the frame | seatposts
measure the tube my saddle sits on | seatposts
will 50 mm tires go on a 25 internal rim | tyre-and-rim-width
etrto numbers | tyre-and-rim-width
which tape width to buy | tyre-and-rim-width
clearance in my frame for wider rubber | tyre-and-rim-width
box looked like someone sat on it, lever snapped | damaged-on-arrival
came with a dent, do I have to post it back to you | damaged-on-arrival
scratched out of the packaging | damaged-on-arrival
can I still ride with a chipped rotor | damaged-on-arrival
sticker worn off, can't read the digits | serial-and-batch-numbers
what are the four digits on my crank | serial-and-batch-numbers
bought it used on ebay and it broke, are you responsible | warranty-claims
do I have to mail the broken thing to norway | warranty-claims
how fast do you decide about a defect | warranty-claims
will you pay the mechanic | warranty-claims
crashed and bent my wheel | warranty-hubs-and-wheels
3000 km and the bearings are rough | warranty-hubs-and-wheels
how long do you stand behind your wheels | warranty-hubs-and-wheels
chain is worn after a year, fault? | warranty-other-parts
lever weeps fluid | warranty-other-parts
handlebar after a fall, replace? | warranty-other-parts
what counts as wear and tear | warranty-other-parts
ting ting ting sound from the front brake each turn | rotor-true-check
how much wobble is ok | rotor-true-check
bend it back with a spanner? | rotor-true-check
caliper not centred | rotor-true-check
brakes scream | bedding-in-brakes
stopping distance terrible with fresh pads | bedding-in-brakes
metal or resin pads for mud | bedding-in-brakes
how many stops to wear them in | bedding-in-brakes
grease for the ratchet | servicing-the-freehub
my wheel is very noisy when coasting | servicing-the-freehub
take the freewheel body off and clean it | servicing-the-freehub
nm for the seat clamp | torque-values
loctite on rotor screws? | torque-values
how hard do i tighten the faceplate | torque-values
which bolts need grease | torque-values
bead keeps leaking air | tubeless-setup
how often top up the fluid inside | tubeless-setup
allergic to latex, is the milk ok | tubeless-setup
converting to run without inner tubes | tubeless-setup
hab immer noch nix bekommen | where-is-my-parcel-de | de
laut dhl zugestellt aber der briefkasten ist leer | where-is-my-parcel-de | de
sendungsnummer zeigt keine bewegung | where-is-my-parcel-de | de
schaffts das packet bis freitag | where-is-my-parcel-de | de
darf ich die reifen nach einer probefahrt zurückgeben | returning-fitted-parts-de | de
wie viele tage habe ich für die rückgabe | returning-fitted-parts-de | de
nehmt ihr einen gekürzten lenker zurück | returning-fitted-parts-de | de
wo drucke ich das etikett für die retoure | returning-fitted-parts-de | de
karton zerdrückt hebel ab | damaged-on-arrival-de | de
scheibe eiert direkt aus der packung | damaged-on-arrival-de | de
muss ich das defekte teil zurückschicken | damaged-on-arrival-de | de
الشحنة متوقفة منذ أسبوع | where-is-my-parcel-ar | ar
مكتوب تم التسليم ولم استلم شيئا | where-is-my-parcel-ar | ar
هل ستصل قبل الجمعة | where-is-my-parcel-ar | ar
كم ادفع للجمارك عند الاستلام | where-is-my-parcel-ar | ar
كم يوما عندي للإرجاع | returning-fitted-parts-ar | ar
هل تقبلون الاطارات بعد تركيبها | returning-fitted-parts-ar | ar
من يدفع اجرة ارجاع القطعة من الاردن | returning-fitted-parts-ar | ar
القرص منحني من العلبة | damaged-on-arrival-ar | ar
الكرتون مضغوط ومقبض الفرامل انكسر | damaged-on-arrival-ar | ar
هل ارجع القطعة المعطوبة اليكم | damaged-on-arrival-ar | ar
`

export const QUESTIONS: Question[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [q, slugs, locale] = line.split(' | ')
    return { q: q!, slugs: slugs!.split(', '), ...(locale !== undefined && { locale }) }
  })
