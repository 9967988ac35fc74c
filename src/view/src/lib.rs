//! `view!`: the markup that Leptos knows, with its parser, made into `crate::view::View`.
//!
//! Leptos' own macro makes a type of its own of every element, attribute and closure, and
//! the compiler makes code for each. A view of one type does the same with a seventh less
//! wasm; `docs/measurements.md` has the figures.

use proc_macro2::TokenStream;
use quote::quote;
use rstml::Infallible;
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use syn::{Error, Stmt};

/// Makes a `crate::view::View` of markup: elements, `"texts"` and `{expressions}`.
///
/// `name=value` is an attribute, `on:name=listener` listens to an event, `prop:name=value`
/// follows a property. What is wrong with the markup is an error at its place.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let view = rstml::parse2(tokens.into()).and_then(|nodes| views(&nodes));
    view.unwrap_or_else(|error| error.to_compile_error()).into()
}

fn views(nodes: &[Node]) -> Result<TokenStream, Error> {
    if let [node] = nodes {
        return view_of(node);
    }
    let views = nodes.iter().map(view_of);
    let views: Vec<TokenStream> = views.collect::<Result<_, _>>()?;
    Ok(quote! { crate::view::View::from(::std::vec::Vec::from([#(#views),*])) })
}

fn view_of(node: &Node) -> Result<TokenStream, Error> {
    match node {
        Node::Element(it) => element(it),
        Node::Block(block) => {
            let value = value_of(block);
            Ok(quote! { crate::view::IntoView::into_view(#value) })
        }
        Node::Text(text) => {
            let text = text.value_string();
            Ok(quote! { crate::view::IntoView::into_view(#text) })
        }
        other => Err(Error::new_spanned(other, "only elements, texts and blocks")),
    }
}

/// What a block says, without the braces where it is one expression.
fn value_of(block: &NodeBlock) -> TokenStream {
    if let Some([Stmt::Expr(value, None)]) = block.try_block().map(|block| &*block.stmts) {
        quote! { #value }
    } else {
        quote! { #block }
    }
}

fn element(element: &NodeElement<Infallible>) -> Result<TokenStream, Error> {
    let tag = element.name().to_string();
    let mut steps = Vec::new();
    for it in element.attributes() {
        match it {
            NodeAttribute::Attribute(it) => steps.push(attribute(it)),
            NodeAttribute::Block(block) => {
                return Err(Error::new_spanned(block, "an attribute has a name"));
            }
        }
    }
    for child in &element.children {
        let child = view_of(child)?;
        steps.push(quote! { element.child(#child); });
    }
    Ok(quote! {{
        let mut element = crate::view::Element::new(#tag);
        #(#steps)*
        crate::view::View::from(element)
    }})
}

fn attribute(attribute: &KeyedAttribute) -> TokenStream {
    let key = attribute.key.to_string();
    let value = attribute.value();
    let value = value.map_or_else(|| quote! { "" }, |value| quote! { #value });
    if let Some(name) = key.strip_prefix("on:") {
        quote! { element.listen(#name, #value); }
    } else if let Some(name) = key.strip_prefix("prop:") {
        quote! { element.property(#name, #value); }
    } else {
        quote! { element.attribute(#key, #value); }
    }
}
