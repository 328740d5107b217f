import {
  type ConnectionPackage,
  type ConnectorDocument,
  type JsonObject,
  objectOf,
} from '../../connector/index.js';

/** The statusAndThresholdConfig of a package, and where it stands. */
export interface PlacedConfig {
  readonly document: ConnectorDocument;
  /** JSON pointer of the object. */
  readonly pointer: string;
  /** Empty when there is none. */
  readonly value: JsonObject;
}

/** It stands in STATUS_THRESHOLD_CONFIG, even an empty one, or in accountParams [documented: developer portal]. */
export function statusConfigOf(connectionPackage: ConnectionPackage): PlacedConfig {
  const own = connectionPackage.document('STATUS_THRESHOLD_CONFIG');
  const document = connectionPackage.document('ImportAccountEntJSON');
  const inner = objectOf(objectOf(objectOf(document.value).accountParams).statusAndThresholdConfig);
  const isEmpty = own.state !== 'absent' && Object.keys(inner).length === 0;
  if (own.state !== 'ok' && !isEmpty)
    return { document, pointer: '/accountParams/statusAndThresholdConfig', value: inner };
  const value = objectOf(objectOf(own.value).statusAndThresholdConfig);
  return { document: own, pointer: '/statusAndThresholdConfig', value };
}
