// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the triplewire authors
//
// Looks at the drawing that stands in this page and reports what it sees, a
// finding a line: "KIND COUNT" or "KIND: WHAT".
'use strict';

const svg = document.querySelector('svg');
const report = [];

// The box of an element on the screen, so that all are in the same units.
const boxOf = element => element.getBoundingClientRect();
const wordsOf = element => element.textContent.trim().replace(/\s+/g, ' ');

const contains = (outer, inner, slack) =>
    inner.left >= outer.left - slack && inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack;

const overlap = (a, b, slack) =>
    a.left < b.right - slack && b.left < a.right - slack &&
    a.top < b.bottom - slack && b.top < a.bottom - slack;

const union = boxes => boxes.reduce((all, box) => ({
    left: Math.min(all.left, box.left), right: Math.max(all.right, box.right),
    top: Math.min(all.top, box.top), bottom: Math.max(all.bottom, box.bottom),
}));

const count = (kind, selector) =>
    report.push(`${kind} ${svg.querySelectorAll(selector).length}`);

count('boxes', '.node');
count('lines', '.edge');
count('dashed', '.edge path[stroke-dasharray]');
count('contested', '.edge.contested, .node.contested');
count('box tooltips', '.node > title');
count('line tooltips', '.edge > title');

const nodes = [...svg.querySelectorAll('.node')].map(node => {
    const shapes = [...node.querySelectorAll('polygon, path, ellipse')];
    return {texts: [...node.querySelectorAll('text')],
            name: wordsOf(node.querySelector('text')),
            box: union(shapes.map(boxOf))};
});

// A point of a letter may stand over its line.
const slack = 1.5;
for (const node of nodes)
    for (const text of node.texts)
        if (wordsOf(text) && !contains(node.box, boxOf(text), slack))
            report.push(`text out of its box: ${wordsOf(text)}`);

nodes.forEach((node, i) => nodes.slice(i + 1).forEach(other => {
    if (overlap(node.box, other.box, slack))
        report.push(`boxes overlap: ${node.name} / ${other.name}`);
}));

for (const label of svg.querySelectorAll('.edge text'))
    for (const node of nodes)
        if (overlap(boxOf(label), node.box, 2 * slack))
            report.push(`word on a box: ${wordsOf(label)} / ${node.name}`);

const whole = boxOf(svg);
for (const text of svg.querySelectorAll('text'))
    if (wordsOf(text) && !contains(whole, boxOf(text), slack))
        report.push(`text out of the drawing: ${wordsOf(text)}`);

const result = document.createElement('pre');
result.id = 'report';
result.textContent = report.map(line => `| ${line}\n`).join('');
document.body.replaceChildren(result);
