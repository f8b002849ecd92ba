// Table mapping of contacts. No rules; instances never leave the room.

import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  type Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize'

export interface ContactRow extends Model<InferAttributes<ContactRow>, InferCreationAttributes<ContactRow>> {
  id: string
  workspaceId: string
  siteId: string
  name: CreationOptional<string>
  email: CreationOptional<string | null>
  verifiedAt: CreationOptional<Date | null>
  locale: CreationOptional<string | null>
  createdAt: CreationOptional<Date>
  lastSeenAt: CreationOptional<Date>
}

export const defineContact = (sequelize: Sequelize): ModelStatic<ContactRow> =>
  sequelize.define<ContactRow>(
    'contact',
    {
      id: { type: DataTypes.UUID, primaryKey: true },
      workspaceId: DataTypes.UUID,
      siteId: DataTypes.UUID,
      name: { type: DataTypes.TEXT, defaultValue: '' },
      email: DataTypes.TEXT,
      verifiedAt: DataTypes.DATE,
      locale: DataTypes.TEXT,
      createdAt: { type: DataTypes.DATE, defaultValue: DataTypes.NOW },
      lastSeenAt: { type: DataTypes.DATE, defaultValue: DataTypes.NOW },
    },
    { tableName: 'contacts' },
  )
