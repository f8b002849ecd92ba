// Whether it sends, drafts or leaves it to people: the topic decides over the department, the department over the site.

import type {
  AssistantMode,
  AssistantSettings,
  AssistantTopic,
} from '../../../sdk/protocol/assistant-settings.ts'

export function modeOf(
  settings: Pick<AssistantSettings, 'mode' | 'departments'>,
  { topic, departmentId }: { topic: AssistantTopic | null; departmentId: string | null },
): { mode: AssistantMode; by: 'topic' | 'department' | 'site' } {
  if (topic?.mode) return { mode: topic.mode, by: 'topic' }
  const department = departmentId === null ? undefined : settings.departments[departmentId]
  return department ? { mode: department, by: 'department' } : { mode: settings.mode, by: 'site' }
}
