import type { AccountStatus, TaskType } from '../repository/model.js';

/** What EIC knows a task type as, and which connector JSON does it. Source: provider documentation (documented). */
export interface TaskTypeFacts {
  readonly document: string;
  readonly code: number | null;
  readonly label: string;
  /** The key of provisioningLimit in ConfigJSON. */
  readonly limit: string | null;
  /** The status of the account after success. */
  readonly status: AccountStatus | null;
  /** Calls are chosen by entitlement type. */
  readonly access: boolean;
}

const facts = (
  document: string,
  code: number | null,
  label: string,
  limit: string | null,
  status: AccountStatus | null = null,
  access = false,
): TaskTypeFacts => ({ document, code, label, limit, status, access });

/** The facts of every task type. */
export const TASK_TYPES: Readonly<Record<TaskType, TaskTypeFacts>> = {
  create: facts('CreateAccountJSON', 3, 'New Account', 'NEWACCOUNT', 'Manually Provisioned'),
  update: facts('UpdateAccountJSON', 10, 'Update Account', 'UPDATEACCOUNT'),
  enable: facts('EnableAccountJSON', 6, 'Enable Account', 'ENABLEACCOUNT', 'Manually Provisioned'),
  disable: facts('DisableAccountJSON', 12, 'Disable Account', 'DISABLEACCOUNT', 'Manually Suspended'),
  remove: facts('RemoveAccountJSON', 8, 'Remove Account', 'REMOVEACCOUNT', 'Manually Suspended'),
  'add-access': facts('AddAccessJSON', 1, 'Add Access', 'ADDACCESS', null, true),
  'remove-access': facts('RemoveAccessJSON', 2, 'Remove Access', 'REMOVEACCESS', null, true),
  'change-password': facts('ChangePassJSON', 5, 'Change Password', 'CHANGEPASSWORD'),
  'update-user': facts('UpdateUserJSON', 9, 'Update User', 'UPDATEUSER'),
  'create-ticket': facts('CreateTicketJSON', null, 'Create Ticket', null),
  'ticket-status': facts('TicketStatusJSON', null, 'Ticket Status', null),
};
