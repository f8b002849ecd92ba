// The topics an owner names: what they are called, how customers ask about them, and what happens then.

import type { AssistantMode, AssistantTopic } from '../../protocol/assistant-settings.ts'
import type { Desk } from '../desk.context.ts'
import type { Option } from '../settings/form-field.ts'
import { areaPart, checkPart, choicePart, listControl, textPart } from '../settings/list-control.ts'

const MOST = 50

export const modes = (t: Desk['t']): Option[] =>
  (['auto', 'draft', 'off'] as const).map((value) => ({ value, label: t(`ai.mode.${value}`) }))

/** A key no other topic has. */
function freeKey(topics: readonly AssistantTopic[]): string {
  let number = topics.length + 1
  while (topics.some(({ key }) => key === `topic_${number}`)) number++
  return `topic_${number}`
}

export function topicList(topics: AssistantTopic[], set: (topics: AssistantTopic[]) => void, desk: Desk) {
  const { t, client } = desk
  return listControl<AssistantTopic>({
    items: topics,
    set,
    desk,
    add: {
      word: t('ai.topics.add'),
      fresh: () => ({ key: freeKey(topics), name: '', examples: [], hand_over: false, department_id: null }),
      most: MOST,
    },
    name: ({ name }, place) => name || t('ai.topics.nth', { n: place }),
    draw: (topic, change, replace) => [
      textPart({ label: t('ai.topics.name'), value: topic.name, set: (name) => change({ name }) }),
      choicePart(
        t('ai.topics.mode'),
        topic.mode ?? '',
        [{ value: '', label: t('ai.topics.as_elsewhere') }, ...modes(t)],
        (mode) => {
          const { mode: _, ...rest } = topic
          replace(mode ? { ...rest, mode: mode as AssistantMode } : rest)
        },
      ),
      choicePart(
        t('ai.topics.department'),
        topic.department_id ?? '',
        [
          { value: '', label: t('ai.topics.any_department') },
          ...client.departments.get().map(({ id, name }) => ({ value: id, label: name })),
        ],
        (id) => change({ department_id: id || null }),
      ),
      checkPart(t('ai.topics.person'), topic.hand_over, (hand_over) => change({ hand_over })),
      areaPart({
        label: t('ai.topics.examples'),
        value: topic.examples.join('\n'),
        set: (text) => change({ examples: text.split('\n') }),
      }),
    ],
  })
}

/** As they are sent: no empty examples. */
export const tidyTopics = (topics: readonly AssistantTopic[]): AssistantTopic[] =>
  topics.map((topic) => ({
    ...topic,
    examples: topic.examples.map((example) => example.trim()).filter(Boolean),
  }))
