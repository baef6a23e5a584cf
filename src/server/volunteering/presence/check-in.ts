import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { arrive } from '#server/volunteering/presence/arrive'

/** 签到: the code on site, scanned or typed, proves being there at the start. */
export const checkIn = command(contract.checkIn, asked => arrive('in', asked.input, asked))
