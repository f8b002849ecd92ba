// Every drawing by its name. Shapes carry classes only, so the stylesheet gives them both themes.
import { BoltsArt, BrakeArt } from './brake-art.tsx'
import { CassetteArt } from './cassette-art.tsx'
import { ChainArt } from './chain-art.tsx'
import { ChainringArt, LargeChainringArt } from './chainring-art.tsx'
import { BarArt, SeatpostArt, StemArt, TapeArt } from './cockpit-art.tsx'
import { BottomBracketArt, CrankArt } from './crank-art.tsx'
import { HubArt } from './hub-art.tsx'
import { PadsArt } from './pads-art.tsx'
import { RotorArt } from './rotor-art.tsx'
import { BottleArt, LeversArt, TruingForkArt, WrenchArt } from './tool-art.tsx'
import { RimArt, TyreArt, WheelArt } from './wheel-art.tsx'

const drawings = {
  bar: BarArt,
  bolts: BoltsArt,
  bottle: BottleArt,
  'bottom-bracket': BottomBracketArt,
  brake: BrakeArt,
  cassette: CassetteArt,
  chain: ChainArt,
  chainring: ChainringArt,
  'chainring-large': LargeChainringArt,
  crank: CrankArt,
  hub: HubArt,
  levers: LeversArt,
  pads: PadsArt,
  rim: RimArt,
  rotor: RotorArt,
  seatpost: SeatpostArt,
  stem: StemArt,
  tape: TapeArt,
  'truing-fork': TruingForkArt,
  tyre: TyreArt,
  wheel: WheelArt,
  wrench: WrenchArt,
}

export type ArtName = keyof typeof drawings

/** The drawing says nothing that the name beside it does not, so it is hidden from screen readers. */
export const ProductArt = ({ name }: { name: ArtName }) => {
  const Drawing = drawings[name]
  return (
    <svg class="art" viewBox="0 0 240 240" width="240" height="240" aria-hidden="true">
      <Drawing />
    </svg>
  )
}
