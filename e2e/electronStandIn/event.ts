// An event that can be prevented, as Electron hands it to listeners.

export interface PreventableEvent {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventable<More extends object>(more: More): PreventableEvent & More {
  let prevented = false;
  return {
    ...more,
    get defaultPrevented() {
      return prevented;
    },
    preventDefault() {
      prevented = true;
    },
  };
}
