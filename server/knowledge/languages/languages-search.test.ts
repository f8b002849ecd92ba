// Search in many languages: inflected, written without spaces, with and without accents, and in another language than
// the page says. Each question is put in other words than its article.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { IndexedArticle } from '../index-builder.ts'
import { buildKnowledgeIndex, type KnowledgeIndex } from '../knowledge-index.ts'
import { searchIndex } from '../search.service.ts'
import { createAnalyser } from '../stemming.ts'
import { tokenize } from '../tokenizer.ts'
import { queryLanguage } from './query-language.ts'

type Text = [slug: string, title: string, text: string]

const article = (locale: string, [slug, title, text]: Text): IndexedArticle => ({
  id: `${locale} ${slug}`,
  slug: `${slug}-${locale}`,
  title,
  locale,
  category: null,
  summary: null,
  questions: [],
  passages: [{ passage: 'p1', heading: '', text }],
})

/** By language: articles on returns, parcels, payment and accounts, and questions about them. */
const LANGUAGES: Record<string, { articles: Text[]; questions: [question: string, slug: string][] }> = {
  ar: {
    articles: [
      ['returns', 'إرجاع المنتجات', 'يمكنك إرجاع القطعة خلال ستين يومًا من الاستلام. نحن ندفع تكلفة الشحن.'],
      ['parcels', 'أين الطرد الخاص بي؟', 'افتح رابط التتبع في الرسالة. تصل الطرود خلال خمسة أيام عمل.'],
      ['payment', 'طرق الدفع', 'نقبل بطاقات الائتمان والتحويل البنكي. يُخصم المبلغ عند الشحن.'],
      ['account', 'حذف الحساب', 'من صفحة الإعدادات يمكنك حذف حسابك وبياناتك نهائيًا.'],
    ],
    questions: [
      ['طردي ما وصل لحد الآن', 'parcels'],
      ['بطاقتي الائتمانية هل تقبلونها', 'payment'],
      ['كيف احذف حسابي وبياناتي', 'account'],
      ['وللمنتجات هل يمكن الارجاع', 'returns'],
      ['متى تُخصم المبالغ من بطاقتي', 'payment'],
    ],
  },
  he: {
    articles: [
      ['returns', 'החזרת מוצרים', 'אפשר להחזיר מוצר תוך 60 יום מיום הקבלה. דמי המשלוח עלינו.'],
      [
        'parcels',
        'איפה החבילה שלי?',
        'פתחו את קישור המעקב בדואר האלקטרוני. חבילות מגיעות תוך חמישה ימי עסקים.',
      ],
      ['payment', 'אמצעי תשלום', 'אנחנו מקבלים כרטיסי אשראי והעברות בנקאיות.'],
      ['account', 'מחיקת חשבון', 'בעמוד ההגדרות אפשר למחוק את החשבון ואת כל הנתונים.'],
    ],
    questions: [
      ['החבילות עוד לא הגיעו', 'parcels'],
      ['אפשר לשלם בכרטיס אשראי?', 'payment'],
      ['רוצה למחוק את החשבונות שלי', 'account'],
      ['להחזיר את המוצרים', 'returns'],
    ],
  },
  fa: {
    articles: [
      [
        'returns',
        'بازگرداندن کالا',
        'می‌توانید کالا را تا ۶۰ روز پس از دریافت بازگردانید. هزینه ارسال با ماست.',
      ],
      ['parcels', 'بسته من کجاست؟', 'پیوند رهگیری را در ایمیل باز کنید. بسته‌ها در پنج روز کاری می‌رسند.'],
      ['payment', 'روش‌های پرداخت', 'کارت‌های اعتباری و انتقال بانکی را می‌پذیریم.'],
      ['account', 'حذف حساب کاربری', 'در صفحه تنظیمات می‌توانید حساب و داده‌های خود را حذف کنید.'],
    ],
    questions: [
      ['بسته‌ام هنوز نرسیده', 'parcels'],
      ['بسته هایم کی میرسند', 'parcels'],
      ['با کارت اعتباری میشود پرداخت کرد', 'payment'],
      ['حسابم را چطور حذف کنم', 'account'],
      ['كالاها را بازگردانم', 'returns'],
    ],
  },
  zh: {
    articles: [
      ['returns', '退货说明', '收到商品后六十天内可以退货，退货运费由我们承担。'],
      ['parcels', '我的包裹在哪里？', '请打开邮件里的物流跟踪链接。包裹一般在五个工作日内送达。'],
      ['payment', '支付方式', '我们接受信用卡和银行转账，发货时扣款。'],
      ['account', '注销账户', '您可以在设置页面删除账户和全部数据。'],
    ],
    questions: [
      ['包裹还没送到怎么办', 'parcels'],
      ['可以刷信用卡吗', 'payment'],
      ['怎么删除我的账户', 'account'],
      ['退货的运费谁出', 'returns'],
      ['想查物流', 'parcels'],
    ],
  },
  ja: {
    articles: [
      ['returns', '返品について', '商品到着後60日以内であれば返品できます。返送料は当店が負担します。'],
      ['parcels', '荷物はどこですか', 'メールの追跡リンクを開いてください。荷物は五営業日以内に届きます。'],
      ['payment', 'お支払い方法', 'クレジットカードと銀行振込をご利用いただけます。'],
      ['account', 'アカウントの削除', '設定ページからアカウントとデータを削除できます。'],
    ],
    questions: [
      ['荷物がまだ届かないのですが', 'parcels'],
      ['クレジットカードで支払えますか', 'payment'],
      ['アカウントを消したい、削除の方法は？', 'account'],
      ['返品の送料はどちらが負担しますか', 'returns'],
      ['ｱｶｳﾝﾄ 削除', 'account'],
    ],
  },
  th: {
    articles: [
      ['returns', 'การคืนสินค้า', 'คุณสามารถคืนสินค้าได้ภายใน 60 วันหลังได้รับ เราออกค่าจัดส่งให้'],
      ['parcels', 'พัสดุของฉันอยู่ที่ไหน', 'เปิดลิงก์ติดตามในอีเมล พัสดุจะถึงภายในห้าวันทำการ'],
      ['payment', 'วิธีชำระเงิน', 'เรารับบัตรเครดิตและการโอนเงินผ่านธนาคาร'],
      ['account', 'ลบบัญชี', 'คุณสามารถลบบัญชีและข้อมูลทั้งหมดได้ในหน้าการตั้งค่า'],
    ],
    questions: [
      ['พัสดุยังไม่มาเลย', 'parcels'],
      ['จ่ายด้วยบัตรเครดิตได้ไหม', 'payment'],
      ['อยากลบบัญชีของผม', 'account'],
      ['สินค้าคืนได้กี่วัน', 'returns'],
    ],
  },
  ko: {
    articles: [
      [
        'returns',
        '반품 안내',
        '상품을 받은 날부터 60일 안에 반품할 수 있습니다. 반품 배송비는 저희가 부담합니다.',
      ],
      [
        'parcels',
        '택배가 어디에 있나요?',
        '이메일의 배송 조회 링크를 여세요. 택배는 영업일 기준 5일 안에 도착합니다.',
      ],
      ['payment', '결제 방법', '신용카드와 계좌 이체로 결제할 수 있습니다.'],
      ['account', '계정 삭제', '설정 페이지에서 계정과 데이터를 삭제할 수 있습니다.'],
    ],
    questions: [
      ['택배를 아직 못 받았어요', 'parcels'],
      ['신용카드로 결제되나요', 'payment'],
      ['내 계정을 삭제하고 싶어요', 'account'],
      ['반품하면 배송비는 누가 내나요', 'returns'],
      ['배송조회', 'parcels'],
    ],
  },
  de: {
    articles: [
      [
        'returns',
        'Artikel zurückgeben',
        'Innerhalb von 60 Tagen. Das Rücksendeetikett liegt im Karton; das Porto zahlen wir.',
      ],
      ['parcels', 'Lieferung und Zeit', 'Die Lieferung dauert drei bis fünf Tage.'],
      ['payment', 'Bezahlen', 'Mit Kreditkarte oder Überweisung.'],
      ['account', 'Konto löschen', 'In den Einstellungen können Sie Ihr Konto löschen.'],
    ],
    questions: [
      ['Wo finde ich das Etikett?', 'returns'],
      ['Wie ist die Lieferzeit?', 'parcels'],
      ['Karten', 'payment'],
      ['zurueckgeben', 'returns'],
      ['Kontolöschung', 'account'],
      ['konto loschen', 'account'],
    ],
  },
  fi: {
    articles: [
      [
        'returns',
        'Tuotteen palauttaminen',
        'Voit palauttaa tuotteen 60 päivän kuluessa. Maksamme palautuksen.',
      ],
      [
        'parcels',
        'Missä pakettini on?',
        'Avaa sähköpostin seurantalinkki. Paketit saapuvat viidessä arkipäivässä.',
      ],
      ['payment', 'Maksutavat', 'Hyväksymme luottokortin ja tilisiirron.'],
      ['account', 'Tilin poistaminen', 'Voit poistaa tilisi ja tietosi asetuksista.'],
    ],
    questions: [
      ['pakettia ei ole tullut', 'parcels'],
      ['voiko maksaa luottokortilla', 'payment'],
      ['miten palautan tuotteita', 'returns'],
      ['sahkoposti ja seuranta', 'parcels'],
    ],
  },
  tr: {
    articles: [
      ['returns', 'Ürün iadesi', 'Ürünü 60 gün içinde iade edebilirsiniz. Kargo ücretini biz öderiz.'],
      ['parcels', 'Paketim nerede?', 'E-postadaki takip bağlantısını açın. Paketler beş iş gününde ulaşır.'],
      ['payment', 'Ödeme yöntemleri', 'Kredi kartı ve banka havalesi kabul ediyoruz.'],
      ['account', 'Hesap silme', 'Hesabınızı ve verilerinizi ayarlardan silebilirsiniz.'],
    ],
    questions: [
      ['paketlerimiz hâlâ gelmedi', 'parcels'],
      ['kredi kartıyla ödeyebilir miyim', 'payment'],
      ['hesabımı silmek istiyorum', 'account'],
      ['urunleri iade', 'returns'],
    ],
  },
}

