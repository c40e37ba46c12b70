/**
 * Calls one at a time, those that may go first before the others, each lot in the order it came. Between two the loop turns
 * once, so that what came meanwhile is seen: a command waits for the one question that is being answered, not for all [HOST-3].
 */
export function commandsFirst<T>(isFirst: (call: T) => boolean, serve: (call: T) => void): (call: T) => void {
  const first: T[] = [];
  const others: T[] = [];
  let isServing = false;

  function serveNext(): void {
    const call = first.shift() ?? others.shift();
    if (call === undefined) {
      isServing = false;
      return;
    }
    serve(call);
    setImmediate(serveNext);
  }

  return (call) => {
    (isFirst(call) ? first : others).push(call);
    if (isServing) return;
    isServing = true;
    setImmediate(serveNext);
  };
}
