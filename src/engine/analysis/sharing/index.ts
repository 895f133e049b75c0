export type {
  Guard,
  GuardStatus,
  OrderEdge,
  OrderSite,
  OrderVerdict,
  SharedAccess,
  SharedPlace,
  SharingReport,
  StaticLock,
  StaticOrder,
  StaticThread,
} from './report'
export { analyseSharing } from './sharing'
