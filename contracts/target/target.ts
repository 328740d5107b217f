import type { OpenAPIV3_1 } from 'openapi-types';
import type { CallPurpose } from '../lint/call-sites.js';
import type { Operation } from './operations.js';

/** What must be known of a target to judge the calls that a package makes to it. */
export interface Target {
  /** The product's name, as it stands in messages. */
  readonly name: string;
  /** Why the scenarios, which run on simulated tenants of Jama, say nothing of it; undefined for Jama. */
  readonly notSimulated?: string;
  readonly openapi: OpenAPIV3_1.Document;
  readonly operations: readonly Operation[];
  /** How its lists usually look, for remedies; undefined when nothing is known of that. */
  readonly lists?: ListShape;
  /** How the address ends at which it gives tokens; undefined when that is not known. */
  readonly tokenPath?: string;
  /** A package that is right for it, as remedies name it. */
  readonly example?: string;
  /** The path of a URL as the OpenAPI document writes paths, without its query; undefined for a URL that is not of this API. */
  pathOf(url: string): string | undefined;
  /**
   * What stands before the product's own paths in a URL: scheme, host, port and context path, of its API as of its token endpoint.
   * Undefined for a URL that is not of this product; left out where that cannot be told from a URL.
   */
  addressOf?(url: string): string | undefined;
  /** What stands between such an address and the paths of the operations, such as `/rest/v1`. */
  readonly belowAddress?: string;
  /** The attributes of a record that an import should map; undefined when nothing is known of them. */
  attributesOf(purpose: CallPurpose): readonly string[] | undefined;
  /** The fields by which the records of a list can be told apart for good; undefined when nothing is known of them. */
  uniqueFieldsOf(purpose: CallPurpose): readonly string[] | undefined;
  /** The fields that a record is called by, the usual one first; undefined when nothing is known of them. */
  nameFieldsOf(purpose: CallPurpose): readonly string[] | undefined;
  /** The operation that does what a call is for, and why that one; undefined where that is not known. */
  operationFor(purpose: CallPurpose): PurposeOperation | undefined;
}

/** Where the records of a list stand in an answer, and how its pages are asked for. */
export interface ListShape {
  readonly listField: string;
  readonly offsetParameter: string;
  readonly totalPath: string;
  readonly idPath: string;
}

/** The operation of a target that serves a purpose. */
export interface PurposeOperation {
  readonly operation: Operation;
  readonly because: string;
  /** The query without which an answer leaves records out, such as `?includeInactive=true`. */
  readonly query?: string;
}
