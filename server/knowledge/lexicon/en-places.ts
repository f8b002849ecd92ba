// Countries with their people and cities, and the regions they are in, in English: customers name the town, articles the
// country or the region. The format is that of en-actions.ts.

export const EN_PLACES = `
austria austrian vienna salzburg graz | eu europe european+union
belgium belgian brussels antwerp ghent | eu europe european+union benelux
bulgaria bulgarian sofia | eu europe european+union
croatia croatian zagreb split | eu europe european+union
cyprus cypriot nicosia | eu europe european+union
czechia czech czech+republic prague brno | eu europe european+union
denmark danish copenhagen aarhus | eu europe european+union scandinavia nordic
estonia estonian tallinn | eu europe european+union baltic
finland finnish helsinki | eu europe european+union nordic
france french paris lyon marseille toulouse nice bordeaux lille | eu europe european+union
germany german berlin munich hamburg cologne frankfurt stuttgart leipzig dresden | eu europe european+union
greece greek athens thessaloniki crete | eu europe european+union
hungary hungarian budapest | eu europe european+union
ireland irish dublin cork galway | eu europe european+union
italy italian rome milan naples turin florence venice sicily | eu europe european+union
latvia latvian riga | eu europe european+union baltic
lithuania lithuanian vilnius | eu europe european+union baltic
luxembourg | eu europe european+union benelux
malta maltese valletta | eu europe european+union
netherlands dutch holland amsterdam rotterdam utrecht the+hague | eu europe european+union benelux
poland polish warsaw krakow gdansk wroclaw | eu europe european+union
portugal portuguese lisbon porto | eu europe european+union
romania romanian bucharest | eu europe european+union
slovakia slovak bratislava | eu europe european+union
slovenia slovenian ljubljana | eu europe european+union
spain spanish madrid barcelona valencia seville mallorca | eu europe european+union
sweden swedish stockholm gothenburg malmo | eu europe european+union scandinavia nordic
norway norwegian oslo bergen trondheim stavanger tromso | europe scandinavia nordic outside+the+eu
iceland icelandic reykjavik | europe nordic outside+the+eu
switzerland swiss zurich geneva basel bern | europe outside+the+eu
liechtenstein vaduz | europe outside+the+eu
uk united+kingdom britain british england english scotland scottish wales welsh northern+ireland london manchester edinburgh glasgow birmingham leeds bristol cardiff belfast gb | europe outside+the+eu
serbia serbian belgrade | balkan europe outside+the+eu
bosnia bosnian sarajevo | balkan europe outside+the+eu
balkan | montenegro albania kosovo macedonia europe outside+the+eu
ukraine ukrainian kyiv kiev lviv | europe outside+the+eu
russia russian moscow | outside+the+eu
turkey turkish istanbul ankara | outside+the+eu
jordan jordanian amman aqaba | middle+east outside+the+eu
lebanon lebanese beirut | middle+east outside+the+eu
israel israeli tel+aviv haifa | middle+east outside+the+eu
palestine palestinian ramallah gaza | middle+east
saudi+arabia saudi riyadh jeddah ksa | middle+east gulf outside+the+eu
uae emirates united+arab+emirates dubai abu+dhabi sharjah | middle+east gulf outside+the+eu
qatar doha | middle+east gulf outside+the+eu
kuwait | middle+east gulf outside+the+eu
bahrain manama | middle+east gulf outside+the+eu
oman muscat | middle+east gulf outside+the+eu
iraq baghdad erbil | middle+east outside+the+eu
egypt egyptian cairo alexandria | middle+east africa outside+the+eu
iran tehran | middle+east outside+the+eu
syria syrian damascus | middle+east
yemen yemeni | middle+east
morocco moroccan casablanca rabat | north+africa africa outside+the+eu
tunisia tunisian tunis | north+africa africa outside+the+eu
algeria algerian algiers | north+africa africa outside+the+eu
south+africa johannesburg cape+town | africa outside+the+eu
nigeria nigerian lagos | africa outside+the+eu
kenya kenyan nairobi | africa outside+the+eu
ghana accra | africa outside+the+eu
usa us united+states america american states new+york california texas florida chicago los+angeles san+francisco boston seattle | north+america outside+the+eu overseas
canada canadian toronto montreal vancouver ottawa | north+america outside+the+eu overseas
mexico mexican | latin+america outside+the+eu overseas
brazil brazilian sao+paulo rio | south+america latin+america outside+the+eu overseas
argentina buenos+aires | south+america latin+america outside+the+eu overseas
chile santiago | south+america latin+america outside+the+eu overseas
colombia bogota | south+america latin+america outside+the+eu overseas
peru lima | south+america latin+america outside+the+eu overseas
australia australian sydney melbourne brisbane perth | oceania outside+the+eu overseas
new+zealand auckland wellington | oceania outside+the+eu overseas
japan japanese tokyo osaka | asia outside+the+eu overseas
china chinese beijing shanghai | asia outside+the+eu overseas
india indian delhi mumbai bangalore | asia outside+the+eu overseas
korea korean seoul | asia outside+the+eu overseas
thailand thai bangkok | asia outside+the+eu overseas
vietnam vietnamese hanoi | asia outside+the+eu overseas
indonesia jakarta | asia outside+the+eu overseas
asia | singapore malaysia philippines taiwan hong+kong
pakistan pakistani karachi lahore | asia outside+the+eu overseas
bangladesh dhaka | asia outside+the+eu overseas
middle+east gulf | outside+the+eu abroad
eu europe european+union european | abroad
outside+the+eu non+eu third+country | customs duty import abroad
scandinavia nordic | europe
`
