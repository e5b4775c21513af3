import {
  templateCategoryUpdateSchema,
  templateQualityUpdateSchema,
  templateStatusUpdateSchema,
} from '../../contract/meta/template-webhooks.ts';
import { statusOf, type TemplateNews } from '../../domain/templates/template.ts';

const fields = [
  'message_template_status_update',
  'message_template_quality_update',
  'template_category_update',
] as const;
export type TemplateField = (typeof fields)[number];

export const isTemplateField = (name: string): name is TemplateField => fields.some((one) => one === name);

/** What Meta told of a template; `key`: by this it is known again (Meta calling reference §8.3). */
export type HeardTemplate = { key: string; wabaId: string; templateId: string; at: number; news: TemplateNews };

/** @returns null when it is not understood */
export function readTemplateNews(
  field: TemplateField,
  value: unknown,
  wabaId: string,
  at: number,
): HeardTemplate | null {
  const read = newsIn(field, value);
  if (read === null) return null;
  const { templateId, news } = read;
  return { key: `template/${templateId}/${JSON.stringify(news)}/${at}`, wabaId, templateId, at, news };
}

function newsIn(field: TemplateField, value: unknown): Pick<HeardTemplate, 'templateId' | 'news'> | null {
  switch (field) {
    case 'message_template_status_update': {
      const { data } = templateStatusUpdateSchema.safeParse(value);
      if (data === undefined) return null;
      const reason = data.reason === undefined || data.reason === 'NONE' ? null : data.reason;
      const news = { kind: 'status' as const, status: statusOf(data.event), reason };
      return { templateId: data.message_template_id, news };
    }
    case 'message_template_quality_update': {
      const { data } = templateQualityUpdateSchema.safeParse(value);
      if (data === undefined) return null;
      const quality = data.new_quality_score.toUpperCase();
      return { templateId: data.message_template_id, news: { kind: 'quality', quality } };
    }
    case 'template_category_update': {
      const { data } = templateCategoryUpdateSchema.safeParse(value);
      if (data === undefined) return null;
      const category = data.new_category.toUpperCase();
      return { templateId: data.message_template_id, news: { kind: 'category', category } };
    }
  }
}
