import {
  type ConnectionPackage,
  type ConnectorDocument,
  isObject,
  type JsonObject,
  objectOf,
  pointerTo,
  textOf,
} from '../../connector/index.js';

/** What a call is for: an import phase, or the provisioning task that its JSON serves. */
export type CallPurpose =
  | 'import-users'
  | 'import-accounts'
  | 'import-entitlements'
  | 'import-links'
  | 'import-owners'
  | 'import-maps'
  | 'create'
  | 'update'
  | 'enable'
  | 'disable'
  | 'remove'
  | 'add-access'
  | 'remove-access'
  | 'change-password'
  | 'test-connection';

/** What each purpose is in words: "a way to ...". */
export const purposeWords: Readonly<Record<CallPurpose, string>> = {
  'import-users': 'list the users',
  'import-accounts': 'list the accounts',
  'import-entitlements': 'list the entitlements',
  'import-links': 'list who holds an entitlement',
  'import-owners': 'list who owns an entitlement',
  'import-maps': 'list which entitlements belong together',
  create: 'create an account',
  update: 'update an account',
  enable: 'enable an account',
  disable: 'disable an account',
  remove: 'remove an account',
  'add-access': 'add access',
  'remove-access': 'remove access',
  'change-password': 'change a password',
  'test-connection': 'test the connection',
};

/** One call of a connector JSON, with the pointers of its parts. */
export interface CallSite {
  readonly document: ConnectorDocument;
  readonly purpose: CallPurpose;
  /** JSON pointer of the call object. */
  readonly pointer: string;
  /**
   * JSON pointer of the object with url, httpMethod and httpParams: `<pointer>/http` in an import and in the test of a
   * connection, the call itself elsewhere.
   */
  readonly httpPointer: string;
  readonly call: JsonObject;
  readonly url: string | undefined;
  readonly method: string | undefined;
  readonly params: string | undefined;
  /** The entitlement type that the call imports, links, adds or removes. */
  readonly entitlementType: string | undefined;
}

/** The provisioning JSONs and the task that each serves. */
export const provisioningDocuments: Readonly<Record<string, CallPurpose>> = {
  CreateAccountJSON: 'create',
  UpdateAccountJSON: 'update',
  EnableAccountJSON: 'enable',
  DisableAccountJSON: 'disable',
  RemoveAccountJSON: 'remove',
  AddAccessJSON: 'add-access',
  RemoveAccessJSON: 'remove-access',
  ChangePassJSON: 'change-password',
};

/** Every call of a package that can be read, in the order in which EIC runs its parts; that of saving a connection first. */
export function callSites(connectionPackage: ConnectionPackage): CallSite[] {
  const imports = connectionPackage.document('ImportAccountEntJSON');
  return [
    ...testCalls(connectionPackage.document('ConnectionJSON')),
    ...userCalls(connectionPackage.document('ImportUserJSON')),
    ...importCalls(imports),
    ...Object.entries(provisioningDocuments).flatMap(([name, purpose]) =>
      provisioningCalls(connectionPackage.document(name), purpose),
    ),
  ];
}

/** The only call of a task: it cannot be there to prepare another one. */
export function isAlone({ document, purpose }: CallSite): boolean {
  const calls = objectOf(document.value).call;
  return !purpose.startsWith('import-') && Array.isArray(calls) && calls.length === 1;
}

/** The headers of a call as they are written. */
export function headersOf({ call, pointer, httpPointer }: CallSite): JsonObject {
  const http = httpPointer === pointer ? call : objectOf(call.http);
  return objectOf(http.httpHeaders);
}

/** The call by which Save & Test Connection tries an authentication. */
function testCalls(document: ConnectorDocument): CallSite[] {
  const entries = Object.entries(objectOf(objectOf(document.value).authentications));
  return entries.flatMap(([name, entry]) => {
    const test = objectOf(entry).testConnectionParams;
    if (document.origin === 'default' || !isObject(test) || !isObject(test.http)) return [];
    const pointer = pointerTo('/authentications', name, 'testConnectionParams');
    return [site(document, 'test-connection', pointer, `${pointer}/http`, test, test.http, undefined)];
  });
}

function importCalls(document: ConnectorDocument): CallSite[] {
  const root = document.value;
  if (!isObject(root)) return [];
  return [
    ...callsIn(document, root.accountParams, '/accountParams', 'import-accounts', undefined),
    ...typedCalls(document, root.entitlementParams, '/entitlementParams', 'import-entitlements'),
    ...typedCalls(document, root.acctEntParams, '/acctEntParams', 'import-links'),
    ...typedCalls(document, root.entOwnerParams, '/entOwnerParams', 'import-owners'),
    ...typedCalls(document, root.entMappingParams, '/entMappingParams', 'import-maps'),
  ];
}

/** The one call that an ImportUserJSON is, or those of its list. */
function userCalls(document: ConnectorDocument): CallSite[] {
  const root = document.value;
  if (!isObject(root)) return [];
  const list = Array.isArray(root.call) ? root.call : [root];
  return list.flatMap((call, index) => {
    if (!isObject(call)) return [];
    const pointer = call === root ? '' : `/call/${index}`;
    const [http, at] = isObject(call.http) ? [call.http, `${pointer}/http`] : [call, pointer];
    return [site(document, 'import-users', pointer, at, call, http, undefined)];
  });
}

function typedCalls(
  document: ConnectorDocument,
  section: unknown,
  pointer: string,
  purpose: CallPurpose,
): CallSite[] {
  if (!isObject(section) || !isObject(section.entTypes)) return [];
  return Object.entries(section.entTypes).flatMap(([type, params]) =>
    callsIn(document, params, pointerTo(pointer, 'entTypes', type), purpose, type),
  );
}

function callsIn(
  document: ConnectorDocument,
  params: unknown,
  pointer: string,
  purpose: CallPurpose,
  entitlementType: string | undefined,
): CallSite[] {
  if (!isObject(params) || !isObject(params.call)) return [];
  return Object.entries(params.call).flatMap(([name, call]) => {
    if (!isObject(call)) return [];
    const callPointer = pointerTo(pointer, 'call', name);
    const http = isObject(call.http) ? call.http : {};
    return [site(document, purpose, callPointer, `${callPointer}/http`, call, http, entitlementType)];
  });
}

function provisioningCalls(document: ConnectorDocument, purpose: CallPurpose): CallSite[] {
  if (!isObject(document.value) || !Array.isArray(document.value.call)) return [];
  const typed = purpose === 'add-access' || purpose === 'remove-access';
  return document.value.call.flatMap((call, index) => {
    if (!isObject(call)) return [];
    const pointer = `/call/${index}`;
    return [site(document, purpose, pointer, pointer, call, call, typed ? textOf(call.name) : undefined)];
  });
}

function site(
  document: ConnectorDocument,
  purpose: CallPurpose,
  pointer: string,
  httpPointer: string,
  call: JsonObject,
  http: JsonObject,
  entitlementType: string | undefined,
): CallSite {
  return {
    document,
    purpose,
    pointer,
    httpPointer,
    call,
    url: textOf(http.url),
    method: textOf(http.httpMethod),
    params: textOf(http.httpParams),
    entitlementType,
  };
}
