//! The accessibility tree: what the browser tells screen readers of the page.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::explorer::Explorer;

/// What a screen reader is told of something.
#[derive(Clone, Debug)]
pub struct Node {
    pub role: String,
    pub name: String,
    pub description: String,
    /// The level of a heading.
    pub level: u64,
    /// How many others it stands in.
    pub depth: usize,
}

/// All of the page in reading order, but for what is told of nobody.
#[track_caller]
pub fn tree(explorer: &Explorer) -> Vec<Node> {
    explorer.devtools("Accessibility.enable", json!({}));
    let answer = explorer.devtools("Accessibility.getFullAXTree", json!({}));
    explorer.devtools("Accessibility.disable", json!({}));
    let nodes = answer["nodes"].as_array().expect("the tree has nodes");
    let by_id: HashMap<&str, &Value> =
        nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let mut stack: Vec<(&Value, usize)> = nodes.first().map(|root| (root, 0)).into_iter().collect();
    let mut tree = Vec::new();
    while let Some((node, depth)) = stack.pop() {
        if node["ignored"] != true {
            tree.push(read(node, depth));
        }
        let children = node["childIds"].as_array().into_iter().flatten().rev();
        stack.extend(children.filter_map(|id| Some((*by_id.get(id.as_str()?)?, depth + 1))));
    }
    tree
}

fn read(node: &Value, depth: usize) -> Node {
    let text = |part: &str| node[part]["value"].as_str().unwrap_or_default().to_owned();
    let properties = node["properties"].as_array().into_iter().flatten();
    let level = properties.filter(|it| it["name"] == "level").find_map(|it| it["value"]["value"].as_u64());
    let level = level.unwrap_or_default();
    Node { role: text("role"), name: text("name"), description: text("description"), level, depth }
}

/// The node with this role and name, and all that stands in it.
#[track_caller]
pub fn within<'t>(tree: &'t [Node], role: &str, name: &str) -> &'t [Node] {
    let found = tree.iter().position(|node| node.role == role && node.name == name);
    let at = found.unwrap_or_else(|| panic!("no {role} is called `{name}`"));
    let end = tree[at + 1..].iter().position(|node| node.depth <= tree[at].depth);
    &tree[at..end.map_or(tree.len(), |end| at + 1 + end)]
}
