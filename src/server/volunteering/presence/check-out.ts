import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { arrive } from '#server/volunteering/presence/arrive'

/** 签退: the same at the end. */
export const checkOut = command(contract.checkOut, asked => arrive('out', asked.input, asked))
