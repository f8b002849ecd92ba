// Prices are whole or half euros; a round price shows no cents, a receipt always does.
export const money = (amount: number) => `€ ${Number.isInteger(amount) ? amount : amount.toFixed(2)}`

export const receipt = (amount: number) => `€ ${amount.toFixed(2)}`
