import type { JsonValue } from '../json.js';
import { isObject, type JsonObject, objectOf, textOf } from '../json.js';
import { columnText, readAll } from '../mapping/path.js';
import type { ConnectorProblem } from '../problem.js';
import type { ImportContext } from './context.js';
import { IMPORT_DOCUMENT } from './context.js';
import { documentObject, sectionOf } from './import-document.js';
import { type LinkMapping, linkInformation, mappedElements, readLinkMappings } from './link-information.js';
import { arrived } from './partial.js';
import { orderedCalls, type RecordCall, readRecordCall } from './read-section.js';
import { collect, type Finish, newStaging, type StagedRecord, type Staging } from './staging.js';

/** What an account import brought, before anything is changed. */
export interface StagedAccounts {
  readonly accounts: Staging;
  /** Entitlements that account records carry (importAsEntitlement), by type. */
  readonly entitlements: ReadonlyMap<string, Staging>;
  /** The call that failed, when what arrived before it counts all the same. */
  readonly failure: ConnectorProblem | undefined;
}

const POINTER = '/accountParams';

function stageEntitlements(
  mappings: readonly LinkMapping[],
  record: JsonValue,
  entitlements: Map<string, Staging>,
): void {
  for (const mapping of mappings) {
    if (!mapping.importAsEntitlement) continue;
    const keyColumn = mapping.keyField.toLowerCase();
    const staging = entitlements.get(mapping.type) ?? newStaging(keyColumn);
    entitlements.set(mapping.type, staging);
    for (const element of mappedElements(mapping, record)) {
      const id = columnText(readAll(mapping.idPath, element)[0]);
      if (id === null) continue;
      staging.received += 1;
      const columns = mapping.columns?.map(element) ?? {};
      staging.records.set(id, {
        columns: {
          entitlementid: id,
          entitlement_value: id,
          ...columns,
          [keyColumn]: columns[keyColumn] ?? id,
        },
        statusTexts: mapping.statusTexts,
      });
    }
  }
}

/** What a dependent call may name of the account it is made for. */
function accountValues(
  account: StagedRecord,
  call: RecordCall,
  context: ImportContext,
): Record<string, unknown> {
  const { columns } = account;
  const byKey = context.run.choose('dependentBinding') === 'next-api-key' && call.nextKeyColumn !== undefined;
  const accountName = columns[byKey ? (call.nextKeyColumn ?? 'name') : 'name'] ?? null;
  return {
    accountName,
    accountID: columns.accountid ?? null,
    id: columns.accountid ?? null,
    account: columns,
  };
}

/** Makes every account call and stages what arrives. Nothing on the EIC side is changed. @throws ConnectorFailure */
export async function stageAccounts(context: ImportContext): Promise<StagedAccounts> {
  const section = accountSection(context);
  const calls = orderedCalls(objectOf(section.call), {
    document: IMPORT_DOCUMENT,
    pointer: `${POINTER}/call`,
  }).map(({ json, at }) => readRecordCall(json, at, section, context, 'accountID'));
  const mappings = readLinkMappings(
    section.acctEntMappings,
    { document: IMPORT_DOCUMENT, pointer: `${POINTER}/acctEntMappings` },
    'entitlementID',
    '',
    context,
  );
  const accounts = newStaging(calls[0]?.keyColumn ?? 'accountid');
  const entitlements = new Map<string, Staging>();
  const finish: Finish = (record, columns, call) => {
    if (mappings.length === 0) return;
    for (const store of call.columns.stores) columns[store] = linkInformation(mappings, record, 'entIds');
    stageEntitlements(mappings, record, entitlements);
  };
  const failure = await arrived(section, context, async () => {
    for (const call of calls) {
      if (!call.dependent) {
        await collect(accounts, call, context, { values: {}, finish, what: 'accounts' });
        continue;
      }
      for (const owner of [...accounts.records.values()]) {
        const values = accountValues(owner, call, context);
        await collect(accounts, call, context, { values, finish, what: 'accounts', owner });
      }
    }
  });
  return { accounts, entitlements, failure };
}

/** accountParams, which has to have a call. @throws ConnectorFailure */
export function accountSection(context: ImportContext): JsonObject {
  const document = documentObject(context.source.document(IMPORT_DOCUMENT));
  const section = sectionOf(document, { document: IMPORT_DOCUMENT, pointer: '' }, 'accountParams');
  sectionOf(section, { document: IMPORT_DOCUMENT, pointer: POINTER }, 'call', 'call1');
  return section;
}

/** Whether accounts of the target become identities (createUsers), and who is their manager. */
export function userCreation(section: JsonObject): {
  readonly create: boolean;
  readonly manager: string | undefined;
} {
  return {
    create: section.createUsers === true || section.createUsers === 'true',
    manager: isObject(section) ? textOf(section.adminName) : undefined,
  };
}
