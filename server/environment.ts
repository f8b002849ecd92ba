// The process's variables, with those of a `.env` file in the project beneath them. For programs only: rooms get values.

import path from 'node:path'
import { type Config, loadConfig } from './config.ts'

/** @throws OperatorError with one line a fault. */
export function readEnvironment(): Config {
  try {
    // What is set already wins over the file.
    process.loadEnvFile(path.resolve(import.meta.dirname, '../.env'))
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
  }
  return loadConfig(process.env)
}
