import { chooseBoard } from '#server/points/community/choose-board'
import { getCommunityBoard } from '#server/points/community/get-community-board'
import { listMyBadges } from '#server/points/community/list-my-badges'
import { getMyPoints } from '#server/points/get-my-points'
import { listRules } from '#server/points/limits/list-rules'
import { setRule } from '#server/points/limits/set-rule'
import { approveAdjustment } from '#server/points/office/approve-adjustment'
import { exportLedger } from '#server/points/office/export-ledger'
import { findAccountHolders } from '#server/points/office/find-account-holders'
import { freezePoints } from '#server/points/office/freeze-points'
import { getLedgerSummary } from '#server/points/office/get-ledger-summary'
import { listAdjustments } from '#server/points/office/list-adjustments'
import { proposeAdjustment } from '#server/points/office/propose-adjustment'
import { searchTransactions } from '#server/points/office/search-transactions'
import { cancelRedemption } from '#server/points/rewards/cancel-redemption'
import { confirmRedemption } from '#server/points/rewards/confirm-redemption'
import { countStock } from '#server/points/rewards/count-stock'
import { createReward } from '#server/points/rewards/create-reward'
import { fulfilRedemption } from '#server/points/rewards/fulfil-redemption'
import { getRedemption } from '#server/points/rewards/get-redemption'
import { getReward } from '#server/points/rewards/get-reward'
import { listManagedRewards } from '#server/points/rewards/list-managed-rewards'
import { listMyRedemptions } from '#server/points/rewards/list-my-redemptions'
import { listRedemptionsToServe } from '#server/points/rewards/list-redemptions-to-serve'
import { listRewards } from '#server/points/rewards/list-rewards'
import { listStockMoves } from '#server/points/rewards/list-stock-moves'
import { markRedemptionReady } from '#server/points/rewards/mark-redemption-ready'
import { moveReward } from '#server/points/rewards/move-reward'
import { redeemForPerson } from '#server/points/rewards/redeem-for-person'
import { redeemReward } from '#server/points/rewards/redeem-reward'
import { saveReward } from '#server/points/rewards/save-reward'

/** Every operation of `points`, by its name in the contract. */
export const points = {
  approveAdjustment,
  cancelRedemption,
  chooseBoard,
  confirmRedemption,
  countStock,
  createReward,
  exportLedger,
  findAccountHolders,
  freezePoints,
  fulfilRedemption,
  getCommunityBoard,
  getLedgerSummary,
  getMyPoints,
  getRedemption,
  getReward,
  listAdjustments,
  listManagedRewards,
  listMyBadges,
  listMyRedemptions,
  listRedemptionsToServe,
  listRewards,
  listRules,
  listStockMoves,
  markRedemptionReady,
  moveReward,
  proposeAdjustment,
  redeemForPerson,
  redeemReward,
  saveReward,
  searchTransactions,
  setRule
}
