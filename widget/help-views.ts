// Search and article, one chunk: who opens the one goes on to the other.

import '../sdk/elements/article/article.define.ts'
import '../sdk/elements/help/help.define.ts'
