/** A host that answered, but with nothing to show: by its status number, whatever carried it. */
export class HostFailure extends Error {
  override name = 'HostFailure';
  readonly status: number;
  constructor(status: number) {
    super(`the host answered ${status}`);
    this.status = status;
  }
}
