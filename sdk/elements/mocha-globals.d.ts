// The few globals the element tests use of the runner's mocha; no types package for four names.

type Body = () => void | Promise<void>
declare function describe(name: string, body: () => void): void
declare function it(name: string, body: Body): void
declare function beforeEach(body: Body): void
declare function afterEach(body: Body): void
