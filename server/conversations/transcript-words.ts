// What a transcript says around the messages, in the reader's language.

export interface TranscriptWords {
  /** {site} and {reference} are replaced. */
  title: string
  /** Instead of the name of a customer who gave none. */
  you: string
  /** Before the names of files. */
  files: string
}

export const TRANSCRIPT_WORDS: Record<string, TranscriptWords> & { en: TranscriptWords } = {
  en: { title: 'Your conversation with {site}, {reference}', you: 'You', files: 'Files:' },
  de: { title: 'Ihr Gespräch mit {site}, {reference}', you: 'Sie', files: 'Dateien:' },
  fr: { title: 'Votre conversation avec {site}, {reference}', you: 'Vous', files: 'Fichiers :' },
  es: { title: 'Tu conversación con {site}, {reference}', you: 'Tú', files: 'Archivos:' },
  nb: { title: 'Samtalen din med {site}, {reference}', you: 'Du', files: 'Filer:' },
  ar: { title: 'محادثتك مع {site}، {reference}', you: 'أنت', files: 'الملفات:' },
  da: { title: 'Din samtale med {site}, {reference}', you: 'Dig', files: 'Filer:' },
  fi: { title: 'Keskustelusi, {site}, {reference}', you: 'Sinä', files: 'Tiedostot:' },
  he: { title: 'השיחה שלך עם {site}, {reference}', you: 'אני', files: 'קבצים:' },
  it: { title: 'La tua conversazione con {site}, {reference}', you: 'Tu', files: 'File:' },
  ja: { title: '{site}との会話、{reference}', you: 'あなた', files: 'ファイル:' },
  nl: { title: 'Je gesprek met {site}, {reference}', you: 'Jij', files: 'Bestanden:' },
  pl: { title: 'Rozmowa z {site}, {reference}', you: 'Ty', files: 'Pliki:' },
  pt: { title: 'Sua conversa com {site}, {reference}', you: 'Você', files: 'Arquivos:' },
  sv: { title: 'Ditt samtal med {site}, {reference}', you: 'Du', files: 'Filer:' },
  tr: { title: '{site} ile görüşmeniz, {reference}', you: 'Siz', files: 'Dosyalar:' },
  uk: { title: 'Ваша розмова з {site}, {reference}', you: 'Ви', files: 'Файли:' },
  zh: { title: '您与 {site} 的对话，{reference}', you: '您', files: '文件：' },
}
