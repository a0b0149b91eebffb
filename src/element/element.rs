//! The element that the page is made of: one type for all tags, attributes and children, so that it is compiled once.

use super::follow::{Piece, Rows};
use leptos::{
    prelude::RenderEffect,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::dom::Dom,
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
    },
};
use send_wrapper::SendWrapper;
use std::{any::Any, borrow::Cow};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget, HtmlElement, HtmlInputElement, Node};

/// An element in the making. The node exists at once; what follows the state lives as long as the element does.
pub struct Element {
    node: web_sys::Element,
    kept: Vec<Box<dyn Any>>,
}

/// An element without attributes and children.
pub fn element(tag: &'static str) -> Element {
    Element { node: Dom::create_element(tag, None), kept: Vec::new() }
}

/// What can stand in an element. Text becomes text nodes, never markup.
pub enum Child {
    /// Words.
    Text(Cow<'static, str>),
    /// An element.
    Element(Element),
    /// One that comes and goes.
    Piece(Piece),
    /// Many that come and go.
    Rows(Rows),
    /// Several in a row, or nothing.
    Several(Vec<Child>),
}

/// A part of an element that follows the state.
enum Place {
    Attribute(&'static str),
    Class(&'static str),
    Style(&'static str),
    Value,
    Checked,
    Text(Node),
}

impl Element {
    /// The CSS classes it always has, if any.
    pub fn class(self, names: &str) -> Self {
        if names.is_empty() { self } else { self.set("class", names) }
    }

    /// An attribute that stays.
    pub fn set(self, name: &'static str, value: &str) -> Self {
        Dom::set_attribute(&self.node, name, value);
        self
    }

    /// An attribute that follows the state; `None` takes it away.
    pub fn follow(self, name: &'static str, read: impl Fn() -> Option<String> + 'static) -> Self {
        self.following(Place::Attribute(name), Box::new(read))
    }

    /// An attribute that is there or not (`hidden`, `disabled`).
    pub fn when(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.following(Place::Attribute(name), Box::new(move || holds().then(String::new)))
    }

    /// A state in ARIA, which is "true" or "false".
    pub fn state(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.following(Place::Attribute(name), Box::new(move || Some(holds().to_string())))
    }

    /// A CSS class that is there or not.
    pub fn class_when(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.following(Place::Class(name), Box::new(move || holds().then(String::new)))
    }

    /// A CSS property that stays. (An attribute would be refused by the page's content security policy.)
    pub fn property(self, name: &str, value: &str) -> Self {
        let _ = self.node.unchecked_ref::<HtmlElement>().style().set_property(name, value);
        self
    }

    /// A CSS property that follows the state.
    pub fn style(self, name: &'static str, read: impl Fn() -> String + 'static) -> Self {
        self.following(Place::Style(name), Box::new(move || Some(read())))
    }

    /// What a field holds; of a `select` after its options.
    pub fn value(self, read: impl Fn() -> String + 'static) -> Self {
        self.following(Place::Value, Box::new(move || Some(read())))
    }

    /// Whether a box is ticked.
    pub fn checked(self, holds: impl Fn() -> bool + 'static) -> Self {
        self.following(Place::Checked, Box::new(move || holds().then(String::new)))
    }

    /// Words that follow the state.
    pub fn text(self, read: impl Fn() -> String + 'static) -> Self {
        let words: Node = Dom::create_text_node("").into();
        Dom::insert_node(&self.node, &words, None);
        self.following(Place::Text(words), Box::new(move || Some(read())))
    }

    /// What an event does.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(act))
    }

    /// What a click does.
    pub fn click(self, act: impl FnMut() + 'static) -> Self {
        let mut act = act;
        self.listen("click", Box::new(move |_| act()))
    }

    /// Something in it, after what is there.
    pub fn child(self, child: impl Into<Child>) -> Self {
        self.with(child.into())
    }

    /// Several things in it.
    pub fn children<C: Into<Child>>(self, children: impl IntoIterator<Item = C>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// The node, for what only the browser can do.
    pub const fn node(&self) -> &web_sys::Element {
        &self.node
    }

    fn with(mut self, child: Child) -> Self {
        match child {
            Child::Text(words) => Dom::insert_node(&self.node, &Dom::create_text_node(&words), None),
            Child::Element(child) => {
                Dom::insert_node(&self.node, &child.node, None);
                self.kept.extend(child.kept);
            }
            Child::Piece(piece) => self.keep(piece),
            Child::Rows(rows) => self.keep(rows.into_any()),
            Child::Several(children) => return children.into_iter().fold(self, Self::with),
        }
        self
    }

    fn keep<V: Render<State: 'static>>(&mut self, view: V) {
        let mut state = view.build();
        state.mount(&self.node, None);
        self.kept.push(Box::new(state));
    }

    fn following(mut self, place: Place, read: Box<dyn Fn() -> Option<String>>) -> Self {
        let node = self.node.clone();
        self.kept.push(Box::new(RenderEffect::new(move |before: Option<Option<String>>| {
            let now = read();
            if before.as_ref() != Some(&now) {
                write(&node, &place, now.as_deref());
            }
            now
        })));
        self
    }

    fn listen(self, event: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        listen(&self.node, event, act);
        self
    }
}

/// What an event does that is no element's: for as long as the page is open.
pub fn listen_to(target: &EventTarget, event: &str, act: impl FnMut(Event) + 'static) {
    listen(target, event, Box::new(act));
}

fn listen(target: &EventTarget, event: &str, act: Box<dyn FnMut(Event)>) {
    let listener = Closure::wrap(act).into_js_value();
    let _ = target.add_event_listener_with_callback(event, listener.unchecked_ref());
}

fn write(node: &web_sys::Element, place: &Place, value: Option<&str>) {
    match (place, value) {
        (Place::Attribute(name), Some(value)) => Dom::set_attribute(node, name, value),
        (Place::Attribute(name), None) => Dom::remove_attribute(node, name),
        (Place::Class(name), _) => {
            let _ = node.class_list().toggle_with_force(name, value.is_some());
        }
        (Place::Style(name), _) => {
            let style = node.unchecked_ref::<HtmlElement>().style();
            let _ = style.set_property(name, value.unwrap_or_default());
        }
        (Place::Value, _) => {
            // Writing what is there already would move the caret.
            let (field, value) = (node.unchecked_ref::<HtmlInputElement>(), value.unwrap_or_default());
            if field.value() != value {
                field.set_value(value);
            }
        }
        (Place::Checked, _) => node.unchecked_ref::<HtmlInputElement>().set_checked(value.is_some()),
        (Place::Text(words), _) => words.set_node_value(value),
    }
}

impl From<&'static str> for Child {
    fn from(words: &'static str) -> Self {
        Self::Text(Cow::Borrowed(words))
    }
}

impl From<Cow<'static, str>> for Child {
    fn from(words: Cow<'static, str>) -> Self {
        Self::Text(words)
    }
}

impl From<String> for Child {
    fn from(words: String) -> Self {
        Self::Text(Cow::Owned(words))
    }
}

impl From<Element> for Child {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<Piece> for Child {
    fn from(piece: Piece) -> Self {
        Self::Piece(piece)
    }
}

impl From<Rows> for Child {
    fn from(rows: Rows) -> Self {
        Self::Rows(rows)
    }
}

impl From<Vec<Self>> for Child {
    fn from(children: Vec<Self>) -> Self {
        Self::Several(children)
    }
}

impl<C: Into<Self>> From<Option<C>> for Child {
    fn from(child: Option<C>) -> Self {
        Self::Several(child.into_iter().map(Into::into).collect())
    }
}

/// An element as Leptos takes it.
pub struct Finished(SendWrapper<Element>);

impl From<Element> for Finished {
    fn from(element: Element) -> Self {
        Self(SendWrapper::new(element))
    }
}

impl Render for Finished {
    type State = Element;

    fn build(self) -> Element {
        self.0.take()
    }

    fn rebuild(self, state: &mut Element) {
        let new = self.build();
        // In one step: a browser that takes away what has the focus finds the place of all that was put in just before.
        let _ = state.node.replace_with_with_node_1(&new.node);
        *state = new;
    }
}

impl Mountable for Element {
    fn unmount(&mut self) {
        self.node.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&Node>) {
        Dom::insert_node(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.node.parent_element();
        parent.inspect(|parent| child.mount(parent, Some(&self.node))).is_some()
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.node.clone()]
    }
}

impl AddAnyAttr for Finished {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

/// Leptos asks for it; the page is never rendered on a server.
impl RenderHtml for Finished {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Element {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
