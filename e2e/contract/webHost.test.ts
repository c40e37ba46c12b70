// The same contract against a running web host, through the adapter that the screen uses.

import { startTestHost } from '../support/testHost.ts';
import { connectWebApi, signIn } from '../support/webClient.ts';
import { describeDeskApi } from './deskApiContract.ts';

describeDeskApi('DeskApi over the web host', async () => {
  const host = await startTestHost();
  const session = await signIn(host.address());
  let api = connectWebApi(session);
  return {
    api,
    async reopen() {
      api.close();
      await host.restart();
      api = connectWebApi(session); // the session outlives the host, and so does its port
      return api;
    },
    async close() {
      api.close();
      await host.close();
    },
  };
});
