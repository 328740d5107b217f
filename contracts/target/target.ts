import type { OpenAPIV3_1 } from 'openapi-types';
import type { CallPurpose } from '../lint/call-sites.js';
import type { Operation } from './operations.js';

/** What must be known of a target to judge the calls that a package makes to it. */
export interface Target {
  /** The product's name, as it stands in messages. */
  readonly name: string;
  readonly openapi: OpenAPIV3_1.Document;
  readonly operations: readonly Operation[];
  /** The path of a URL as the OpenAPI document writes paths, without its query; undefined for a URL that is not of this API. */
  pathOf(url: string): string | undefined;
  /** The attributes of a record that an import should map; undefined when nothing is known of them. */
  attributesOf(purpose: CallPurpose): readonly string[] | undefined;
  /** The operation that does what a call is for, and why that one. */
  operationFor(purpose: CallPurpose): PurposeOperation | undefined;
}

/** The operation of a target that serves a purpose. */
export interface PurposeOperation {
  readonly operation: Operation;
  readonly because: string;
}
