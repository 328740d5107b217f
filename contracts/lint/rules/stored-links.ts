import {
  isObject,
  type JsonObject,
  type JsonValue,
  objectOf,
  pointerTo,
  textOf,
} from '../../../connector/index.js';
import { exampleAccountCall } from '../examples.js';
import type { Rule, RuleHit } from '../rule.js';

const store = 'STORE#ACC#ENT#MAPPINGINFO';
const acctEntMappings = { usergroups: { listPath: 'groups', idPath: 'id', keyField: 'entitlementID' } };
const colsToPropsMap = { ...exampleAccountCall.colsToPropsMap, customproperty31: `${store}~#~char` };
const acctEntParams = { processingType: 'acctToEntMapping' };
const withMappings = (mappings: JsonObject) => ({
  ImportAccountEntJSON: {
    accountParams: {
      connection: 'acctAuth',
      call: { call1: { ...exampleAccountCall, colsToPropsMap } },
      ...mappings,
    },
    acctEntParams,
  },
});

export const storedLinks: Rule = {
  id: 'stored-links',
  severity: 'error',
  title: 'Links are to be read from the records, and something of what that needs is missing.',
  why: 'acctEntMappings says where a record has its links, and a column of STORE#ACC#ENT#MAPPINGINFO keeps them; without the other, each makes no link.',
  example: { trips: withMappings({}), passes: withMappings({ acctEntMappings }) },
  *check({ package: connectionPackage }) {
    const document = connectionPackage.document('ImportAccountEntJSON');
    const root = objectOf(document.value);
    const used = usedTypes(root);
    const accounts = { pointer: '/accountParams', value: objectOf(root.accountParams) };
    const types = Object.entries(objectOf(objectOf(root.entitlementParams).entTypes)).map(
      ([type, value]) => ({
        pointer: pointerTo('/entitlementParams/entTypes', type),
        value: objectOf(value),
      }),
    );
    for (const holder of [accounts, ...types]) {
      const fromRecords = used.has(holder === accounts ? 'acctToEntMapping' : 'entToAcctMapping');
      const fault = faultOf(holder, fromRecords);
      if (fault) yield { ...fault, place: document.place(fault.pointer, 'key') };
    }
    const unmapped = used.get('acctToEntMapping');
    if (unmapped !== undefined && isObject(root.accountParams) && !isMapped(accounts)) {
      yield {
        place: document.place(unmapped),
        message:
          'Links are read from the account records, and accountParams has no acctEntMappings that finds any.',
        remedy: 'Add acctEntMappings to accountParams, or ask over HTTP: "httpEntToAcct".',
      };
    }
  },
};

/** What may carry mappings, and the calls that keep what they found. */
interface Holder {
  readonly pointer: string;
  readonly value: JsonObject;
}

function isMapped({ value }: Holder): boolean {
  return isObject(value.acctEntMappings) && Object.keys(value.acctEntMappings).length > 0;
}

/** @param fromRecords whether the links are read from what the column keeps */
function faultOf(
  holder: Holder,
  fromRecords: boolean,
): (Omit<RuleHit, 'place'> & { pointer: string }) | undefined {
  const { pointer, value } = holder;
  const column = storeIn(value, pointer);
  if (isMapped(holder) && column === undefined && isObject(value.call)) {
    return {
      pointer: pointerTo(pointer, 'acctEntMappings'),
      message: 'acctEntMappings finds links, and no column of a call keeps them.',
      remedy: `"customproperty31": "${store}~#~char" in colsToPropsMap`,
    };
  }
  if (isMapped(holder) || column === undefined) return undefined;
  return {
    pointer: column,
    severity: fromRecords ? 'error' : 'warning',
    message: `This column keeps links, and there is no acctEntMappings in ${pointer.slice(1)} that finds any.`,
    remedy: 'Add acctEntMappings beside "call", or delete the column.',
  };
}

/** The processing types of links that the import names, each with the pointer of the first that does. */
function usedTypes({ acctEntParams }: JsonObject): ReadonlyMap<string, string> {
  const section = objectOf(acctEntParams);
  const used = new Map<string, string>();
  const take = (value: JsonValue | undefined, pointer: string) => {
    const type = textOf(value);
    if (type !== undefined && !used.has(type)) used.set(type, pointer);
  };
  take(section.processingType, '/acctEntParams/processingType');
  for (const [type, params] of Object.entries(objectOf(section.entTypes))) {
    for (const [name, call] of Object.entries(objectOf(objectOf(params).call)))
      take(
        objectOf(call).processingType,
        pointerTo('/acctEntParams/entTypes', type, 'call', name, 'processingType'),
      );
  }
  return used;
}

/** The column of a holder's calls that keeps links. */
function storeIn({ call }: JsonObject, pointer: string): string | undefined {
  for (const [name, one] of Object.entries(objectOf(call))) {
    for (const [column, mapping] of Object.entries(objectOf(objectOf(one).colsToPropsMap))) {
      if (textOf(mapping)?.startsWith(store))
        return pointerTo(pointer, 'call', name, 'colsToPropsMap', column);
    }
  }
  return undefined;
}
