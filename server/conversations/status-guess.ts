// Looking for a ticket by its reference and e-mail, which somebody may only be guessing.

import type { Request, Response } from 'express'
import { byIpAndSite, type RateLimits } from '../platform/http/rate-limit.ts'
import { Problem } from '../platform/problem.ts'

export type StatusGuess = <T>(request: Request, response: Response, find: () => Promise<T>) => Promise<T>

/** A look costs a point, and gets it back when it found something: ten misses an hour, right guesses included. */
export const createStatusGuess = (limits: RateLimits): StatusGuess =>
  async function look(request, response, find) {
    const key = byIpAndSite(request, response)!
    await limits.consumeFor(response, 'statusMiss', key)
    try {
      const found = await find()
      await limits.refund('statusMiss', key)
      return found
    } catch (error) {
      // A closed ticket was found, and a database that is away says nothing about the guess.
      const missed =
        error instanceof Problem && (error.code === 'ticket-not-found' || error.code === 'code-wrong')
      if (!missed) await limits.refund('statusMiss', key)
      throw error
    }
  }
