// The emoji one may pick, by group: each with the English words it is found by. Compact, as it is fetched on a click.

import type { MessageKey } from '../../locales/messages.ts'

type Group = Extract<MessageKey, `emoji.${string}`>

/** One emoji, then its name; `|` between them. */
export const EMOJI_GROUPS: readonly (readonly [group: Group, emoji: string])[] = [
  [
    'emoji.faces',
    '😀grinning|😃happy|😄laughing eyes|😁beaming|😆squinting laugh|😅sweat laugh|😂tears of joy|🤣rolling laugh|🙂slight smile|🙃upside down|😉wink|😊blush|😇halo angel|🥰in love|😍heart eyes|🤩starstruck|😘kiss|😋yummy|😛tongue|😜silly wink|🤪crazy|🤑money|🤗hug|🤭giggle|🤫quiet|🤔thinking|🤐zipped mouth|🤨raised eyebrow|😐neutral|😑blank|😶no mouth|😏smirk|😒annoyed|🙄rolling eyes|😬grimace|😌relieved|😔pensive|😪sleepy|😴asleep|😷mask|🤒ill thermometer|🤕bandage|🤢nausea|🤧sneeze|🥵hot|🥶cold|🥴dizzy|🤯mind blown|🥳party|😎sunglasses cool|🤓nerd|🧐monocle|😕confused|😟worried|🙁slight frown|😮surprised|😳flushed|🥺pleading|😢crying|😭sobbing|😱scream|😖upset|😞disappointed|😓sweat|😩weary|😫tired|🥱yawn|😤huff|😡angry red|😠angry|😈devil|💀skull|💩poo|🤡clown|👻ghost|👽alien|🤖robot|😺cat smile|😹cat joy|🙈see no evil monkey|🙉hear no evil monkey|🙊speak no evil monkey',
  ],
  [
    'emoji.people',
    '👋wave hello bye|🤚raised back of hand|✋raised hand stop|👌okay|🤏pinch small|✌️victory peace|🤞fingers crossed luck|🤟love you|🤘rock|🤙call me|👈point left|👉point right|👆point up|👇point down|👍thumbs up yes|👎thumbs down no|✊fist|👊punch|👏clap|🙌raised hands|👐open hands|🤲palms up|🤝handshake deal|🙏thanks please|✍️writing|💪strong muscle|🧠brain|👀eyes|👶baby|🧒child|👦boy|👧girl|👩woman|👨man|👵grandmother|👴grandfather|🙋raising hand|🤦facepalm|🤷shrug|💃dancing|🕺dancer|🚶walking|🏃running|👪family',
  ],
  [
    'emoji.nature',
    '🐶dog|🐱cat|🐭mouse|🐹hamster|🐰rabbit|🦊fox|🐻bear|🐼panda|🐨koala|🐯tiger|🦁lion|🐮cow|🐷pig|🐸frog|🐵monkey|🐔chicken|🐧penguin|🐦bird|🦆duck|🦉owl|🐺wolf|🐴horse|🦄unicorn|🐝bee|🐛bug|🦋butterfly|🐌snail|🐢turtle|🐍snake|🐙octopus|🐠fish|🐬dolphin|🐳whale|🌲tree|🌴palm|🌵cactus|🍀clover luck|🍁leaf autumn|🌷tulip|🌹rose|🌻sunflower|🌸blossom|🌍world|🌙moon|⭐star|🌟shining star|⚡lightning|🔥fire|🌈rainbow|☀️sun|⛅cloudy|☁️cloud|🌧️rain|❄️snow|⛄snowman|💧drop|🌊wave sea',
  ],
  [
    'emoji.food',
    '🍏apple green|🍎apple red|🍐pear|🍊orange|🍋lemon|🍌banana|🍉melon|🍇grapes|🍓strawberry|🍒cherries|🍑peach|🥭mango|🍍pineapple|🥥coconut|🥝kiwi|🍅tomato|🥑avocado|🥕carrot|🌽corn|🌶️chili|🥔potato|🥐croissant|🍞bread|🧀cheese|🥚egg|🍳cooking|🥓bacon|🍔burger|🍟fries|🍕pizza|🌭hot dog|🥪sandwich|🌮taco|🥗salad|🍝pasta|🍜noodles|🍣sushi|🍚rice|🍦ice cream|🍩doughnut|🍪cookie|🎂birthday cake|🍰cake|🍫chocolate|🍬sweet|🍿popcorn|☕coffee|🍵tea|🥤drink|🍺beer|🍷wine|🍾champagne',
  ],
  [
    'emoji.travel',
    '⚽football|🏀basketball|🏈american football|🎾tennis|🏐volleyball|🏓table tennis|⛳golf|🎯target|🎮game|🎲dice|🧩puzzle|🎨art|🎬film|🎤microphone|🎧headphones|🎸guitar|🎹piano|🏆trophy|🥇gold medal|🎉celebrate party|🎊confetti|🎈balloon|🎁gift|🚗car|🚕taxi|🚌bus|🚑ambulance|🚚delivery truck|🚲bicycle|🛵scooter|🚂train|✈️plane|🚀rocket|🚢ship|⛵sailing|⚓anchor|🚦traffic light|🗺️map|🏔️mountain|🏖️beach|🏠house|🏢office|🏥hospital|🏪shop',
  ],
  [
    'emoji.things',
    '⌚watch|📱phone|💻laptop|🖨️printer|🖱️mouse computer|📷camera|🎥video|📺television|⏰alarm clock|⏳hourglass wait|🔋battery|🔌plug|💡bulb idea|🔦torch|💸money wings|💵cash|💳card payment|🧾receipt|🔧wrench|🔨hammer|⚙️gear|🔩bolt|🧰toolbox|💊pill|🩹plaster|🧴bottle|🧹broom|🛒cart|🛍️shopping bags|📦parcel package|✉️envelope mail|📧e-mail|📮postbox|📝note|📄page|📁folder|📅calendar|📈chart up|📉chart down|📌pin|📎paperclip|✂️scissors|🔒locked|🔓unlocked|🔑key|🔍search|👕shirt|👖jeans|👟shoe|👜bag|🎒backpack|🕶️glasses|💍ring|📚books',
  ],
  [
    'emoji.signs',
    '❤️red heart love|🧡orange heart|💛yellow heart|💚green heart|💙blue heart|💜purple heart|🖤black heart|🤍white heart|💔broken heart|💕two hearts|💯hundred|💥boom|💫dizzy star|💬speech|💤sleep zzz|✅done check|✔️tick|❌cross no|❗exclamation|❓question|⚠️warning|🚫forbidden|⛔no entry|♻️recycle|🔄refresh|🔔bell|🔕bell off|➕plus|➖minus|➡️right arrow|⬅️left arrow|⬆️up arrow|⬇️down arrow|🆗ok|🆕new|🔴red circle|🟡yellow circle|🟢green circle|🔵blue circle|🏁finish flag|🏳️‍🌈rainbow flag|🎵music',
  ],
]
