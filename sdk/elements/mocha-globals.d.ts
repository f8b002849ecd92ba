// The few globals the element tests use of the runner's mocha; no types package for four names.

type TestBody = () => void | Promise<void>
declare function describe(name: string, body: () => void): void
declare function it(name: string, body: TestBody): void
declare function beforeEach(body: TestBody): void
declare function afterEach(body: TestBody): void
