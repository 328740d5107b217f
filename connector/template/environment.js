export const defaultLimits = {
    steps: 2_000_000,
    depth: 400,
    output: 10_000_000,
    memory: 20_000_000,
};
