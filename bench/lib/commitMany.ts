// `commitMany.ts FILE N`: a desk that records N entries and closes. Watched by bench/fsync.ts.
import { benchDesk, openIncident } from './benchDesk.ts';

const [path = '', count = '0'] = process.argv.slice(2);
const desk = benchDesk({ path });
openIncident(desk, 'i1', new Date().toISOString());
for (let n = 0; n < Number(count); n += 1) desk.run({ type: 'AddNote', incidentId: 'i1', text: `第${n}条` });
desk.close();
