/** Why a desk's file could not be opened or used: one of the desk's error codes with its parameters, thrown. */
import type { DeskError, DeskErrorCode } from '#shared/domain/errors.ts';

export class DeskFileError extends Error {
  override readonly name = 'DeskFileError';
  readonly code: DeskErrorCode;
  readonly params: Record<string, unknown>;

  constructor(code: DeskErrorCode, params: Record<string, unknown>) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }

  toDeskError(): DeskError {
    return { code: this.code, params: this.params };
  }
}
