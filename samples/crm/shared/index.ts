export { answerJson } from './answer-json.ts';
export { type ChangedRows, changeShare } from './change-share.ts';
export {
  type CompanyWorld,
  companyWorld,
  type WorldSize,
  worldStageLabels,
  worldStages,
} from './company-world.ts';
export { type CrmKind, type CrmTables, crmTables } from './crm-tables.ts';
export { DailyBudget } from './daily-budget.ts';
export type { Fault, FaultPlan, FaultTime } from './fault-plan.ts';
export { gatewayPage } from './gateway-page.ts';
export { linkedRows } from './linked-rows.ts';
export type { FieldValues, RecordTable, StoredRecord } from './record-table.ts';
export type { RequestLog } from './request-log.ts';
export { requestReader } from './request-reader.ts';
export { RollingWindow } from './rolling-window.ts';
export type { Route, RouteParams } from './route.ts';
export { createStandInClock, type StandInClock } from './stand-in-clock.ts';
export type { StandInAnswer, StandInRequest } from './stand-in-message.ts';
export { type StandIn, type StandInVendor, startStandIn } from './stand-in-server.ts';