const indexOf = (...languages: string[]): KnowledgeIndex =>
  buildKnowledgeIndex(
    languages.flatMap((locale) => LANGUAGES[locale]!.articles.map((text) => article(locale, text))),
  )
const slugs = (index: KnowledgeIndex, q: string, locale: string): string[] =>
  searchIndex(index, q, { locale }).map(({ doc }) => doc.article.slug)

for (const [locale, { questions }] of Object.entries(LANGUAGES))
  test(`languages: in ${locale} a question finds the article that answers it first`, () => {
    const index = indexOf(locale)
    for (const [question, slug] of questions)
      assert.equal(slugs(index, question, locale)[0], `${slug}-${locale}`, question)
  })

test('languages: on a site in all of them each question finds its own language’s article, whatever the page says', () => {
  const index = indexOf(...Object.keys(LANGUAGES))
  for (const [locale, { questions }] of Object.entries(LANGUAGES))
    for (const [question, slug] of questions.filter(
      ([question]) => question.length > 12 || locale !== 'de',
    )) {
      const [first] = slugs(index, question, 'en')
      assert.equal(first, `${slug}-${locale}`, question)
    }
})

test('languages: a question in a script that no article is in finds nothing, and harms nothing', () => {
  const index = indexOf('de')
  for (const q of [
    '包裹还没送到',
    'طردي ما وصل',
    'посылка не пришла',
    'พัสดุยังไม่มา',
    '택배',
    '👩🏽‍🚀',
    'ก',
    '的',
  ])
    assert.deepEqual(slugs(index, q, 'de'), [], q)
})

