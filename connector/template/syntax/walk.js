function name(member) {
    return typeof member === 'string' ? [] : [member];
}
function args(list) {
    return list.flatMap((arg) => {
        if (arg.kind === 'spread')
            return [arg.value];
        if (arg.kind !== 'named')
            return [arg];
        return arg.key === null ? [arg.value] : [arg.key, arg.value];
    });
}
function values(variables) {
    return variables.map(({ value }) => value);
}
const children = {
    literal: () => [],
    gstring: (node) => node.values,
    name: () => [],
    property: (node) => [node.object, ...name(node.name)],
    pointer: (node) => [node.object, ...name(node.name)],
    call: (node) => [node.object, ...name(node.name), ...args(node.args)],
    index: (node) => [node.object, ...args(node.args)],
    unary: (node) => [node.operand],
    step: (node) => [node.target],
    binary: (node) => [node.left, node.right],
    ternary: (node) => [node.condition, node.whenTrue, node.whenFalse],
    elvis: (node) => [node.value, node.otherwise],
    assign: (node) => [node.target, node.value],
    'assign-many': (node) => [node.value],
    cast: (node) => [node.value],
    instanceof: (node) => [node.value],
    list: (node) => args(node.items),
    map: (node) => args(node.entries),
    closure: (node) => [...(node.parameters ?? []).map(({ defaultValue }) => defaultValue), ...node.body],
    'block-value': (node) => node.body,
    new: (node) => args(node.args),
    'new-array': (node) => node.sizes,
    expression: (node) => [node.expression],
    declaration: (node) => values(node.variables),
    'declare-many': (node) => [node.value],
    if: (node) => [node.condition, node.body, node.otherwise],
    while: (node) => [node.condition, node.body],
    'for-in': (node) => [node.items, node.body],
    for: (node) => [node.initial, node.condition, node.update, node.body],
    switch: (node) => [node.value, ...node.cases.flatMap(({ test, body }) => [test, ...body])],
    try: (node) => [node.body, ...node.catches.map(({ body }) => body), node.finally],
    return: (node) => [node.value],
    throw: (node) => [node.value],
    break: () => [],
    continue: () => [],
    assert: (node) => [node.condition, node.message],
    block: (node) => node.body,
    labelled: (node) => [node.body],
};
/** The expressions and statements directly inside a node, in the order they stand. */
export function childrenOf(node) {
    const list = children[node.kind](node);
    return list.filter((child) => child !== null);
}
/** The names a node brings into scope for what is inside or after it. */
export function namesDeclaredBy(node) {
    switch (node.kind) {
        case 'declaration':
        case 'declare-many':
            return node.variables.map((variable) => variable.name);
        case 'for-in':
            return [node.variable];
        case 'closure':
            return node.parameters === null ? ['it'] : node.parameters.map((parameter) => parameter.name);
        case 'try':
            return node.catches.map((one) => one.name);
        case 'assign':
            return node.target.kind === 'name' && node.operator === '=' ? [node.target.name] : [];
        default:
            return [];
    }
}
