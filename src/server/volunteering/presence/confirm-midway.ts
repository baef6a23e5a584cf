import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { arrive } from '#server/volunteering/presence/arrive'

/** Answers the code shown at a random moment of a long shift. */
export const confirmMidway = command(contract.confirmMidway, asked => arrive('midway', asked.input, asked))
