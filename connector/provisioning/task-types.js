const facts = (document, code, label, limit, status = null, access = false) => ({ document, code, label, limit, status, access });
/** The facts of every task type. */
export const TASK_TYPES = {
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
