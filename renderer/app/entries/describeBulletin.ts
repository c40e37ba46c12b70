/** The words for what the public is told and says. */
import type { BulletinEventType } from '#shared/domain/bulletin/events.ts';
import type { Descriptions } from './entryTypes.ts';
import { decisionText, said, timeText } from './wording.ts';

export const bulletinDescriptions: Descriptions<BulletinEventType> = {
  BulletinDrafted: ({ title }, { t }) => said(t.parts('entries.BulletinDrafted', { title })),
  BulletinRevised: ({ title, version }, { t }) => said(t.parts('entries.BulletinRevised', { title, version })),
  BulletinApproved: ({ title, version, approval }, context) =>
    said(context.t.parts('entries.BulletinApproved', { title, version }), decisionText(context, approval)),
  BulletinReleased: ({ title, channels, spokesperson, at }, context, row) =>
    said(
      context.t.parts('entries.BulletinReleased', { title }),
      channels.map(({ name }) => name).join(context.t('why.join')),
      spokesperson,
      timeText(context, at, row.recordedAt),
    ),
  BulletinWithdrawn: ({ title, reason }, { t }) => said(t.parts('entries.BulletinWithdrawn', { title }), reason),
  SentimentRecorded: ({ text, source }, { t }) => said(t.parts('entries.SentimentRecorded', { text }), source),
};
