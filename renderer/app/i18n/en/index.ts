/** All English texts; the Chinese files say which keys there are. */
import type { Dictionary } from '../translator.ts';
import { alarms } from './alarms.ts';
import { app } from './app.ts';
import { attachments } from './attachments.ts';
import { board } from './board.ts';
import { bulletins } from './bulletins.ts';
import { callTree } from './callTree.ts';
import { check } from './check.ts';
import { directory } from './directory.ts';
import { documents } from './documents.ts';
import { entries } from './entries.ts';
import { find } from './find.ts';
import { groups } from './groups.ts';
import { handover } from './handover.ts';
import { incident } from './incident.ts';
import { intake } from './intake.ts';
import { log } from './log.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { practice } from './practice.ts';
import { reports } from './reports.ts';
import { rescue } from './rescue.ts';
import { response } from './response.ts';
import { roster } from './roster.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { shift } from './shift.ts';
import { statistics } from './statistics.ts';
import { timeline } from './timeline.ts';
import { ui } from './ui.ts';
import { wall } from './wall.ts';
import { warnings } from './warnings.ts';
import { why } from './why.ts';

export const en: Dictionary = {
  ...app,
  ...ui,
  ...directory,
  ...documents,
  ...entries,
  ...find,
  ...alarms,
  ...callTree,
  ...check,
  ...log,
  ...settings,
  ...setup,
  ...people,
  ...handover,
  ...roster,
  ...shift,
  ...practice,
  ...board,
  ...intake,
  ...incident,
  ...attachments,
  ...reports,
  ...papers,
  ...rescue,
  ...wall,
  ...response,
  ...groups,
  ...bulletins,
  ...statistics,
  ...timeline,
  ...warnings,
  ...why,
};
