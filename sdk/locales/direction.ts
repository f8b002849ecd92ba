// Which languages are written from right to left. A regular expression of its own file: the loader, which weighs every
// byte, and the translator must not come to different answers.

/** Matches a BCP 47 tag; `iw` is what older systems call Hebrew. */
export const RIGHT_TO_LEFT = /^(ar|fa|he|iw|ur)\b/i
