// All that a client takes from the machine it runs on.

import { type Environment, pageEnvironment } from './client-environment.ts'
import { liveEnvironment } from './live-environment.ts'

/** The browser's, or Node's, own. */
export const nativeEnvironment = (): Environment => ({ ...pageEnvironment(), ...liveEnvironment() })
