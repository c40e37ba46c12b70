/** What the host tells about itself: its version, desks, plans, scenarios, and its clock. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { HostInfo } from '#shared/contract/deskApi.ts';
import { idSchema } from '#shared/domain/values.ts';
import { ENGINE_VERSION } from '#shared/plan/engine/version.ts';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';
import type { Desks } from './desks.ts';
import { readFreeSpace } from './readStorage.ts';

const titleSchema = z.object({ title: z.string().min(1).max(200) });
const versionSchema = z.object({ version: z.string() });

/** The shipped scenarios by file name; a file without a title is not offered. */
export function readScenarioTitles(folder: URL): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const titled = names.sort().flatMap((name): [string, string][] => {
    const scenarioId = basename(name, '.json');
    const parsed = titleSchema.safeParse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    return parsed.success && idSchema.safeParse(scenarioId).success ? [[scenarioId, parsed.data.title]] : [];
  });
  return new Map(titled);
}

export const readVersion = (packageJson: URL): string =>
  versionSchema.parse(JSON.parse(readFileSync(packageJson, 'utf8'))).version;

export function listPlans(packages: readonly unknown[]): HostInfo['plans'] {
  return packages.flatMap((raw) => {
    const parsed = parsePlanPackage(raw);
    if (!parsed.ok) return [];
    const { id, title, version, city, documentNumber } = parsed.plan;
    return [{ planId: id, title, version, city, documentNumber }];
  });
}

export type FixedInfo = Omit<HostInfo, 'desks' | 'now' | 'engineVersion' | 'cjkFonts' | 'rescue' | 'freeSpace'>;

export type InfoSources = { fixed: FixedInfo; desks: Desks; cjkFonts: Promise<boolean>; clock: () => number };

export async function hostInfo({ fixed, desks, cjkFonts, clock }: InfoSources): Promise<HostInfo> {
  const freeSpace = await readFreeSpace(fixed.dataFolder);
  return {
    ...fixed,
    engineVersion: ENGINE_VERSION,
    cjkFonts: await cjkFonts,
    freeSpace,
    desks: desks.list(),
    rescue: desks.rescue(),
    now: clock(),
  };
}
