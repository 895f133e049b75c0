export type {
  AcquisitionSite,
  Guard,
  GuardStatus,
  NestedAcquisition,
  OrderEdge,
  OrderSite,
  OrderVerdict,
  SharedAccess,
  SharedPlace,
  SharingReport,
  StaticLock,
  StaticOrder,
  StaticThread,
  StaticWaits,
} from './report'
export { analyseSharing } from './sharing'
