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
  es: { title: 'Su conversación con {site}, {reference}', you: 'Usted', files: 'Archivos:' },
  nb: { title: 'Samtalen din med {site}, {reference}', you: 'Du', files: 'Filer:' },
  ar: { title: 'محادثتك مع {site}، {reference}', you: 'أنت', files: 'الملفات:' },
}