test('queryLanguage: script and little words speak against the page’s language, a single word does not', () => {
  const all = Object.keys(LANGUAGES).concat('en', 'fr')
  assert.equal(queryLanguage('wo ist das paket und wann kommt es', all, 'en'), 'de')
  assert.equal(queryLanguage('où est mon colis et quand est-ce que je le reçois', all, 'en'), 'fr')
  assert.equal(queryLanguage('paket', all, 'en'), 'en')
  assert.equal(queryLanguage('where is my parcel', all, 'de'), 'en')
  assert.equal(queryLanguage('包裹在哪里', all, 'en'), 'zh')
  assert.equal(queryLanguage('荷物がどこ', all, 'zh'), 'ja')
  assert.equal(queryLanguage('بسته من کجاست و چرا نرسیده است', all, 'en'), 'fa')
  assert.equal(queryLanguage('أين طردي ولماذا لم يصل حتى الآن', all, 'en'), 'ar')
  assert.equal(queryLanguage('包裹在哪里', ['en'], 'en'), 'en')
  assert.equal(queryLanguage('???', all, null), null)
})

test('tokenize: words without spaces know their places, pairs of characters are marked, other letters stay whole', () => {
  const text = 'iPhone手机壳 物流 ok'
  for (const { word, start, end } of tokenize(text)) assert.equal(word, text.slice(start, end).toLowerCase())
  const found = tokenize(text)
  assert.ok(found.some(({ word, extra }) => word === 'iphone' && !extra))
  assert.ok(found.some(({ word, extra }) => word === '物流' && !extra))
  assert.ok(found.some(({ word }) => word === 'ok'))
  assert.ok(found.filter(({ extra }) => extra).every(({ word }) => [...word].length === 2))
})

test('analyser: prefixes and endings of Arabic, Hebrew and Persian go, and broken plurals meet their singular', () => {
  const stems = (language: string, words: string) =>
    new Set(
      createAnalyser(language)
        .terms(words)
        .map(({ term }) => term),
    ).size
  assert.equal(stems('ar', 'الطرد طرد والطرد بالطرد للطرد طردي الطرود'), 1)
  assert.equal(stems('ar', 'بطاقة البطاقة بطاقتي بطاقات وبالبطاقة'), 1)
  assert.equal(stems('ar', 'مبلغ المبالغ مبالغ'), 1)
  assert.equal(stems('ar', 'شحن الشحن والشحن'), 1)
  assert.equal(stems('he', 'משלוח המשלוח משלוחים במשלוח והמשלוחים'), 1)
  assert.equal(stems('he', 'חשבון החשבון חשבונות'), 1)
  assert.equal(stems('fa', 'کتاب کتاب‌ها کتابهای كتاب'.replace('‌ها', 'ها')), 1)
})
